package io.github.tiercel.samples;

import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.ModelEvaluator;
import io.github.tiercel.report.ResultTable;
import io.github.tiercel.training.EpochEvaluator;
import io.github.tiercel.training.EpochResult;
import io.github.tiercel.tribuo.EpochTrainer;
import io.github.tiercel.tribuo.TribuoFeatures;
import io.github.tiercel.tribuo.TribuoPredictor;
import java.util.Locale;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.math.optimisers.AdaGrad;

/**
 * A loop that belongs to somebody else: Tribuo trains, and its trainer has no hook at the end of an epoch. The adapter
 * makes one. The model of an epoch is a copy that stays as it is, with a fingerprint of its weights; so the best one
 * can be given its full tier when training is over, and the rows that it has scored are not scored again.
 *
 * <p>Run from the root of the repository: {@code scripts/sample.sh 06}. The path of the flights may follow.
 *
 * <p>Output, in part:
 *
 * <pre>
 * epoch 1  log_loss 0.1738  improved
 * ...
 * epoch 7  log_loss 0.1665  improved
 * epoch 8  log_loss 0.1666
 * epoch 9  log_loss 0.1666
 * epoch 10  log_loss 0.1692
 * epoch 11  log_loss 0.1691
 * best epoch: 11
 * epoch 11   78,543 rows, 3,948 positive (5.0 %)   full tier
 *                    value     95 % interval
 * roc_auc            0.7808    [0.7732, 0.7882]
 * average_precision  0.245     [0.231, 0.260]
 * log_loss           0.1691    [0.1651, 0.1730]
 * ...
 * 0 rows inferred, 78,543 reused
 * </pre>
 */
public final class Sample06_TribuoLoop {

    private Sample06_TribuoLoop() {}

    public static void main(String[] arguments) {
        Flights future = Flights.future(arguments);
        Dataset<Label> past =
                FlightExamples.labelled(Flights.past(arguments), flight -> flight.late() ? "late" : "in time");

        ModelEvaluator<Example<Label>> evaluator = Evaluator.of(future.evaluationSet())
                .replicates(0) // nothing here reads a bootstrap
                .features(TribuoFeatures.of(FlightExamples.unlabelled(future)))
                .output("late")
                .build();
        try (var epochs = EpochEvaluator.of(evaluator, "tribuo loop")
                .earlyStopping("log_loss", 2)
                .build()) {
            EpochTrainer.of(new LogMulticlass(), new AdaGrad(0.05), 32, 42)
                    .rowsPerEpoch(20_000)
                    .epochs(20)
                    .train(past, (epoch, model) -> {
                        EpochResult result = epochs.onEpochEnd(epoch, TribuoPredictor.of(model));
                        print(epoch, result);
                        return !result.shouldStop();
                    });
            System.out.println("best epoch: " + epochs.bestEpoch().orElseThrow());
            var best = epochs.best();
            System.out.print(ResultTable.render(best));
            System.out.printf(
                    Locale.ROOT,
                    "%,d rows inferred, %,d reused%n",
                    best.time().inference().rowsInferred(),
                    best.time().inference().rowsReused());
        }
    }

    private static void print(int epoch, EpochResult result) {
        System.out.printf(
                Locale.ROOT,
                "epoch %d  log_loss %.4f%s%n",
                epoch,
                result.tier("fast")
                        .orElseThrow()
                        .model()
                        .metric("log_loss")
                        .value()
                        .orNaN(),
                result.improved() ? "  improved" : "");
    }
}
