package io.github.tiercel.cli.demo;

import io.github.tiercel.inference.ModelException;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.result.EpochHistory;
import io.github.tiercel.training.EpochEvaluator;
import io.github.tiercel.training.EpochResult;
import io.github.tiercel.tribuo.EpochListener;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tribuo.classification.sgd.linear.LinearSGDModel;

/** Has each epoch's model evaluated, and keeps the best one. One thread. */
final class EpochWatch implements EpochListener {

    private final EpochEvaluator<Flight> evaluator;
    private final Consumer<EpochHistory> onEpoch;
    private final FlightExamples examples = new FlightExamples();
    private @Nullable Predictor<Flight> best;

    EpochWatch(EpochEvaluator<Flight> evaluator, Consumer<EpochHistory> onEpoch) {
        this.evaluator = evaluator;
        this.onEpoch = onEpoch;
    }

    @Override
    public boolean onEpochEnd(int epoch, LinearSGDModel model) {
        Predictor<Flight> predictor = LateTraining.predictor(model, examples);
        EpochResult result = evaluator.onEpochEnd(epoch, predictor);
        best = result.isBest() ? predictor : best;
        onEpoch.accept(evaluator.history());
        return !result.shouldStop();
    }

    /** {@return the best model} */
    TrainedModel trained() {
        EpochHistory history = evaluator.history();
        Predictor<Flight> known = best;
        if (known == null) {
            throw new ModelException("No epoch could be evaluated." + firstWarning(history));
        }
        return new TrainedModel(known, history);
    }

    private static String firstWarning(EpochHistory history) {
        return history.epochs().stream()
                .flatMap(epoch -> epoch.warnings().stream())
                .map(notice -> " " + notice.text())
                .findFirst()
                .orElse("");
    }
}
