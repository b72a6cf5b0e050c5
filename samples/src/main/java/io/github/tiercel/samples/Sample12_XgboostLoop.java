package io.github.tiercel.samples;

import io.github.tiercel.data.Features;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.report.ResultTable;
import io.github.tiercel.training.EpochEvaluator;
import io.github.tiercel.training.EpochResult;
import io.github.tiercel.xgboost.XgboostPredictor;
import io.github.tiercel.xgboost.XgboostRounds;
import java.util.Locale;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * A booster of XGBoost, which adds a few trees between one evaluation and the next. The adapter scores the fast tier's
 * rows with these trees only, so the hundredth round costs no more than the first; and the best round is still in the
 * booster when training is over, so it gets its full tier then.
 *
 * <p>Four numbers a flight, NaN where one is missing. {@code nthread} is 1, because on a machine that others use
 * XGBoost's threads wait for each other longer than they compute. On Linux it needs {@code libgomp1}.
 *
 * <p>Run from the root of the repository: {@code scripts/sample.sh 12}. The path of the flights may follow.
 *
 * <p>Output, in part:
 *
 * <pre>
 * round 5  log_loss 0.1687  improved
 * round 10  log_loss 0.1653  improved
 * ...
 * round 20  log_loss 0.1640  improved
 * round 25  log_loss 0.1639
 * round 30  log_loss 0.1637
 * round 35  log_loss 0.1638
 * ...
 * best round: 30 of 40
 * epoch 30   78,543 rows, 3,948 positive (5.0 %)   full tier
 *                    value     95 % interval
 * roc_auc            0.7837    [0.7759, 0.7912]
 * average_precision  0.279     [0.264, 0.294]
 * log_loss           0.1655    [0.1614, 0.1696]
 * ...
 * a predictor of 30 rounds
 * </pre>
 */
public final class Sample12_XgboostLoop {

    private static final int ROUNDS = 300;
    private static final int EVERY = 5;

    private Sample12_XgboostLoop() {}

    public static void main(String[] arguments) throws XGBoostError {
        Flights future = Flights.future(arguments);
        DMatrix past = labelled(Flights.past(arguments));
        Map<String, Object> parameters = Map.of(
                "objective", "binary:logistic", "eta", 0.2, "max_depth", 6, "min_child_weight", 20, "nthread", 1);

        Evaluator evaluator = Evaluator.of(future.evaluationSet())
                .replicates(0) // nothing here reads a bootstrap
                .build();
        try (var epochs = EpochEvaluator.ofScores(evaluator, "xgboost loop")
                        .earlyStopping("log_loss", 4)
                        .build();
                var rounds = XgboostRounds.of(evaluator, epochs, Features.of(rows(future)))
                        .build()) {
            Booster booster = rounds.train(past, parameters, ROUNDS, EVERY, Sample12_XgboostLoop::print);
            int best = epochs.bestEpoch().orElseThrow();
            System.out.println("best round: " + best + " of " + booster.getNumBoostedRound());
            System.out.print(ResultTable.render(rounds.best()));

            // The same model, for use elsewhere.
            XgboostPredictor<double[]> model = XgboostPredictor.of(booster).firstRounds(best);
            System.out.println("a predictor of " + model.rounds() + " rounds");
        }
    }

    private static double[][] rows(Flights flights) {
        return flights.list().stream().map(Sample12_XgboostLoop::row).toArray(double[][]::new);
    }

    private static double[] row(Flight flight) {
        return new double[] {
            flight.hour(), flight.departure().getDayOfWeek().getValue(), flight.distance(), flight.originDelay()
        };
    }

    private static DMatrix labelled(Flights flights) throws XGBoostError {
        double[][] rows = rows(flights);
        int width = rows[0].length;
        float[] numbers = new float[rows.length * width];
        float[] labels = new float[rows.length];
        for (int row = 0; row < rows.length; row++) {
            for (int feature = 0; feature < width; feature++) {
                numbers[row * width + feature] = (float) rows[row][feature];
            }
            labels[row] = flights.list().get(row).late() ? 1 : 0;
        }
        var matrix = new DMatrix(numbers, rows.length, width, Float.NaN);
        matrix.setLabel(labels);
        return matrix;
    }

    private static void print(EpochResult result) {
        System.out.printf(
                Locale.ROOT,
                "round %d  log_loss %.4f%s%n",
                result.summary().epoch(),
                result.tier("fast")
                        .orElseThrow()
                        .model()
                        .metric("log_loss")
                        .value()
                        .orNaN(),
                result.improved() ? "  improved" : "");
    }
}
