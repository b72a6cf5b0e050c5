package io.github.tiercel.metrics.parity;

import static io.github.tiercel.metrics.UndefinedReason.ABSENT_CLASS;
import static io.github.tiercel.metrics.UndefinedReason.CONSTANT_LABELS;
import static io.github.tiercel.metrics.UndefinedReason.EMPTY;
import static io.github.tiercel.metrics.UndefinedReason.FLOOR_OUT_OF_REACH;
import static io.github.tiercel.metrics.UndefinedReason.NOT_PROBABILITIES;
import static io.github.tiercel.metrics.UndefinedReason.NO_NEGATIVES;
import static io.github.tiercel.metrics.UndefinedReason.NO_POSITIVES;
import static io.github.tiercel.metrics.UndefinedReason.NO_POSITIVES_AT_ALL;
import static io.github.tiercel.metrics.UndefinedReason.NO_PREDICTED_NEGATIVES;
import static io.github.tiercel.metrics.UndefinedReason.NO_PREDICTED_POSITIVES;
import static io.github.tiercel.metrics.UndefinedReason.ONE_CLASS;
import static io.github.tiercel.metrics.UndefinedReason.ROWS_DO_NOT_SUM_TO_ONE;
import static io.github.tiercel.metrics.UndefinedReason.UNPREDICTED_CLASS;

import io.github.tiercel.metrics.UndefinedReason;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** Where Tiercel gives something else than another program, on purpose: a row of the page on differences. */
record Difference(String metrics, String where, String elsewhere, String here, String why, Predicate<Finding<?>> test) {

    static final List<Difference> FROM_SCIKIT_LEARN = List.of(
            new Difference(
                    "every metric",
                    "no row of positive weight",
                    "0 or 1 for some, an error for others",
                    "undefined",
                    "there is nothing to measure",
                    undefined(EMPTY)),
            new Difference(
                    "recall, fnr, average_precision, best_f1, precision_at_recall_R, recall_at_precision_P",
                    "no positive row",
                    "0 and a warning",
                    "undefined",
                    "0 is a number somebody will average",
                    undefined(NO_POSITIVES).and(gives(0))),
            new Difference(
                    "pr_auc_trapezoid",
                    "no positive row",
                    "0.5 and a warning",
                    "undefined",
                    "the same",
                    undefined(NO_POSITIVES).and(gives(0.5))),
            new Difference(
                    "recall_at_precision_P",
                    "no threshold reaches the precision",
                    "0, the end of its curve, which no threshold gives",
                    "undefined",
                    "the same",
                    undefined(FLOOR_OUT_OF_REACH).and(gives(0))),
            new Difference(
                    "specificity, fpr",
                    "no negative row",
                    "0 and a warning",
                    "undefined",
                    "the same",
                    undefined(NO_NEGATIVES).and(gives(0))),
            new Difference(
                    "precision",
                    "no row is predicted positive",
                    "0 and a warning",
                    "undefined",
                    "the same",
                    undefined(NO_PREDICTED_POSITIVES).and(gives(0))),
            new Difference(
                    "npv",
                    "no row is predicted negative",
                    "0 and a warning",
                    "undefined",
                    "the same",
                    undefined(NO_PREDICTED_NEGATIVES).and(gives(0))),
            new Difference(
                    "f1, fBETA, jaccard",
                    "no row is positive, neither by label nor by prediction",
                    "0 and a warning",
                    "undefined",
                    "the same",
                    undefined(NO_POSITIVES_AT_ALL).and(gives(0))),
            new Difference(
                    "balanced_accuracy",
                    "one class of two",
                    "the recall of that class",
                    "undefined",
                    "a mean of one is another metric",
                    undefined(NO_POSITIVES, NO_NEGATIVES).and(Finding::isRecallOfTheOnlyClass)),
            new Difference(
                    "youden_j",
                    "one class of two",
                    "minus infinity",
                    "undefined",
                    "a rate of the other class does not exist",
                    undefined(NO_POSITIVES, NO_NEGATIVES).and(gives(Double.NEGATIVE_INFINITY))),
            new Difference(
                    "mcc",
                    "labels or predictions hold one class",
                    "0",
                    "undefined",
                    "a correlation needs two",
                    undefined(ONE_CLASS).and(gives(0))),
            new Difference(
                    "mcc",
                    "weights so uneven that nearly all of it is in one cell",
                    "digits lost to rounding",
                    "all digits",
                    "summed without taking nearly equal numbers from each other",
                    Finding::isMccUpToRounding),
            new Difference(
                    "log_loss",
                    "scores outside [0, 1], two classes",
                    "the log-loss of the nearest ends",
                    "undefined, or an error if asked for by name",
                    "scores on another scale are no probabilities",
                    undefined(NOT_PROBABILITIES).and(Finding::isLogLossOfClampedScores)),
            new Difference(
                    "log_loss",
                    "32-bit scores",
                    "clipped at 1.2e-7, summed in 32 bits",
                    "widened to 64 bits, then clipped at 2.2e-16",
                    "one clip for all",
                    Finding::isLogLossOfFloats),
            new Difference(
                    "ece_width",
                    "a probability on the edge of two bins",
                    "in the lower bin of `calibration_curve`",
                    "in the upper bin, 1 in the last",
                    "`[a, b)` is the usual half-open interval",
                    Finding::isCalibrationErrorOfLowerBins),
            new Difference(
                    "ece",
                    "bins do not divide the rows, or scores tie",
                    "edges of `calibration_curve(strategy=\"quantile\")` by interpolation",
                    "bins by the share of weight below a score",
                    "weights and ties need no special case",
                    Finding::isCalibrationErrorOfQuantileBins),
            new Difference(
                    "recall[CLASS], f1[CLASS], fBETA[CLASS]",
                    "the class has no row; for F, and is never predicted",
                    "0 and a warning",
                    "undefined",
                    "0 is a number somebody will average",
                    undefined(ABSENT_CLASS).and(gives(0))),
            new Difference(
                    "precision[CLASS]",
                    "the class is never predicted",
                    "0 and a warning",
                    "undefined",
                    "the same",
                    undefined(UNPREDICTED_CLASS).and(gives(0))),
            new Difference(
                    "precision_macro, recall_macro, f1_macro, fBETA_macro",
                    "a class has no row; for precision, or is never predicted",
                    "the mean with 0 for the class",
                    "undefined",
                    "the same",
                    undefined(ABSENT_CLASS, UNPREDICTED_CLASS).and(Finding::isMeanOfRatesWithZeros)),
            new Difference(
                    "precision_weighted",
                    "a class that has rows is never predicted",
                    "the mean with 0 for the class",
                    "undefined",
                    "the same",
                    undefined(UNPREDICTED_CLASS).and(Finding::isWeightedMeanOfRatesWithZeros)),
            new Difference(
                    "balanced_accuracy",
                    "a class of several has no row",
                    "the mean of the other recalls",
                    "undefined",
                    "a mean over fewer classes is another metric",
                    undefined(ABSENT_CLASS).and(Finding::isMeanOfPresentRecalls)),
            new Difference(
                    "roc_auc_ovo, roc_auc_ovo_weighted",
                    "a class has no row",
                    "the mean over the pairs of the others",
                    "undefined",
                    "the same",
                    undefined(ABSENT_CLASS).and(Finding::isValueOfPresentClasses)),
            new Difference(
                    "roc_auc_ovr_weighted",
                    "a class has no row",
                    "an error",
                    "a number, in which the class counts nothing",
                    "it has no weight",
                    Finding::isNumberWhereOthersHaveNone),
            new Difference(
                    "average_precision_ovr",
                    "a class has no row",
                    "the mean with 0 for the class",
                    "undefined",
                    "0 is a number somebody will average",
                    undefined(ABSENT_CLASS).and(Finding::isMeanOfAveragePrecisionsWithZeros)),
            new Difference(
                    "average_precision_ovr_weighted",
                    "one class of several has rows",
                    "1",
                    "undefined",
                    "there is nothing to tell it from",
                    undefined(ONE_CLASS).and(gives(1))),
            new Difference(
                    "log_loss",
                    "rows that do not sum to 1, several classes",
                    "each row divided by its sum",
                    "undefined; divided under the name log_loss_normalised",
                    "they may be no probabilities",
                    undefined(ROWS_DO_NOT_SUM_TO_ONE).and(Finding::isNormalisedLogLoss)),
            new Difference(
                    "top_K",
                    "the row's class is tied at the cut",
                    "in, if its index is high",
                    "counts by the chance to be in",
                    "the order of classes is no merit",
                    Finding::isTopKByHighestIndex),
            new Difference(
                    "r2, explained_variance",
                    "all labels are equal",
                    "1 if perfect, else 0, or a number made of roundings",
                    "undefined",
                    "there is nothing to explain",
                    undefined(CONSTANT_LABELS).and(finding -> finding.theirs().isPresent())),
            new Difference(
                    "median_ae",
                    "weights, and half of the weight has at most some error",
                    "that error",
                    "the middle between it and the next",
                    "weights of 1 give what no weights give",
                    Finding::isLowerMedian),
            new Difference(
                    "max_error",
                    "the largest error is in a row of weight 0",
                    "that error: it takes no weights",
                    "the largest of the other rows",
                    "a row of weight 0 is absent",
                    Finding::isLargestErrorOfAllRows),
            new Difference(
                    "ndcg, ndcg_exp, dcg, dcg_exp, map, and each @K",
                    "a query without a relevant row",
                    "counts 0",
                    "skipped and reported, or counted 0 or 1 if asked",
                    "no ranking of it is better than another",
                    Finding::countsQueriesWithoutRelevantRowsZero),
            new Difference(
                    "ndcg, ndcg_exp, dcg, dcg_exp, and each @K",
                    "a query of one row",
                    "an error",
                    "a number",
                    "real data have such queries",
                    Finding::isNumberWhereOthersHaveNone),
            new Difference(
                    "map",
                    "equal scores in a query",
                    "rows of equal score are one step",
                    "the mean over their orders",
                    "one rule for all ranking metrics",
                    Finding::isMeanOfOneStepAveragePrecisions));

    static final List<Difference> FROM_PROC = List.of(new Difference(
            "partial_auc_0.1, partial_auc_sens_0.9",
            "the curve is below the diagonal in the range",
            "NA and a warning",
            "the number below 0.5 that the formula gives, as in scikit-learn",
            "worse than chance is a finding too",
            finding -> finding.isNumberWhereOthersHaveNone() && finding.ours().orNaN() < 0.5));

    boolean explains(Finding<?> finding) {
        return Arrays.stream(metrics.split(", (and each )?")).anyMatch(finding::isOf) && test.test(finding);
    }

    /** {@return the row of the page} */
    String row() {
        return "| " + String.join(" | ", metrics, where, elsewhere, here, why) + " |";
    }

    private static Predicate<Finding<?>> undefined(UndefinedReason... reasons) {
        return finding ->
                finding.ours().reason().filter(List.of(reasons)::contains).isPresent();
    }

    private static Predicate<Finding<?>> gives(double number) {
        return finding -> finding.agreesWith(number);
    }

    @Override
    public String toString() {
        return metrics + ": " + where;
    }
}
