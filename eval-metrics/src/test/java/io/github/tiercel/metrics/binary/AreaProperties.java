package io.github.tiercel.metrics.binary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.RandomPredictions;
import io.github.tiercel.metrics.ScoreGroups;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

/** Parts of the area under the ROC curve add up to it; areas under precision-recall curves equal quadrature. */
class AreaProperties {

    private static final double TOLERANCE = 1e-12;

    /** Midpoints of this many slices miss a smooth arc by some 1e-5 of its height where it is steepest. */
    private static final int SLICES = 1000;

    private static final double QUADRATURE_TOLERANCE = 1e-4;

    @Provide
    Arbitrary<BinaryPredictions> bothClasses() {
        return RandomPredictions.withBothClasses();
    }

    @Property(seed = "42")
    void areaOverTheWholeRangeIsAuc(@ForAll("bothClasses") BinaryPredictions predictions) {
        double auc = value(BinaryMetrics.ROC_AUC, predictions);
        assertEquals(auc, value(PartialRocAuc.byFalsePositiveRate(0, 1), predictions), TOLERANCE);
        assertEquals(auc, value(PartialRocAuc.byFalsePositiveRate(0, 1).raw(), predictions), TOLERANCE);
        assertEquals(auc, value(PartialRocAuc.bySensitivity(0, 1), predictions), TOLERANCE);
        assertEquals(auc, value(PartialRocAuc.bySensitivity(0, 1).raw(), predictions), TOLERANCE);
    }

    @Property(seed = "42")
    void areasOfAdjacentRangesAddUp(
            @ForAll("bothClasses") BinaryPredictions predictions,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double cut) {
        double auc = value(BinaryMetrics.ROC_AUC, predictions);
        double low = value(PartialRocAuc.byFalsePositiveRate(0, cut).raw(), predictions);
        double high = value(PartialRocAuc.byFalsePositiveRate(cut, 1).raw(), predictions);
        assertEquals(auc, low + high, TOLERANCE);
        double few = value(PartialRocAuc.bySensitivity(0, cut).raw(), predictions);
        double many = value(PartialRocAuc.bySensitivity(cut, 1).raw(), predictions);
        assertEquals(auc, few + many, TOLERANCE);
    }

    @Property(seed = "42")
    void areaBySensitivityIsThatByFalsePositiveRateOfTheOtherClass(
            @ForAll("bothClasses") BinaryPredictions predictions,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double cut) {
        BinaryPredictions flipped = Variants.withLabels(predictions, row -> !predictions.label(row));
        BinaryPredictions other = Variants.withScores(flipped, row -> -predictions.score(row));
        PartialRocAuc bySensitivity = PartialRocAuc.bySensitivity(cut, 1);
        PartialRocAuc byFalsePositiveRate = PartialRocAuc.byFalsePositiveRate(0, 1 - cut);
        // The standardised area divides by a width of at least 0.01.
        assertEquals(value(byFalsePositiveRate, other), value(bySensitivity, predictions), 1e-10);
        assertEquals(value(byFalsePositiveRate.raw(), other), value(bySensitivity.raw(), predictions), TOLERANCE);
    }

    @Property(seed = "42")
    void standardisedAreaOfChanceIsOneHalfAndRisesWithTheRawOne(
            @ForAll("bothClasses") BinaryPredictions predictions,
            @ForAll @DoubleRange(min = 0, max = 0.5) double from,
            @ForAll @DoubleRange(min = 0.51, max = 1) double to) {
        BinaryPredictions tied = Variants.withScores(predictions, row -> 0.25);
        for (PartialRocAuc partial :
                new PartialRocAuc[] {PartialRocAuc.byFalsePositiveRate(from, to), PartialRocAuc.bySensitivity(from, to)
                }) {
            assertEquals(0.5, value(partial, tied), TOLERANCE);
            double chance = value(partial.raw(), tied);
            double raw = value(partial.raw(), predictions);
            double expected = (1 + (raw - chance) / (to - from - chance)) / 2;
            // Far from 0 the standardised area divides by what is left above the diagonal.
            assertEquals(expected, value(partial, predictions), 1e-9);
            assertTrue(partial.range().contains(value(partial, predictions)));
        }
    }

    @Property(seed = "42", tries = 200)
    void davisGoadrichIsTheIntegralOfPrecisionWhereTiedRowsComeInEvenly(
            @ForAll("bothClasses") BinaryPredictions predictions) {
        ScoreGroups groups = predictions.groups();
        double area = 0;
        for (int g = 0; g < groups.size(); g++) {
            for (int slice = 0; slice < SLICES; slice++) {
                double part = (slice + 0.5) / SLICES;
                double positive = groups.truePositives(g - 1) + part * groups.positive(g);
                double negative = groups.falsePositives(g - 1) + part * groups.negative(g);
                area += positive / (positive + negative) * groups.positive(g) / SLICES;
            }
        }
        assertEquals(area / groups.positives(), value(BinaryMetrics.PR_AUC_DG, predictions), QUADRATURE_TOLERANCE);
    }

    @Property(seed = "42")
    void trapezoidJoinsThePointsOfTheCurveByLines(@ForAll("bothClasses") BinaryPredictions predictions) {
        ScoreGroups groups = predictions.groups();
        double area = 0;
        double before = 1;
        for (int g = 0; g < groups.size(); g++) {
            ConfusionMatrix matrix = ConfusionMatrix.through(groups, g);
            double precision = matrix.truePositives() / matrix.predictedPositives();
            area += groups.positive(g) / groups.positives() * (before + precision) / 2;
            before = precision;
        }
        assertEquals(area, value(BinaryMetrics.PR_AUC_TRAPEZOID, predictions), TOLERANCE);
    }

    private static double value(Metric<BinaryPredictions> metric, BinaryPredictions predictions) {
        return metric.value(predictions).orNaN();
    }
}
