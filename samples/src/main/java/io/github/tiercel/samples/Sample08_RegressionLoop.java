package io.github.tiercel.samples;

import io.github.tiercel.data.Features;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.ModelEvaluator;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.training.EpochEvaluator;
import io.github.tiercel.training.EpochResult;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A model that predicts minutes instead of a class. Tiercel has no metrics of regression yet, so how many minutes the
 * predictions are off, nobody says here. What can be said today is how well they rank: whether flights that turn out
 * more than an hour late were predicted later than the others. Predicted minutes are no probabilities; the two metrics
 * named do not ask for any.
 *
 * <p>Run from the root of the repository: {@code scripts/sample.sh 08}. The path of the flights may follow.
 *
 * <p>Output:
 *
 * <pre>
 * epoch 1  roc_auc 0.689 [0.674, 0.703]  average_precision 0.129 [0.107, 0.156]
 * epoch 2  roc_auc 0.752 [0.738, 0.765]  average_precision 0.219 [0.190, 0.250]
 * epoch 3  roc_auc 0.771 [0.757, 0.784]  average_precision 0.239 [0.210, 0.271]
 * epoch 4  roc_auc 0.766 [0.752, 0.779]  average_precision 0.232 [0.202, 0.264]
 * epoch 5  roc_auc 0.774 [0.761, 0.787]  average_precision 0.241 [0.211, 0.273]
 * epoch 6  roc_auc 0.775 [0.761, 0.788]  average_precision 0.243 [0.214, 0.276]
 * ranks best after epoch 6
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
        ModelEvaluator<double[]> evaluator = Evaluator.of(future.evaluationSet())
                .metrics("roc_auc", "average_precision")
                .features(Features.of(future.numbers()))
                .build();
        try (var epochs = EpochEvaluator.of(evaluator, "regression loop")
                .monitor("roc_auc")
                .build()) {
            for (int epoch = 1; epoch <= EPOCHS; epoch++) {
                model.trainOneEpoch(past);
                print(epoch, epochs.onEpochEnd(epoch, model::minutes));
            }
            System.out.println("ranks best after epoch " + epochs.bestEpoch().orElseThrow());
        }
    }

    private static void print(int epoch, EpochResult result) {
        var model = result.tier("fast").orElseThrow().model();
        System.out.printf(
                Locale.ROOT,
                "epoch %d  %s  %s%n",
                epoch,
                shown(model.metric("roc_auc")),
                shown(model.metric("average_precision")));
    }

    private static String shown(Estimate estimate) {
        var world = estimate.population().orElseThrow();
        return String.format(
                Locale.ROOT,
                "%s %.3f [%.3f, %.3f]",
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
