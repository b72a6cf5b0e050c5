package io.github.tiercel.report;

import static io.github.tiercel.report.HandMadeParts.difference;
import static io.github.tiercel.report.HandMadeParts.differences;
import static io.github.tiercel.report.HandMadeParts.estimate;
import static io.github.tiercel.report.HandMadeParts.flagged;
import static io.github.tiercel.report.HandMadeParts.interval;
import static io.github.tiercel.report.HandMadeParts.lower;
import static io.github.tiercel.report.HandMadeParts.metrics;
import static io.github.tiercel.report.HandMadeParts.neither;
import static io.github.tiercel.report.HandMadeParts.undefined;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.EstimateFlag;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.compare.Difference;
import io.github.tiercel.metrics.multiclass.ConfusionTable;
import io.github.tiercel.result.BaselineResult;
import io.github.tiercel.result.ClassResult;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.MulticlassFindings;
import io.github.tiercel.result.Notice;
import io.github.tiercel.result.RankingFindings;
import io.github.tiercel.result.RegressionFindings;
import io.github.tiercel.result.SliceResult;
import io.github.tiercel.result.Support;
import io.github.tiercel.result.TaskFindings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;

/** Results of other tasks than yes or no, written by hand. The numbers are made up. */
final class HandMadeTasks {

    private HandMadeTasks() {}

    /** Four classes, one of them absent and named oddly, with a baseline and a slice. */
    static ModelResult multiclass() {
        List<String> names = List.of("on time", "late", "cancelled", "<b>di\nverted</b>");
        double[][] weights = {{60_123, 2_456, 0, 12}, {8_901, 5_432, 3, 0}, {901.5, 88, 626.5, 0}, {0, 0, 0, 0}};
        return new ModelResult(
                "gbm",
                "full",
                78_543,
                78_543,
                metrics(
                        estimate("accuracy", 0.84267, 0.84011, 0.84520),
                        lower(estimate("log_loss", 0.43012, 0.42555, 0.43469)),
                        undefined("f1_macro", UndefinedReason.ABSENT_CLASS)),
                new MulticlassFindings(
                        List.of(
                                new ClassResult(names.get(0), 62_591, rates(0.86, 0.96, 0.91, 0.003)),
                                new ClassResult(names.get(1), 14_336, rates(0.68, 0.38, 0.49, 0.01)),
                                new ClassResult(names.get(2), 1_616, rates(0.995, 0.388, 0.558, 0.02)),
                                new ClassResult(names.get(3), 0, absent())),
                        confusion(names, weights),
                        HandMadePanels.curves(),
                        Optional.of(HandMadePanels.calibration())),
                List.of(slice("origin", "ORD", 4_409, Support.Unit.RAREST_CLASS, 37, "accuracy", 0.8012, 0.0117)),
                Optional.of(new BaselineResult(
                        "majority",
                        metrics(
                                estimate("accuracy", 0.79690, 0.79408, 0.79970),
                                lower(estimate("log_loss", 0.5603, 0.5551, 0.5655))))),
                differences(
                        difference("accuracy", Direction.HIGHER_IS_BETTER, 0.04577, 0.0432, 0.0483, 1e-12),
                        difference("log_loss", Direction.LOWER_IS_BETTER, -0.13018, -0.1341, -0.1263, 1e-12)),
                List.of(),
                List.of(new Notice("ABSENT_CLASS", "No row is of the class \"<b>di\nverted</b>\".")));
    }

    /**
     * Errors in minutes, in squared grams and in units so small that they need an exponent; one without a better end.
     */
    static ModelResult regression() {
        return new ModelResult(
                "delay_minutes",
                "full",
                78_543,
                78_543,
                metrics(
                        lower(estimate("mae", 12.3412, 11.8391, 12.8433)),
                        neither(estimate("mean_error", 1.4, 1.1, 1.7)),
                        lower(estimate("mse", 1_234_567, 1_222_222, 1_246_912)),
                        lower(estimate("pinball_0.9", 1.2345e-5, 1.1345e-5, 1.3345e-5)),
                        estimate("r2", 0.4102, 0.3951, 0.4253)),
                new RegressionFindings(12.1345, 40.2101, Optional.of(HandMadePanels.residuals())),
                List.of(slice("origin", "ORD", 4_409, Support.Unit.ROWS, 4_409, "mae", 15.02, 0.91)),
                Optional.of(new BaselineResult(
                        "mean",
                        metrics(
                                lower(estimate("mae", 17.93, 17.41, 18.45)),
                                neither(estimate("mean_error", 0.01, -0.27, 0.29))))),
                differences(
                        difference("mae", Direction.LOWER_IS_BETTER, -5.59, -5.87, -5.31, 1e-12),
                        difference("mean_error", Direction.NEITHER, 1.39, 1.21, 1.57, 1e-12)),
                List.of(),
                List.of());
    }

    /** A sample of queries. */
    static ModelResult ranking() {
        Estimate ndcg = estimate("ndcg@10", 0.6123, 0.5988, 0.6258);
        return new ModelResult(
                "bm25",
                "fast",
                12_345,
                200_000,
                metrics(
                        new Estimate(
                                "ndcg@10",
                                Direction.HIGHER_IS_BETTER,
                                ndcg.value(),
                                ndcg.population(),
                                Optional.of(interval(0.6001, 0.6245, "influence-t")),
                                Optional.empty(),
                                Optional.empty(),
                                OptionalDouble.of(0.0069),
                                Set.of(),
                                12_345,
                                0),
                        flagged(estimate("mrr", 0.71, 0.69, 0.73), EstimateFlag.SMALL_SAMPLE)),
                RankingFindings.of(1_000, 23),
                List.of(slice("country", "DE", 2_345, Support.Unit.QUERIES, 190, "ndcg@10", 0.58, 0.03)),
                Optional.empty(),
                Map.of(),
                List.of(),
                List.of());
    }

    /** All queries of a set, with what is drawn of them. */
    static ModelResult fullRanking() {
        return bare("bm25", HandMadePanels.ranking());
    }

    /** So many classes, each with a few rows taken for the next one; the higher its number, the weaker a class. */
    static ModelResult manyClasses(int count) {
        List<String> names =
                IntStream.range(0, count).mapToObj(c -> "class " + c).toList();
        double[][] weights = new double[count][count];
        for (int c = 0; c < count; c++) {
            weights[c][c] = 1_000 - c;
            weights[c][(c + 1) % count] = c;
        }
        List<ClassResult> classes = IntStream.range(0, count)
                .mapToObj(c -> new ClassResult(names.get(c), 1_000, rates(0.9, 0.9, 0.9 - c / 1000.0, 0.01)))
                .toList();
        return bare("m", MulticlassFindings.of(classes, confusion(names, weights)));
    }

    static ModelResult bare(String name, TaskFindings findings) {
        return new ModelResult(
                name,
                "full",
                78_543,
                78_543,
                metrics(estimate("any", 0.7, 0.6, 0.8)),
                findings,
                List.of(),
                Optional.empty(),
                Map.of(),
                List.of(),
                List.of());
    }

    /** {@return the table of these weights, a row of weights for each class} */
    static ConfusionTable confusion(List<String> classes, double[][] weights) {
        int count = classes.size();
        double[][] scores = new double[count][count * count];
        for (int pair = 0; pair < count * count; pair++) {
            scores[pair % count][pair] = 1;
        }
        return ConfusionTable.of(MulticlassPredictions.of(
                classes,
                IntStream.range(0, count * count).map(pair -> pair / count).toArray(),
                scores,
                Arrays.stream(weights).flatMapToDouble(Arrays::stream).toArray()));
    }

    private static Map<String, Estimate> rates(double precision, double recall, double f1, double margin) {
        return metrics(
                estimate("precision", precision, precision - margin, Math.min(1, precision + margin)),
                estimate("recall", recall, recall - margin, recall + margin),
                estimate("f1", f1, f1 - margin, f1 + margin));
    }

    private static Map<String, Estimate> absent() {
        return metrics(
                flagged(estimate("precision", 0, 0, 0.22), EstimateFlag.AT_THE_EDGE),
                undefined("recall", UndefinedReason.NO_POSITIVES),
                flagged(estimate("f1", 0, 0, 0.22), EstimateFlag.AT_THE_EDGE));
    }

    private static SliceResult slice(
            String column,
            String value,
            int rows,
            Support.Unit unit,
            int support,
            String metric,
            double number,
            double margin) {
        Map<String, Difference> none = Map.of();
        return new SliceResult(
                column,
                value,
                rows,
                new Support(unit, support),
                metrics(estimate(metric, number, number - margin, number + margin)),
                none);
    }
}
