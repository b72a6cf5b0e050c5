package io.github.tiercel.evaluation;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.binary.LogLoss;
import io.github.tiercel.metrics.interval.IntervalEstimator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a reader should know of yes-or-no labels and their scores. */
final class BinaryNotices {

    /** Reasons that labels of one class give, whatever is predicted for them. */
    private static final Set<UndefinedReason> OF_ONE_CLASS = Set.of(
            UndefinedReason.NO_POSITIVES,
            UndefinedReason.NO_NEGATIVES,
            UndefinedReason.NO_POSITIVES_AT_ALL,
            UndefinedReason.ONE_CLASS,
            UndefinedReason.CHANCE_AGREEMENT_IS_COMPLETE,
            UndefinedReason.CONSTANT_LABELS);

    private final Notices notices;
    private final BinaryPredictions predictions;
    private final Map<String, Estimate> metrics;

    BinaryNotices(Notices notices, BinaryPredictions predictions, Map<String, Estimate> metrics) {
        this.notices = notices;
        this.predictions = predictions;
        this.metrics = metrics;
    }

    void add(List<Metric<BinaryPredictions>> computed) {
        labels();
        scale(computed.stream().anyMatch(Metric::needsProbabilities));
        hardLabels();
        computed.stream()
                .filter(LogLoss.class::isInstance)
                .map(LogLoss.class::cast)
                .forEach(this::clipped);
        inverted();
    }

    private void labels() {
        int positives = predictions.positives();
        int negatives = predictions.negatives();
        if (positives == 0 || negatives == 0) {
            notices.add(
                    "ONE_CLASS",
                    (positives + negatives == 1
                                    ? "The only label is "
                                    : "All " + Notices.number(predictions.weightedRows()) + " labels are ")
                            + (positives == 0 ? "negative" : "positive") + ", so " + undefined()
                            + " undefined. The rest is reported. Check that the right label counts as positive.");
        } else if (Math.min(positives, negatives) < IntervalEstimator.FEWEST_ROWS) {
            String rarer = positives < negatives ? "positive" : "negative";
            notices.add(
                    "SMALL_SAMPLE",
                    "Only " + Notices.number(Math.min(positives, negatives)) + " of "
                            + Notices.number(positives + negatives)
                            + " labels " + (Math.min(positives, negatives) == 1 ? "is " : "are ") + rarer + "; below "
                            + IntervalEstimator.FEWEST_ROWS
                            + " intervals are rough and average precision tends to be too high.");
        }
    }

    /** Scores of any scale are fine for whoever asks for nothing but ranks. */
    private void scale(boolean probabilitiesNeeded) {
        if (!predictions.areProbabilities() && probabilitiesNeeded) {
            notices.add(
                    "NOT_PROBABILITIES",
                    Notices.scores(Notices.count(predictions, row -> isOutside(predictions.score(row))), "is", "are")
                            + " outside [0, 1], so metrics of probabilities and of decisions are undefined. Rank"
                            + " metrics take any score. If these are logits, apply the logistic function first.");
        } else if (predictions.areProbabilities() && predictions.clampedRows() > 0) {
            notices.add(
                    "CLAMPED",
                    Notices.scores(predictions.clampedRows(), "leaves", "leave")
                            + " [0, 1] by at most 1e-9 and counts as its nearest end.");
        }
    }

    private void hardLabels() {
        boolean hard = predictions.rows() > 2
                && !Notices.any(predictions, row -> predictions.score(row) != 0 && predictions.score(row) != 1);
        if (hard) {
            notices.add(
                    "HARD_LABELS",
                    "The scores are only 0 and 1. They look like decisions, so the ROC curve has one point and"
                            + " ROC-AUC equals balanced accuracy. Pass probabilities instead.");
        }
    }

    private void clipped(LogLoss loss) {
        if (!predictions.areProbabilities() || isWithin(loss.clip())) {
            return;
        }
        int clipped = Notices.count(
                predictions,
                row -> predictions.probability(row) < loss.clip() || predictions.probability(row) > 1 - loss.clip());
        if (clipped > 0) {
            notices.add(
                    "CLIPPED",
                    Notices.scores(clipped, "is", "are") + " closer to 0 or 1 than "
                            + String.format(Locale.ROOT, "%.1e", loss.clip())
                            + " and clipped to that for log-loss, whose value depends on the clip.");
        }
    }

    /** Where scores are sorted anyhow, the first and the last say it all. */
    private boolean isWithin(double clip) {
        return predictions.areSorted()
                && predictions.weightedRows() > 0
                && predictions.groups().score(0) <= 1 - clip
                && predictions.groups().score(predictions.groups().size() - 1) >= clip;
    }

    private void inverted() {
        Estimate auc = metrics.get("roc_auc");
        if (auc != null && auc.population().map(Interval::upper).orElse(1.0) < 0.5) {
            notices.add(
                    "INVERTED",
                    String.format(
                            Locale.ROOT,
                            "ROC-AUC is %.3f, clearly below 0.5: the score may be for the other"
                                    + " class. Check which label counts as positive.",
                            auc.value().orNaN()));
        }
    }

    private String undefined() {
        List<String> names = metrics.values().stream()
                .filter(estimate ->
                        estimate.value().reason().map(OF_ONE_CLASS::contains).orElse(false))
                .map(Estimate::metric)
                .toList();
        return names.isEmpty()
                ? "metrics that need both classes are"
                : String.join(", ", names) + (names.size() == 1 ? " is" : " are");
    }

    private static boolean isOutside(double score) {
        return !(score >= 0 && score <= 1);
    }
}
