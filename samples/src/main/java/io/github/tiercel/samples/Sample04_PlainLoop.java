package io.github.tiercel.samples;

import io.github.tiercel.data.Features;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.ModelEvaluator;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.training.EpochEvaluator;
import io.github.tiercel.training.EpochResult;
import java.util.Locale;
import java.util.Random;

/**
 * A training loop that nobody but you has written: at the end of each epoch the fast tier scores 8,192 of 78,543
 * flights with the model as it is, and training stops once log-loss has not improved by more than chance for three
 * epochs. A live network cannot be asked for more rows later, so that here noise is the limit.
 *
 * <p>Flights that choose the epoch flatter it a little: what the model is worth in the end, other flights must say.
 *
 * <p>Run from the root of the repository: {@code scripts/sample.sh 04}. The path of the flights may follow.
 *
 * <p>Output:
 *
 * <pre>
 * epoch  1  log_loss 0.1912 [0.1864, 0.1959]  improved
 * epoch  2  log_loss 0.1795 [0.1751, 0.1838]  improved
 * epoch  3  log_loss 0.1727 [0.1680, 0.1773]  improved
 * epoch  4  log_loss 0.1724 [0.1678, 0.1769]
 * epoch  5  log_loss 0.1698 [0.1648, 0.1748]  improved
 * epoch  6  log_loss 0.1703 [0.1657, 0.1749]
 * epoch  7  log_loss 0.1703 [0.1657, 0.1750]
 * epoch  8  log_loss 0.1702 [0.1656, 0.1748]
 * best epoch: 5; log_loss has not improved for 3 evaluations, as far as 8,192 rows can tell: a gain below 0.0016 would not show
 * </pre>
 */
public final class Sample04_PlainLoop {

    private static final int FLIGHTS_PER_EPOCH = 10_000;

    private Sample04_PlainLoop() {}

    public static void main(String[] arguments) {
        Flights past = Flights.past(arguments);
        Flights future = Flights.future(arguments);

        var model = new LogisticRegression();
        ModelEvaluator<double[]> evaluator = Evaluator.of(future.evaluationSet())
                .features(Features.of(future.numbers()))
                .build();
        try (var epochs = EpochEvaluator.of(evaluator, "plain loop")
                .earlyStopping("log_loss", 3)
                .build()) {
            for (int epoch = 1; epoch <= 100; epoch++) {
                model.trainOneEpoch(past);
                EpochResult result = epochs.onEpochEnd(epoch, model::probability);
                print(epoch, result);
                if (result.shouldStop()) {
                    break;
                }
            }
            System.out.println("best epoch: " + epochs.bestEpoch().orElseThrow() + "; "
                    + epochs.history().stopped().orElse("all epochs done"));
        }
    }

    private static void print(int epoch, EpochResult result) {
        Estimate logLoss = result.tier("fast").orElseThrow().model().metric("log_loss");
        Interval world = logLoss.population().orElseThrow();
        System.out.printf(
                Locale.ROOT,
                "epoch %2d  log_loss %.4f [%.4f, %.4f]%s%n",
                epoch,
                logLoss.value().orNaN(),
                world.lower(),
                world.upper(),
                result.improved() ? "  improved" : "");
    }

    /** Logistic regression by stochastic gradient descent: a weight for each number of a flight. */
    static final class LogisticRegression {

        private static final double LEARNING_RATE = 0.02;

        private final double[] weights = new double[Flight.NUMBERS];
        private final Random random = new Random(42);

        double probability(double[] numbers) {
            double logOdds = 0;
            for (int i = 0; i < weights.length; i++) {
                logOdds += weights[i] * numbers[i];
            }
            return 1 / (1 + Math.exp(-logOdds));
        }

        void trainOneEpoch(Flights flights) {
            for (int step = 0; step < FLIGHTS_PER_EPOCH; step++) {
                Flight flight = flights.list().get(random.nextInt(flights.size()));
                double[] numbers = flight.numbers();
                double error = (flight.late() ? 1 : 0) - probability(numbers);
                for (int i = 0; i < weights.length; i++) {
                    weights[i] += LEARNING_RATE * error * numbers[i];
                }
            }
        }
    }
}
