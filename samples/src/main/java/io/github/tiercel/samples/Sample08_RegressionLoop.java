package io.github.tiercel.samples;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Features;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.ModelEvaluator;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.result.RegressionFindings;
import io.github.tiercel.training.EpochEvaluator;
import io.github.tiercel.training.EpochResult;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A model that predicts minutes instead of a class. Epochs are compared by the mean absolute error, which is the first
 * metric of the fast tier for numbers; that lower is better belongs to it. The error of a model that always predicts
 * the mean stands below, for without it nobody can tell whether 14 minutes are many.
 *
 * <p>Run from the root of the repository: {@code scripts/sample.sh 08}. The path of the flights may follow.
 *
 * <p>Output:
 *
 * <pre>
 * epoch 1  mae 18.05 [17.78, 18.31]  rmse 32.10 [31.08, 33.14]  improved
 * epoch 2  mae 17.36 [17.09, 17.62]  rmse 31.66 [30.64, 32.72]  improved
 * epoch 3  mae 17.16 [16.89, 17.42]  rmse 31.28 [30.26, 32.35]  improved
 * epoch 4  mae 17.77 [17.50, 18.04]  rmse 31.07 [30.05, 32.12]
 * epoch 5  mae 17.33 [17.06, 17.60]  rmse 30.93 [29.90, 31.99]
 * epoch 6  mae 17.20 [16.93, 17.48]  rmse 30.76 [29.73, 31.83]
 * best after epoch 3
 * always the mean: rmse 32.57 on these flights
 * </pre>
 */
public final class Sample08_RegressionLoop {

    private static final int EPOCHS = 6;
    private static final int FLIGHTS_PER_EPOCH = 2_000;

    private Sample08_RegressionLoop() {}

    public static void main(String[] arguments) {
        List<Flight> past = Flights.past(arguments).list();
        Flights future = Flights.future(arguments);

        var model = new LinearRegression();
        ModelEvaluator<double[]> evaluator = Evaluator.of(set(future))
                .features(Features.of(future.numbers()))
                .build();
        try (var epochs = EpochEvaluator.of(evaluator, "regression loop").build()) {
            for (int epoch = 1; epoch <= EPOCHS; epoch++) {
                model.trainOneEpoch(past);
                print(epoch, epochs.onEpochEnd(epoch, model::minutes));
            }
            System.out.println("best after epoch " + epochs.bestEpoch().orElseThrow());
            if (epochs.best().model().findings() instanceof RegressionFindings labels) {
                System.out.printf(
                        Locale.ROOT, "always the mean: rmse %.2f on these flights%n", labels.labelDeviation());
            }
        }
    }

    private static EvaluationSet set(Flights flights) {
        double[] minutes = flights.list().stream().mapToDouble(Flight::delay).toArray();
        long[] ids = flights.list().stream().mapToLong(Flight::id).toArray();
        return EvaluationSet.regression(minutes).ids(ids).build();
    }

    private static void print(int epoch, EpochResult result) {
        var model = result.tier("fast").orElseThrow().model();
        System.out.printf(
                Locale.ROOT,
                "epoch %d  %s  %s%s%n",
                epoch,
                shown(model.metric("mae")),
                shown(model.metric("rmse")),
                result.improved() ? "  improved" : "");
    }

    private static String shown(Estimate estimate) {
        var world = estimate.population().orElseThrow();
        return String.format(
                Locale.ROOT,
                "%s %.2f [%.2f, %.2f]",
                estimate.metric(),
                estimate.value().orNaN(),
                world.lower(),
                world.upper());
    }

    /** Linear least squares by stochastic gradient descent: so many minutes for each number of a flight. */
    private static final class LinearRegression {

        private static final double LEARNING_RATE = 0.001;

        /** Minutes of delay beyond which more is not learned: a flight of a day late would undo what others taught. */
        private static final double MOST = 180;

        private final double[] weights = new double[Flight.NUMBERS];
        private final Random random = new Random(42);

        double minutes(double[] numbers) {
            double minutes = 0;
            for (int i = 0; i < weights.length; i++) {
                minutes += weights[i] * numbers[i];
            }
            return minutes;
        }

        void trainOneEpoch(List<Flight> flights) {
            for (int step = 0; step < FLIGHTS_PER_EPOCH; step++) {
                Flight flight = flights.get(random.nextInt(flights.size()));
                double[] numbers = flight.numbers();
                double error = Math.min(MOST, flight.delay()) - minutes(numbers);
                for (int i = 0; i < weights.length; i++) {
                    weights[i] += LEARNING_RATE * error * numbers[i];
                }
            }
        }
    }
}
