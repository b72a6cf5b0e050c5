package io.github.tiercel.evaluation;

import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.interval.IntervalEstimator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a reader should know of labels of several classes and their scores. */
final class MulticlassNotices {

    private static final int NAMED = 5;

    private static final Set<UndefinedReason> OF_SCALE =
            Set.of(UndefinedReason.NOT_PROBABILITIES, UndefinedReason.ROWS_DO_NOT_SUM_TO_ONE);
    private static final Set<UndefinedReason> OF_ABSENCE =
            Set.of(UndefinedReason.ABSENT_CLASS, UndefinedReason.ONE_CLASS);

    private final Notices notices;
    private final MulticlassPredictions predictions;
    private final Map<String, Estimate> metrics;

    MulticlassNotices(Notices notices, MulticlassPredictions predictions, Map<String, Estimate> metrics) {
        this.notices = notices;
        this.predictions = predictions;
        this.metrics = metrics;
    }

    void add() {
        absent();
        rare();
        if (metrics.values().stream().anyMatch(estimate -> isUndefined(estimate, OF_SCALE))) {
            notices.add(
                    "NOT_PROBABILITIES",
                    "The scores are not the probabilities of all classes (some leave [0, 1] or a row does not sum to 1),"
                            + " so " + undefined(OF_SCALE)
                            + " undefined. Metrics of decisions take any scores. If these"
                            + " are logits, apply the softmax function first.");
        }
    }

    private void absent() {
        List<String> absent = classes(0, 0);
        if (!absent.isEmpty()) {
            notices.add(
                    "ABSENT_CLASS",
                    "No row is of the " + (absent.size() == 1 ? "class " : "classes ") + listed(absent) + ", so "
                            + undefined(OF_ABSENCE) + " undefined. The rest is reported. Name only classes that occur,"
                            + " or take metrics weighted by class.");
        }
    }

    private void rare() {
        List<String> rare = classes(1, IntervalEstimator.FEWEST_ROWS - 1);
        if (!rare.isEmpty()) {
            notices.add(
                    "SMALL_SAMPLE",
                    "Fewer than " + IntervalEstimator.FEWEST_ROWS + " rows are of the "
                            + (rare.size() == 1 ? "class " : "classes ") + listed(rare)
                            + ", so intervals of metrics that average over classes are rough.");
        }
    }

    private List<String> classes(int least, int most) {
        int[] counts = MulticlassKind.counts(predictions);
        List<String> names = new ArrayList<>();
        for (int c = 0; c < counts.length; c++) {
            if (counts[c] >= least && counts[c] <= most) {
                names.add("\"" + predictions.classes().get(c) + "\"");
            }
        }
        return names;
    }

    private static String listed(List<String> names) {
        return String.join(", ", names.subList(0, Math.min(NAMED, names.size())))
                + (names.size() > NAMED ? " and " + (names.size() - NAMED) + " others" : "");
    }

    private static boolean isUndefined(Estimate estimate, Set<UndefinedReason> reasons) {
        return estimate.value().reason().map(reasons::contains).orElse(false);
    }

    private String undefined(Set<UndefinedReason> reasons) {
        List<String> names = metrics.values().stream()
                .filter(estimate -> isUndefined(estimate, reasons))
                .map(Estimate::metric)
                .toList();
        if (names.isEmpty()) {
            return "what needs them is";
        }
        return String.join(", ", names) + (names.size() == 1 ? " is" : " are");
    }
}
