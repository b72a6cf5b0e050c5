package io.github.tiercel.samples;

import io.github.tiercel.evaluation.Candidate;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.ModelEvaluator;
import io.github.tiercel.report.RaceText;
import io.github.tiercel.result.RaceResult;
import io.github.tiercel.training.Race;
import io.github.tiercel.tribuo.EpochTrainer;
import io.github.tiercel.tribuo.TribuoFeatures;
import io.github.tiercel.tribuo.TribuoPredictor;
import java.util.List;
import java.util.stream.DoubleStream;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.math.optimisers.AdaGrad;

/**
 * Which of five learning rates? All five models score 1,024 flights, then those that may still be the best score twice
 * as many, and so on. Who is worse by more than chance is dropped, at a level that pays for all comparisons: a model as
 * good as any is dropped in one race of twenty at most. Three are out at the first look; the other two cannot be told
 * apart on all flights, so no winner is made up.
 *
 * <p>Run from the root of the repository: {@code scripts/sample.sh 13}. The path of the flights may follow.
 *
 * <p>Output, in part:
 *
 * <pre>
 * model       status      rows  log_loss  gain on best  bounds                best then
 * rate 0.05   survived  78,543  0.1703
 * rate 0.2    survived  78,543  0.1708    -0.00048      [-0.00135, +0.00040]
 * rate 1.0    dropped    1,024  0.1761    -0.0134       [-0.0218, -0.0050]    rate 0.2
 * rate 0.01   dropped    1,024  0.1871    -0.024        [-0.036, -0.013]      rate 0.2
 * rate 0.001  dropped    1,024  0.4170    -0.254        [-0.269, -0.239]      rate 0.2
 * ended: all 78,543 rows were seen.
 * 160,158 rows scored, of 392,715 that full evaluations of all candidates would have taken (40.8 %).
 * ...
 * </pre>
 */
public final class Sample13_Race {

    private Sample13_Race() {}

    public static void main(String[] arguments) {
        Flights future = Flights.future(arguments);
        Dataset<Label> past =
                FlightExamples.labelled(Flights.past(arguments), flight -> flight.late() ? "late" : "in time");
        List<Candidate<Example<Label>>> candidates = DoubleStream.of(0.001, 0.01, 0.05, 0.2, 1)
                .mapToObj(rate -> candidate(rate, past))
                .toList();

        ModelEvaluator<Example<Label>> evaluator = Evaluator.of(future.evaluationSet())
                .features(TribuoFeatures.of(FlightExamples.unlabelled(future)))
                .output("late")
                .build();
        RaceResult race = Race.of(evaluator, "log_loss").run(candidates);
        System.out.print(RaceText.render(race));
    }

    private static Candidate<Example<Label>> candidate(double rate, Dataset<Label> past) {
        var model = EpochTrainer.of(new LogMulticlass(), new AdaGrad(rate), 32, 42)
                .rowsPerEpoch(20_000)
                .epochs(4)
                .train(past, (epoch, snapshot) -> true);
        return Candidate.of("rate " + rate, TribuoPredictor.of(model));
    }
}
