package io.github.tiercel.samples;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Features;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.InferenceCost;
import io.github.tiercel.store.PredictionStore;
import io.github.tiercel.tribuo.EpochTrainer;
import io.github.tiercel.tribuo.TribuoFeatures;
import io.github.tiercel.tribuo.TribuoPredictor;
import java.util.List;
import java.util.Locale;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.math.optimisers.AdaGrad;

/**
 * A model of three classes: at most 15 minutes late, at most 60, more. Tiercel has no metrics of several classes yet;
 * the honest way today is one evaluation a class, each against all others, with no single number over the three. It
 * costs one inference: the store keeps all outputs of a row, whichever was asked for, and other labels leave the rows
 * in their order.
 *
 * <p>Run from the root of the repository: {@code scripts/sample.sh 07}. The path of the flights may follow.
 *
 * <p>Output:
 *
 * <pre>
 * in time    63,828 flights  roc_auc 0.708  log_loss 0.441  78,543 rows inferred,      0 reused
 * late       10,767 flights  roc_auc 0.656  log_loss 0.384       0 rows inferred, 78,543 reused
 * very late   3,948 flights  roc_auc 0.784  log_loss 0.168       0 rows inferred, 78,543 reused
 * </pre>
 */
public final class Sample07_ThreeClassesOneStore {

    private static final List<String> CLASSES = List.of("in time", "late", "very late");

    private Sample07_ThreeClassesOneStore() {}

    public static void main(String[] arguments) {
        Flights future = Flights.future(arguments);
        TribuoPredictor model = train(Flights.past(arguments));
        Features<Example<Label>> features = TribuoFeatures.of(FlightExamples.unlabelled(future));
        EvaluationSet set = future.evaluationSet();
        try (PredictionStore store = PredictionStore.inMemory()) {
            for (String name : CLASSES) {
                boolean[] ofClass = future.labels(flight -> classOf(flight).equals(name));
                EvaluationResult result = Evaluator.of(set.withLabels(ofClass))
                        .metrics("roc_auc", "log_loss")
                        .replicates(0)
                        .features(features)
                        .store(store)
                        .output(name)
                        .build()
                        .full("linear", model);
                print(name, result);
            }
        }
    }

    private static TribuoPredictor train(Flights flights) {
        Dataset<Label> examples = FlightExamples.labelled(flights, Sample07_ThreeClassesOneStore::classOf);
        var trainer =
                EpochTrainer.of(new LogMulticlass(), new AdaGrad(0.05), 32, 42).epochs(1);
        return TribuoPredictor.of(trainer.train(examples, (epoch, model) -> true));
    }

    private static String classOf(Flight flight) {
        if (flight.delay() <= 15) {
            return "in time";
        }
        return flight.late() ? "very late" : "late";
    }

    private static void print(String name, EvaluationResult result) {
        InferenceCost cost = result.time().inference();
        System.out.printf(
                Locale.ROOT,
                "%-9s  %,6d flights  roc_auc %.3f  log_loss %.3f  %,6d rows inferred, %,6d reused%n",
                name,
                result.model().positives(),
                result.model().metric("roc_auc").value().orNaN(),
                result.model().metric("log_loss").value().orNaN(),
                cost.rowsInferred(),
                cost.rowsReused());
    }
}
