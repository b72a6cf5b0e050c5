package io.github.tiercel.evaluation;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.binary.LogLoss;
import io.github.tiercel.result.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/** What a reader should know before trusting the numbers of a model. */
final class Notices {

    private static final int SMALL_SAMPLE_BELOW = 25;

    private final List<Notice> notices = new ArrayList<>();
    private final BinaryPredictions predictions;
    private final Map<String, Estimate> metrics;

    private Notices(BinaryPredictions predictions, Map<String, Estimate> metrics) {
        this.predictions = predictions;
        this.metrics = metrics;
    }

    static Notices of(Contender model, Optional<Contender> baseline, Map<String, Estimate> metrics, Settings settings) {
        Notices notices = new Notices(model.predictions(), metrics);
        notices.labels();
        notices.scale(settings.metrics().stream().anyMatch(Metric::needsProbabilities));
        notices.hardLabels();
        settings.metrics().stream()
                .filter(LogLoss.class::isInstance)
                .map(LogLoss.class::cast)
                .forEach(notices::clipped);
        notices.inverted();
        baseline.ifPresent(other -> notices.sameScores(other));
        return notices;
    }

    /** Adds what follows from how the rows were drawn rather than from the scores. */
    Notices andOfRows(boolean haveIds, boolean areSample, int replicates) {
        if (areSample && replicates > 0) {
            add(
                    "NO_BOOTSTRAP",
                    "The rows are a sample, whose strata are fixed by design, so no bootstrap was"
                            + " made. Evaluate all rows to get one.");
        }
        if (!haveIds && (areSample || replicates > 0)) {
            add(
                    "NO_IDS",
                    "Rows have no ids, so sample and bootstrap go by position and change when rows are added or"
                            + " reordered. Name a column of ids to keep them.");
        }
        return this;
    }

    List<Notice> list() {
        return notices;
    }

    private void sameScores(Contender baseline) {
        BinaryPredictions other = baseline.predictions();
        if (count(row -> predictions.score(row) != other.score(row)) == 0) {
            add(
                    "SAME_AS_BASELINE",
                    "Every score equals that of the baseline \"" + baseline.model()
                            + "\". Check that these are two models.");
        }
    }

    private void labels() {
        int positives = predictions.positives();
        int negatives = predictions.negatives();
        if (positives == 0 || negatives == 0) {
            add(
                    "ONE_CLASS",
                    "All " + number(predictions.weightedRows()) + " labels are "
                            + (positives == 0 ? "negative" : "positive") + ", so " + undefined()
                            + " undefined. The rest is reported. Check that the right label counts as positive.");
        } else if (Math.min(positives, negatives) < SMALL_SAMPLE_BELOW) {
            String rarer = positives < negatives ? "positive" : "negative";
            add(
                    "SMALL_SAMPLE",
                    "Only " + number(Math.min(positives, negatives)) + " of " + number(positives + negatives)
                            + " labels " + (Math.min(positives, negatives) == 1 ? "is " : "are ") + rarer + "; below "
                            + SMALL_SAMPLE_BELOW
                            + " intervals are rough and average precision tends to be too high.");
        }
    }

    /** Scores of any scale are fine for whoever asks for nothing but ranks. */
    private void scale(boolean probabilitiesNeeded) {
        if (!predictions.areProbabilities() && probabilitiesNeeded) {
            add(
                    "NOT_PROBABILITIES",
                    scores(count(row -> isOutside(predictions.score(row))), "is", "are")
                            + " outside [0, 1], so metrics of probabilities and of decisions are undefined. Rank"
                            + " metrics take any score. If these are logits, apply the logistic function first.");
        } else if (predictions.areProbabilities() && predictions.clampedRows() > 0) {
            add(
                    "CLAMPED",
                    scores(predictions.clampedRows(), "leaves", "leave")
                            + " [0, 1] by at most 1e-9 and counts as its nearest end.");
        }
    }

    private void hardLabels() {
        boolean hard =
                predictions.rows() > 2 && count(row -> predictions.score(row) != 0 && predictions.score(row) != 1) == 0;
        if (hard) {
            add(
                    "HARD_LABELS",
                    "The scores are only 0 and 1. They look like decisions, so the ROC curve has one point and"
                            + " ROC-AUC equals balanced accuracy. Pass probabilities instead.");
        }
    }

    private void clipped(LogLoss loss) {
        if (!predictions.areProbabilities()) {
            return;
        }
        int clipped = count(
                row -> predictions.probability(row) < loss.clip() || predictions.probability(row) > 1 - loss.clip());
        if (clipped > 0) {
            add(
                    "CLIPPED",
                    scores(clipped, "is", "are") + " closer to 0 or 1 than "
                            + String.format(Locale.ROOT, "%.1e", loss.clip())
                            + " and clipped to that for log-loss, whose value depends on the clip.");
        }
    }

    private void inverted() {
        Estimate auc = metrics.get("roc_auc");
        if (auc != null && auc.population().map(Interval::upper).orElse(1.0) < 0.5) {
            add(
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
                        estimate.value().reason().map(Notices::isOneClass).orElse(false))
                .map(Estimate::metric)
                .toList();
        return names.isEmpty()
                ? "metrics that need both classes are"
                : String.join(", ", names) + (names.size() == 1 ? " is" : " are");
    }

    private static boolean isOneClass(UndefinedReason reason) {
        return reason != UndefinedReason.NOT_PROBABILITIES && reason != UndefinedReason.EMPTY;
    }

    private int count(IntPredicate condition) {
        int count = 0;
        for (int row = 0; row < predictions.rows(); row++) {
            count += predictions.weight(row) > 0 && condition.test(row) ? 1 : 0;
        }
        return count;
    }

    private static boolean isOutside(double score) {
        return !(score >= 0 && score <= 1);
    }

    private void add(String code, String text) {
        notices.add(new Notice(code, text));
    }

    private static String scores(int count, String one, String several) {
        return number(count) + (count == 1 ? " score " + one : " scores " + several);
    }

    private static String number(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }
}
