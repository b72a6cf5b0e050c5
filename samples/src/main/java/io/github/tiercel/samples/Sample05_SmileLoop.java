package io.github.tiercel.samples;

import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.training.EpochEvaluator;
import io.github.tiercel.training.EpochResult;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import smile.base.mlp.Layer;
import smile.base.mlp.OutputFunction;
import smile.classification.MLP;
import smile.math.MathEx;
import smile.math.TimeFunction;

/**
 * A network of a library that Tiercel knows nothing of: Smile trains it, scores the rows that the fast tier asks for,
 * and hands over nothing but these scores. Any library can do that, in any language that the JVM can call.
 *
 * <p>Smile 3 is under the GPL. This program may use it because samples are never published; a library under another
 * licence must not. Without {@code OMP_NUM_THREADS=1}, which {@code scripts/sample.sh} sets, OpenBLAS starts a thread a
 * core, and these wait for each other longer than they compute.
 *
 * <p>Run from the root of the repository: {@code scripts/sample.sh 05}. The path of the flights may follow.
 *
 * <p>Output:
 *
 * <pre>
 * epoch 1  roc_auc 0.661 [0.645, 0.676]
 * epoch 2  roc_auc 0.718 [0.703, 0.733]
 * epoch 3  roc_auc 0.742 [0.728, 0.757]
 * epoch 4  roc_auc 0.754 [0.740, 0.768]
 * epoch 5  roc_auc 0.764 [0.750, 0.777]
 * epoch 6  roc_auc 0.768 [0.754, 0.781]
 * best epoch: 6
 * </pre>
 */
public final class Sample05_SmileLoop {

    private static final int EPOCHS = 6;
    private static final int BATCHES_PER_EPOCH = 200;
    private static final int BATCH = 64;

    private Sample05_SmileLoop() {}

    public static void main(String[] arguments) {
        Flights past = Flights.past(arguments);
        Flights future = Flights.future(arguments);
        Evaluator evaluator = Evaluator.of(future.evaluationSet()).build();

        MLP network = network();
        var random = new Random(42);
        try (var epochs = EpochEvaluator.ofScores(evaluator, "smile loop")
                .tiers(Tier.fast())
                .earlyStopping("roc_auc", 2)
                .build()) {
            // The same rows at every epoch: what they hold is looked up once.
            double[][] sample = Arrays.stream(epochs.rows(Tier.fast()))
                    .mapToObj(row -> future.list().get(row).numbers())
                    .toArray(double[][]::new);
            for (int epoch = 1; epoch <= EPOCHS; epoch++) {
                trainOneEpoch(network, past.list(), random);
                EpochResult result = epochs.onEpochEnd(epoch, probabilities(network, sample));
                print(epoch, result);
                if (result.shouldStop()) {
                    break;
                }
            }
            System.out.println("best epoch: " + epochs.bestEpoch().orElseThrow());
        }
    }

    private static MLP network() {
        MathEx.setSeed(42); // the weights to begin with
        var network = new MLP(Layer.input(Flight.NUMBERS), Layer.rectifier(16), Layer.mle(1, OutputFunction.SIGMOID));
        network.setLearningRate(TimeFunction.constant(0.1));
        return network;
    }

    private static void trainOneEpoch(MLP network, List<Flight> flights, Random random) {
        for (int i = 0; i < BATCHES_PER_EPOCH; i++) {
            List<Flight> batch =
                    random.ints(BATCH, 0, flights.size()).mapToObj(flights::get).toList();
            network.update(
                    batch.stream().map(Flight::numbers).toArray(double[][]::new),
                    batch.stream().mapToInt(flight -> flight.late() ? 1 : 0).toArray());
        }
    }

    private static double[] probabilities(MLP network, double[][] rows) {
        double[] probabilities = new double[rows.length];
        double[] ofClasses = new double[2];
        for (int row = 0; row < rows.length; row++) {
            network.predict(rows[row], ofClasses);
            probabilities[row] = ofClasses[1];
        }
        return probabilities;
    }

    private static void print(int epoch, EpochResult result) {
        Estimate auc = result.tier("fast").orElseThrow().model().metric("roc_auc");
        System.out.printf(
                Locale.ROOT,
                "epoch %d  roc_auc %.3f [%.3f, %.3f]%n",
                epoch,
                auc.value().orNaN(),
                auc.population().orElseThrow().lower(),
                auc.population().orElseThrow().upper());
    }
}
