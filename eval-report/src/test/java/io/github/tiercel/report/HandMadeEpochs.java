package io.github.tiercel.report;

import static io.github.tiercel.report.HandMadeParts.estimate;
import static io.github.tiercel.report.HandMadeParts.lower;
import static io.github.tiercel.report.HandMadeParts.metrics;
import static io.github.tiercel.report.HandMadeParts.neither;
import static io.github.tiercel.report.HandMadeParts.undefined;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.result.EpochComparison;
import io.github.tiercel.result.EpochHistory;
import io.github.tiercel.result.EpochRecord;
import io.github.tiercel.result.InferenceCost;
import io.github.tiercel.result.Notice;
import io.github.tiercel.result.Progress;
import io.github.tiercel.result.TierRecord;
import io.github.tiercel.result.TimeBreakdown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Training runs written by hand. The numbers are made up. */
final class HandMadeEpochs {

    private static final InferenceCost FAST = new InferenceCost(2.5, 8_192, 0, 0, 0, 0.25);
    private static final InferenceCost FULL = new InferenceCost(20.5, 70_351, 8_192, 0, 2.5, 1.5);

    private HandMadeEpochs() {}

    /** Four epochs: two with the full tier, one that failed, and one without a value for the second metric. */
    static EpochHistory stopped() {
        return new EpochHistory(
                "run-42",
                "log_loss",
                Direction.LOWER_IS_BETTER,
                List.of(first(), second(), failed(3), fourth()),
                Optional.of(2),
                Optional.of("log_loss has not improved for 2 epochs"));
    }

    /** The first epochs of the run above, as they stood after the second. */
    static EpochHistory goingOn() {
        return new EpochHistory(
                "run-42",
                "log_loss",
                Direction.LOWER_IS_BETTER,
                List.of(first(), second()),
                Optional.of(2),
                Optional.empty());
    }

    /** Two epochs with metrics of rankings and of predicted numbers, in sizes of their own. */
    static EpochHistory ofOtherTasks() {
        return new EpochHistory(
                "run-43",
                "ndcg@10",
                Direction.HIGHER_IS_BETTER,
                List.of(ofOtherTasks(1, 0.412, 0.014, 1_234_567, 1.2e-5), ofOtherTasks(2, 0.512, 0.013, 98_765, 2e-6)),
                Optional.of(2),
                Optional.empty());
    }

    private static EpochRecord ofOtherTasks(int number, double ndcg, double margin, double mse, double error) {
        TierRecord fast = fast(
                estimate("ndcg@10", ndcg, ndcg - margin, ndcg + margin),
                lower(estimate("mse", mse, mse * 0.9, mse * 1.1)),
                neither(estimate("mean_error", error, error - 1e-6, error + 1e-6)));
        return epoch(number, true, 4.1, Map.of("fast", fast));
    }

    static EpochRecord first() {
        return epoch(1, true, 4.1, Map.of("fast", fast(logLoss(0.2312, 0.0045), auc(0.655, 0.014))));
    }

    static EpochRecord second() {
        Map<String, TierRecord> tiers = new LinkedHashMap<>();
        tiers.put("fast", fast(logLoss(0.1743, 0.0031), auc(0.741, 0.013)));
        tiers.put("full", new TierRecord(78_543, metrics(logLoss(0.1751, 0.0010)), time(FULL, 41.25)));
        return epoch(2, true, 45.3, tiers);
    }

    static EpochRecord failed(int number) {
        String text = "the model gave NaN for 12 of 8,192 rows (first at rows 17, 203, 998)";
        return new EpochRecord(
                number,
                Map.of(),
                false,
                Progress.NOT_IMPROVED,
                Optional.empty(),
                2_010,
                3,
                List.of(new Notice("NOT_FINITE", text)));
    }

    static EpochRecord fourth() {
        TierRecord fast = fast(logLoss(0.1799, 0.0033), undefined("roc_auc", UndefinedReason.NO_POSITIVES));
        Map<String, TierRecord> tiers = new LinkedHashMap<>();
        tiers.put("fast", fast);
        tiers.put("full", new TierRecord(78_543, metrics(logLoss(0.1790, 0.0010)), time(FULL, 41.25)));
        return new EpochRecord(
                4,
                tiers,
                false,
                Progress.UNDECIDED,
                Optional.of(new EpochComparison(2, 8_192, -0.0056, -0.0112, 0.0001, 0.00051)),
                2_004,
                3.9,
                List.of());
    }

    private static EpochRecord epoch(int number, boolean improved, double millis, Map<String, TierRecord> tiers) {
        Progress progress = improved ? Progress.IMPROVED : Progress.NOT_IMPROVED;
        return new EpochRecord(number, tiers, improved, progress, Optional.empty(), 2_000 + number, millis, List.of());
    }

    private static TierRecord fast(Estimate... metrics) {
        return new TierRecord(8_192, metrics(metrics), time(FAST, 4));
    }

    private static TimeBreakdown time(InferenceCost inference, double total) {
        return new TimeBreakdown(0, inference, 1, 0.25, total);
    }

    private static Estimate logLoss(double value, double margin) {
        return lower(estimate("log_loss", value, value - margin, value + margin));
    }

    private static Estimate auc(double value, double margin) {
        return estimate("roc_auc", value, value - margin, value + margin);
    }
}
