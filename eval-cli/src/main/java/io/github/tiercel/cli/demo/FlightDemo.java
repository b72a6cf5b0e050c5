package io.github.tiercel.cli.demo;

import io.github.tiercel.evaluation.Candidate;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.ModelEvaluator;
import io.github.tiercel.gate.Gates;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.result.EpochHistory;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.ServingProfile;
import io.github.tiercel.serving.LatencyProbe;
import io.github.tiercel.serving.ServingBudget;
import io.github.tiercel.serving.ServingCheck;
import io.github.tiercel.store.PredictionStore;
import io.github.tiercel.training.EarlyStopping;
import io.github.tiercel.training.EpochEvaluator;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * A model that learns whether flights will be late, evaluated as it learns, and then against a baseline.
 *
 * <p>It learns from 152,226 flights of January to April 2001 and is evaluated on 78,543 of May and June. Its epochs are
 * judged on the flights that the comparison uses, so the winner's numbers are a little optimistic; a third set would be
 * needed for better ones. Equal runs give equal models and numbers, to the last bit. Safe for use by one thread.
 *
 * <pre>{@code
 * FlightDemo demo = FlightDemo.read();
 * TrainedModel model = demo.train(store, 40, history -> {});
 * EvaluationResult result = demo.compare(store, model);
 * }</pre>
 *
 * @since 0.1
 */
public final class FlightDemo {

    /** What the model may take in service, declared before it is trained. */
    private static final ServingBudget BUDGET =
            ServingBudget.of().p99(Duration.ofMillis(5)).memory(4L << 30);

    /** The gates of the comparison. */
    private static final Gates GATES = Gates.of(
                    "roc_auc >= 0.7", "roc_auc no-worse-than baseline by 0", "log_loss no-worse-than baseline by 0")
            .and(BUDGET.rules().toArray(String[]::new));

    private static final Duration RUN_TIME = Duration.ofMillis(100);

    private static final int EPOCHS_PER_FULL_TIER = 5;
    private static final int PATIENCE = 3;
    private static final double LEAST_GAIN = 0.0003;
    private static final double NANOS_PER_MILLI = 1e6;

    private final FlightFile file;
    private final double readMillis;

    private FlightDemo(FlightFile file, double readMillis) {
        this.file = file;
        this.readMillis = readMillis;
    }

    /**
     * {@return the demo with the flights that come with the command}
     *
     * @throws io.github.tiercel.data.DataException if the folder for temporary files cannot be written
     */
    public static FlightDemo read() {
        long start = System.nanoTime();
        FlightFile file = FlightFile.read();
        return new FlightDemo(file, (System.nanoTime() - start) / NANOS_PER_MILLI);
    }

    /** {@return the number of flights to learn from} */
    public int pastFlights() {
        return file.flights().past().size();
    }

    /** {@return the number of flights to evaluate on} */
    public int heldOutFlights() {
        return file.flights().holdout().rows();
    }

    /**
     * {@return the best model of a training run, which ends when log-loss has not improved for three epochs by more
     * than 0.0003}
     *
     * @param store keeps the scores of each epoch's model
     * @param epochs how many epochs to train at most, at least 1
     * @param onEpoch takes the epochs so far, at the end of each
     * @throws io.github.tiercel.inference.ModelException if no epoch could be evaluated
     */
    public TrainedModel train(PredictionStore store, int epochs, Consumer<EpochHistory> onEpoch) {
        ModelEvaluator<Flight> evaluator = models(Evaluator.of(file.flights().holdout()), store);
        LateTraining training = LateTraining.on(file.flights().past());
        // Time for training counts from here, so all that is no training comes before.
        try (EpochEvaluator<Flight> evaluated = EpochEvaluator.of(evaluator, "flights")
                .fullEvery(EPOCHS_PER_FULL_TIER)
                .stopping(EarlyStopping.of("log_loss", PATIENCE).withMinDelta(LEAST_GAIN))
                .checkingFirstModel(ServingCheck.of(BUDGET, file.flights().features()))
                .build()) {
            EpochWatch watch = new EpochWatch(evaluated, onEpoch);
            training.run(epochs, watch);
            return watch.trained();
        }
    }

    /**
     * {@return what the full tier finds about the model and the rate of the hour, on the same flights, judged by three
     * gates and a budget of what it takes in service; with the history of the run}
     *
     * @param store keeps the scores of both
     * @param model the model
     * @throws io.github.tiercel.inference.ModelException if the model fails
     */
    public EvaluationResult compare(PredictionStore store, TrainedModel model) {
        Flights flights = file.flights();
        ModelEvaluator<Flight> judged = models(Evaluator.of(flights.holdout()).judgedBy(GATES), store);
        EvaluationResult result = judged.full(
                Candidate.of("linear, epoch " + model.epoch(), model.predictor())
                        .withServing(serving(model.predictor())),
                Candidate.of("hour_rate", HourRate.learn(flights.past()).predictor()));
        return result.withHistory(model.history())
                .traced(
                        result.time().withRead(readMillis),
                        result.provenance().withFingerprint("data", file.fingerprint()));
    }

    private ServingProfile serving(Predictor<Flight> model) {
        return LatencyProbe.of(model, file.flights().features())
                .forBudget(BUDGET)
                .runTime(RUN_TIME)
                .build()
                .measure();
    }

    private ModelEvaluator<Flight> models(Evaluator.Builder evaluator, PredictionStore store) {
        return evaluator.features(file.flights().features()).store(store).build();
    }
}
