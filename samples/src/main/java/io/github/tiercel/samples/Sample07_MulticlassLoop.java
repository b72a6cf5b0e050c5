package io.github.tiercel.samples;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.ModelEvaluator;
import io.github.tiercel.report.ResultTable;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.training.EpochEvaluator;
import io.github.tiercel.training.EpochResult;
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
 * A model of three classes: at most 15 minutes late, at most 60, more. The callback is that of every other loop; the
 * set says that there are three classes, and the model's outputs are found by their names. Balanced accuracy tells what
 * accuracy hides: that the model leaves the rare class alone.
 *
 * <p>Run from the root of the repository: {@code scripts/sample.sh 07}. The path of the flights may follow.
 *
 * <p>Output, in part:
 *
 * <pre>
 * epoch 1  log_loss 0.5476  accuracy 0.8134  balanced_accuracy 0.3427  improved
 * epoch 2  log_loss 0.5418  accuracy 0.8142  balanced_accuracy 0.3509  improved
 * ...
 * epoch 7  log_loss 0.5357  accuracy 0.8158  balanced_accuracy 0.3701
 * epoch 8  log_loss 0.5361  accuracy 0.8155  balanced_accuracy 0.3654
 * best epoch: 7
 * ...
 * roc_auc_ovr        0.7154  [0.7111, 0.7198]
 * log_loss           0.5418  [0.5365, 0.5471]
 * ...
 * balanced_accuracy  0.3648  [0.3619, 0.3678]
 * ...
 * </pre>
 */
public final class Sample07_MulticlassLoop {

    private static final List<String> CLASSES = List.of("in time", "late", "very late");

    private Sample07_MulticlassLoop() {}

    public static void main(String[] arguments) {
        Flights future = Flights.future(arguments);
        Dataset<Label> past = FlightExamples.labelled(Flights.past(arguments), Sample07_MulticlassLoop::classOf);

        ModelEvaluator<Example<Label>> evaluator = Evaluator.of(set(future))
                .replicates(0) // nothing here reads a bootstrap
                .features(TribuoFeatures.of(FlightExamples.unlabelled(future)))
                .build();
        try (var epochs = EpochEvaluator.of(evaluator, "multiclass loop")
                .earlyStopping("log_loss", 2)
                .build()) {
            EpochTrainer.of(new LogMulticlass(), new AdaGrad(0.05), 32, 42)
                    .rowsPerEpoch(20_000)
                    .epochs(8)
                    .train(past, (epoch, model) -> {
                        EpochResult result = epochs.onEpochEnd(epoch, TribuoPredictor.of(model));
                        print(epoch, result);
                        return !result.shouldStop();
                    });
            EvaluationResult best = epochs.best();
            System.out.println("best epoch: " + epochs.bestEpoch().orElseThrow());
            System.out.print(ResultTable.render(best));
        }
    }

    /** Ids let samples stay the same when the file's order changes. */
    private static EvaluationSet set(Flights flights) {
        int[] labels = flights.list().stream()
                .mapToInt(flight -> CLASSES.indexOf(classOf(flight)))
                .toArray();
        long[] ids = flights.list().stream().mapToLong(Flight::id).toArray();
        return EvaluationSet.multiclass(labels, CLASSES).ids(ids).build();
    }

    private static String classOf(Flight flight) {
        if (flight.delay() <= 15) {
            return CLASSES.get(0);
        }
        return CLASSES.get(flight.late() ? 2 : 1);
    }

    private static void print(int epoch, EpochResult result) {
        ModelResult fast = result.tier("fast").orElseThrow().model();
        System.out.printf(
                Locale.ROOT,
                "epoch %d  log_loss %.4f  accuracy %.4f  balanced_accuracy %.4f%s%n",
                epoch,
                fast.metric("log_loss").value().orNaN(),
                fast.metric("accuracy").value().orNaN(),
                fast.metric("balanced_accuracy").value().orNaN(),
                result.improved() ? "  improved" : "");
    }
}
