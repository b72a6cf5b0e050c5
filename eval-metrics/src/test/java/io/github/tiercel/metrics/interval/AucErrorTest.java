package io.github.tiercel.metrics.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.ReferenceTable;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AucErrorTest {

    static List<ReferenceTable.Row> oneModel() {
        return ReferenceTable.read("delong.csv").rows();
    }

    static List<ReferenceTable.Row> twoModels() {
        return ReferenceTable.read("delong_paired.csv").rows();
    }

    @ParameterizedTest
    @MethodSource("oneModel")
    void varianceAndPlanningErrorAreThoseOfR(ReferenceTable.Row expected) {
        BinaryPredictions predictions = expected.predictions();
        double tolerance = expected.number("tolerance");
        double auc = BinaryMetrics.ROC_AUC.value(predictions).orNaN();
        double[] influence = BinaryMetrics.ROC_AUC.influence(predictions);
        assertEquals(expected.number("auc"), auc, tolerance);
        assertEquals(expected.number("variance"), AucError.delongVariance(predictions, influence), tolerance);
        assertEquals(
                expected.number("hanley_mcneil"),
                AucError.hanleyMcNeil(auc, predictions.positives(), predictions.negatives()),
                tolerance);
    }

    @ParameterizedTest
    @MethodSource("oneModel")
    void logitIntervalIsThatOfRWithTheNormalQuantile(ReferenceTable.Row expected) {
        double auc = expected.number("auc");
        // R's logit of 0 or 1 is infinite; there the edge rule stands in.
        if (auc > 0 && auc < 1) {
            Interval interval = Scale.LOGIT.interval(
                    auc,
                    new Variance(expected.number("variance"), Double.POSITIVE_INFINITY),
                    0.95,
                    BinaryMetrics.ROC_AUC.range(),
                    "delong");
            assertEquals(expected.number("logit_lower"), interval.lower(), expected.number("tolerance"));
            assertEquals(expected.number("logit_upper"), interval.upper(), expected.number("tolerance"));
        }
    }

    @ParameterizedTest
    @MethodSource("twoModels")
    void varianceOfDifferencesOfInfluenceIsThePairedOneOfR(ReferenceTable.Row expected) {
        BinaryPredictions predictions = expected.predictions();
        double[] influence = BinaryMetrics.ROC_AUC.influence(predictions);
        double[] other =
                BinaryMetrics.ROC_AUC.influence(ReferenceTable.predictions(expected.text("dataset"), "score2"));
        for (int row = 0; row < influence.length; row++) {
            influence[row] -= other[row];
        }
        double se = Math.sqrt(AucError.delongVariance(predictions, influence));
        assertEquals(expected.number("standard_error"), se, expected.number("tolerance"));
        assertEquals(
                expected.number("p_value"),
                Quantiles.twoSided(expected.number("difference") / se, Double.POSITIVE_INFINITY),
                expected.number("tolerance"));
    }

    static List<ReferenceTable.Row> normalIntervals() {
        return ReferenceTable.read("delong_normal.csv").rows();
    }

    @ParameterizedTest
    @MethodSource("normalIntervals")
    void normalIntervalIsThatOfProc(ReferenceTable.Row expected) {
        BinaryPredictions predictions = expected.predictions();
        double variance = AucError.delongVariance(predictions, BinaryMetrics.ROC_AUC.influence(predictions));
        Interval interval = AucError.normalInterval(
                BinaryMetrics.ROC_AUC.value(predictions).orNaN(), variance, expected.number("level"));
        assertEquals(expected.number("lower"), interval.lower(), expected.number("tolerance"));
        assertEquals(expected.number("upper"), interval.upper(), expected.number("tolerance"));
    }

    @Test
    void ratingsOfHanleyAndMcNeilHaveThePublishedErrors() {
        // J. A. Hanley, B. J. McNeil (1982): AUC 0.893, standard error 0.032; DeLong's by pROC 1.18.0.
        int[] normal = {33, 6, 6, 11, 2};
        int[] abnormal = {3, 2, 2, 11, 33};
        boolean[] labels = new boolean[109];
        double[] scores = new double[109];
        int row = 0;
        for (int rating = 0; rating < 5; rating++) {
            for (int i = 0; i < normal[rating] + abnormal[rating]; i++) {
                labels[row] = i >= normal[rating];
                scores[row++] = rating;
            }
        }
        BinaryPredictions predictions = BinaryPredictions.of(labels, scores);
        double auc = BinaryMetrics.ROC_AUC.value(predictions).orNaN();
        double variance = AucError.delongVariance(predictions, BinaryMetrics.ROC_AUC.influence(predictions));
        assertEquals(0.893171061528059, auc, 1e-14);
        assertEquals(0.0324865796073421, AucError.hanleyMcNeil(auc, 51, 58), 1e-14);
        assertEquals(0.0307244083793811, Math.sqrt(variance), 1e-14);
        Interval interval = AucError.normalInterval(auc, variance, 0.95);
        assertEquals(0.832952327658172, interval.lower(), 1e-12);
        assertEquals(0.953389795397947, interval.upper(), 1e-12);
    }

    @Test
    void intervalTakesTheStudentQuantileOfTheRarerClass() {
        BinaryPredictions predictions = ReferenceTable.predictions("b60", "score");
        Estimate estimate =
                IntervalEstimator.of(Design.independent(60), 0.95).estimate(BinaryMetrics.ROC_AUC, predictions);
        double auc = estimate.value().orNaN();
        // 17 positive rows; t(16) at 0.975 from printed tables.
        double margin = 2.119905299221011 * Math.sqrt(0.00779152688021412) / (auc * (1 - auc));
        double middle = Math.log(auc / (1 - auc));
        Interval interval = estimate.population().orElseThrow();
        assertEquals(1 / (1 + Math.exp(margin - middle)), interval.lower(), 1e-10);
        assertEquals(1 / (1 + Math.exp(-margin - middle)), interval.upper(), 1e-10);
        assertEquals("delong-logit-t", interval.method());
        assertEquals(Math.sqrt(0.00779152688021412), estimate.standardError().orElseThrow(), 1e-12);
        assertEquals(interval, estimate.gate().orElseThrow());
    }
}
