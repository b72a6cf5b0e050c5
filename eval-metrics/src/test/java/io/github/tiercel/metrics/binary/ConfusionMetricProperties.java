package io.github.tiercel.metrics.binary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.RandomPredictions;
import io.github.tiercel.metrics.Value;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

class ConfusionMetricProperties {

    private static final double TOLERANCE = 1e-12;

    @Provide
    Arbitrary<ConfusionMatrix> matrices() {
        Arbitrary<Double> cell = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 3).map(Integer::doubleValue),
                Arbitraries.doubles().between(0, 1e6),
                Arbitraries.of(1e-300, 1e15, 1e300));
        return Combinators.combine(cell, cell, cell, cell)
                .as((tp, fp, fn, tn) -> new ConfusionMatrix(0.5, tp, fp, fn, tn))
                .filter(matrix -> matrix.total() > 0)
                .withoutEdgeCases();
    }

    @Provide
    Arbitrary<BinaryPredictions> predictions() {
        return RandomPredictions.any();
    }

    @Property(seed = "42")
    void fBetaLiesBetweenPrecisionAndRecall(
            @ForAll("matrices") ConfusionMatrix matrix, @ForAll @DoubleRange(min = 0.01, max = 100) double beta) {
        Value precision = BinaryMetrics.PRECISION.value(matrix);
        Value recall = BinaryMetrics.RECALL.value(matrix);
        if (precision.isDefined() && recall.isDefined()) {
            double value = new FBeta(beta, 0.5).value(matrix).orNaN();
            double slack = TOLERANCE * Math.max(precision.orNaN(), recall.orNaN());
            assertTrue(value >= Math.min(precision.orNaN(), recall.orNaN()) - slack);
            assertTrue(value <= Math.max(precision.orNaN(), recall.orNaN()) + slack);
        }
    }

    @Property(seed = "42")
    void kappaAndMccAreCorrelationsOfOneSign(@ForAll("matrices") ConfusionMatrix matrix) {
        Value kappa = BinaryMetrics.COHEN_KAPPA.value(matrix);
        Value mcc = BinaryMetrics.MCC.value(matrix);
        assertTrue(!kappa.isDefined() || Math.abs(kappa.orNaN()) <= 1);
        assertTrue(!mcc.isDefined() || Math.abs(mcc.orNaN()) <= 1);
        if (kappa.isDefined() && mcc.isDefined()) {
            assertTrue(Math.abs(kappa.orNaN()) <= Math.abs(mcc.orNaN()) + TOLERANCE);
            assertTrue(kappa.orNaN() * mcc.orNaN() >= 0);
        }
    }

    @Property(seed = "42")
    void balancedAccuracyIsTheMeanOfRecallAndSpecificity(@ForAll("matrices") ConfusionMatrix matrix) {
        Value value = BinaryMetrics.BALANCED_ACCURACY.value(matrix);
        if (value.isDefined()) {
            double recall = BinaryMetrics.RECALL.value(matrix).orNaN();
            double specificity = BinaryMetrics.SPECIFICITY.value(matrix).orNaN();
            assertEquals((recall + specificity) / 2, value.orNaN(), TOLERANCE);
        }
    }

    @Property(seed = "42")
    void ratesOfErrorsAreWhatRatesOfSuccessLeave(@ForAll("matrices") ConfusionMatrix matrix) {
        assertSum(1, matrix, BinaryMetrics.RECALL, BinaryMetrics.FNR);
        assertSum(1, matrix, BinaryMetrics.SPECIFICITY, BinaryMetrics.FPR);
        assertSum(1, matrix, BinaryMetrics.ACCURACY, new MeanCost(CostMatrix.ofErrors(1, 1), 0.5));
        Value youdenJ = BinaryMetrics.YOUDEN_J.value(matrix);
        if (youdenJ.isDefined()) {
            assertSum(1 + youdenJ.orNaN(), matrix, BinaryMetrics.RECALL, BinaryMetrics.SPECIFICITY);
        }
    }

    @Property(seed = "42")
    void negativePredictiveValueIsThePrecisionOfTheOtherClass(@ForAll("matrices") ConfusionMatrix matrix) {
        double right = matrix.trueNegatives();
        double wrong = matrix.falseNegatives();
        ConfusionMatrix flipped =
                new ConfusionMatrix(0.5, right, wrong, matrix.falsePositives(), matrix.truePositives());
        assertEquals(
                BinaryMetrics.PRECISION.value(flipped).orNaN(),
                BinaryMetrics.NPV.value(matrix).orNaN());
    }

    @Property(seed = "42")
    void jaccardIsF1OverTheRestToTwo(@ForAll("matrices") ConfusionMatrix matrix) {
        double f1 = BinaryMetrics.F1.value(matrix).orNaN();
        assertEquals(f1 / (2 - f1), BinaryMetrics.JACCARD.value(matrix).orNaN(), TOLERANCE);
    }

    @Property(seed = "42")
    void meanCostIsTheMeanOfTheCostsOfRows(@ForAll("predictions") BinaryPredictions predictions) {
        MeanCost cost = new MeanCost(new CostMatrix(-3, 1, 7, 0.5), 0.5);
        Value value = cost.value(predictions);
        double sum = 0;
        double total = 0;
        for (int row = 0; row < predictions.rows(); row++) {
            boolean predicted = predictions.score(row) >= 0.5;
            double each = predictions.label(row) ? (predicted ? -3 : 7) : predicted ? 1 : 0.5;
            sum += predictions.weight(row) * each;
            total += predictions.weight(row);
        }
        assertTrue(!value.isDefined() || Math.abs(value.orNaN() - sum / total) <= TOLERANCE * 10);
    }

    @Property(seed = "42")
    void matrixFromGroupsIsTheMatrixFromRows(
            @ForAll("predictions") BinaryPredictions predictions, @ForAll @DoubleRange(min = -2, max = 2) double t) {
        assertEqual(ConfusionMatrix.at(predictions, t), ConfusionMatrix.at(predictions.groups(), t));
        for (int row = 0; row < predictions.rows(); row++) {
            double score = predictions.score(row);
            assertEqual(ConfusionMatrix.at(predictions, score), ConfusionMatrix.at(predictions.groups(), score));
        }
    }

    private static void assertSum(double sum, ConfusionMatrix matrix, ConfusionMetric one, ConfusionMetric other) {
        Value first = one.value(matrix);
        Value second = other.value(matrix);
        assertEquals(first.reason(), second.reason());
        assertTrue(!first.isDefined() || Math.abs(first.orNaN() + second.orNaN() - sum) <= TOLERANCE);
    }

    private static void assertEqual(ConfusionMatrix rows, ConfusionMatrix groups) {
        double tolerance = TOLERANCE * Math.max(1, rows.total());
        assertEquals(rows.truePositives(), groups.truePositives(), tolerance);
        assertEquals(rows.falsePositives(), groups.falsePositives(), tolerance);
        assertEquals(rows.falseNegatives(), groups.falseNegatives(), tolerance);
        assertEquals(rows.trueNegatives(), groups.trueNegatives(), tolerance);
        assertEquals(rows.positives(), groups.positives(), tolerance);
        assertEquals(rows.predictedPositives(), groups.predictedPositives(), tolerance);
        assertEquals(rows.predictedNegatives(), groups.predictedNegatives(), tolerance);
    }
}
