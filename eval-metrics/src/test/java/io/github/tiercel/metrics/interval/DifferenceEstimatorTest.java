package io.github.tiercel.metrics.interval;

import static io.github.tiercel.metrics.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Borrowed;
import io.github.tiercel.metrics.EstimateFlag;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.regression.RegressionMetrics;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DifferenceEstimatorTest {

    private static final double LEVEL = 0.95;
    private static final TwoEpochs<BinaryPredictions> EPOCHS = TwoEpochs.binary(3000, 1);
    private static final BinaryPredictions NOW = EPOCHS.sample(EPOCHS.now());
    private static final BinaryPredictions BEFORE = EPOCHS.sample(EPOCHS.before());

    @Test
    void everySmoothMetricOfEveryTaskBorrows() {
        TwoEpochs.all(3000, 3).forEach(DifferenceEstimatorTest::assertBorrows);
    }

    private static <P extends Predictions> void assertBorrows(TwoEpochs<P> epochs) {
        var estimator = DifferenceEstimator.of(
                epochs.design(), LEVEL, epochs.sample(epochs.now()), epochs.sample(epochs.before()));
        for (Metric<P> metric : epochs.family().all()) {
            DifferenceEstimate found = estimator.estimate(metric, metric.value(epochs.before()));
            boolean can = metric instanceof SmoothMetric
                    && found.plain().fullSet().isPresent()
                    && !found.plain().flags().contains(EstimateFlag.AT_THE_EDGE);
            if (metric.name().equals("brier_uncertainty")) {
                // It reads labels only, so that no two models differ in it.
                assertDropped(NotBorrowed.NO_SPREAD, found);
            } else if (metric.name().equals("top_3")) {
                // There are three classes, so that every model hits the right one.
                assertDropped(NotBorrowed.AT_THE_EDGE, found);
            } else if (can) {
                assertEquals(Optional.empty(), found.dropped(), metric.name());
                Interval fullSet = found.estimate().fullSet().orElseThrow();
                assertTrue(fullSet.method().startsWith("difference-"), fullSet.method());
                assertTrue(fullSet.contains(found.estimate().value().orNaN()), metric.name());
                assertTrue(
                        fullSet.width() < found.plain().fullSet().orElseThrow().width(), metric.name());
                assertTrue(
                        fullSet.width()
                                < found.estimate().population().orElseThrow().width(),
                        metric.name());
            } else {
                assertFalse(found.isBorrowed(), metric.name());
            }
        }
    }

    @Test
    void theValueIsMovedByAShareOfWhatTheSampleDidToTheReference() {
        double onAll = BinaryMetrics.LOG_LOSS.value(EPOCHS.before()).orNaN();
        DifferenceEstimate found = estimate(BinaryMetrics.LOG_LOSS);
        double moved = BinaryMetrics.LOG_LOSS.value(NOW).orNaN()
                + found.share().orElseThrow()
                        * (onAll - BinaryMetrics.LOG_LOSS.value(BEFORE).orNaN());
        assertEquals(moved, found.estimate().value().orNaN());
    }

    @Test
    void sharesAreMovedOnTheLogitScale() {
        DifferenceEstimate found = estimate(BinaryMetrics.ACCURACY);
        double moved = logit(BinaryMetrics.ACCURACY.value(NOW).orNaN())
                + found.share().orElseThrow()
                        * (logit(BinaryMetrics.ACCURACY.value(EPOCHS.before()).orNaN())
                                - logit(BinaryMetrics.ACCURACY.value(BEFORE).orNaN()));
        assertEquals(moved, logit(found.estimate().value().orNaN()), 1e-14);
    }

    /** A mean of numbers: the variance left is the plain one times {@code 1 - correlation²}. */
    @Test
    void theErrorIsThatOfWhatTheReferenceLeaves() {
        TwoEpochs<RegressionPredictions> epochs = TwoEpochs.regression(30_000, 5);
        RegressionPredictions now = epochs.sample(epochs.now());
        RegressionPredictions before = epochs.sample(epochs.before());
        DifferenceEstimate found = DifferenceEstimator.of(epochs.design(), LEVEL, now, before)
                .estimate(RegressionMetrics.MSE, RegressionMetrics.MSE.value(epochs.before()));
        double correlation = found.correlation().orElseThrow();
        assertTrue(found.share().orElseThrow() < 1, "the later epoch has smaller errors");
        double ratio = found.estimate().fullSet().orElseThrow().width()
                / found.plain().fullSet().orElseThrow().width();
        // t quantiles at 10,000 and fewer degrees of freedom.
        assertEquals(Math.sqrt(1 - correlation * correlation), ratio, 1e-3 * ratio);
    }

    /** Whatever is known of other rows, the set itself remains a sample of the world. */
    @Test
    void forTheWorldTheVarianceOfTheFullSetRemains() {
        DifferenceEstimate same = DifferenceEstimator.of(EPOCHS.design(), LEVEL, NOW, NOW)
                .estimate(BinaryMetrics.LOG_LOSS, BinaryMetrics.LOG_LOSS.value(EPOCHS.now()));
        Interval all = IntervalEstimator.of(Design.independent(3000), LEVEL)
                .estimate(BinaryMetrics.LOG_LOSS, EPOCHS.now())
                .population()
                .orElseThrow();
        Interval borrowed = same.estimate().population().orElseThrow();
        assertEquals(all.width(), borrowed.width(), 0.05 * all.width());
        assertEquals(same.estimate().population(), same.estimate().gate());
    }

    @Test
    void anEstimateSaysWhatItBorrowedFromWhom() {
        DifferenceEstimate found = estimate(BinaryMetrics.LOG_LOSS);
        Borrowed borrowed = found.from("epoch 5").borrowed().orElseThrow();
        assertEquals("epoch 5", borrowed.reference());
        assertEquals(BinaryMetrics.LOG_LOSS.value(NOW), borrowed.value());
        assertEquals(found.plain().population(), borrowed.population());
        assertEquals(found.plain().fullSet(), borrowed.fullSet());
        assertEquals(found.share().orElseThrow(), borrowed.share());
        assertEquals(Optional.empty(), against(shuffledScores()).from("epoch 5").borrowed());
        Interval other = borrowed.population().orElseThrow();
        assertEquals(
                Optional.of(borrowed),
                found.from("epoch 5").withGate(other).withPopulation(other).borrowed());
    }

    @Test
    void allRowsNeedNoReference() {
        Design all = Design.independent(3000);
        for (Metric<BinaryPredictions> metric : BinaryMetrics.all()) {
            DifferenceEstimate found = DifferenceEstimator.of(all, LEVEL, EPOCHS.now(), EPOCHS.before())
                    .estimate(metric, metric.value(EPOCHS.before()));
            assertDropped(NotBorrowed.ALL_ROWS, found);
            assertEquals(IntervalEstimator.of(all, LEVEL).estimate(metric, EPOCHS.now()), found.estimate());
        }
    }

    @Test
    void strataTakenWholeNeedNoReference() {
        int[] strata = new int[3000];
        Design whole = Design.stratified(strata, new int[] {3000}, new int[] {3000});
        DifferenceEstimate found = DifferenceEstimator.of(whole, LEVEL, EPOCHS.now(), EPOCHS.before())
                .estimate(BinaryMetrics.LOG_LOSS, BinaryMetrics.LOG_LOSS.value(EPOCHS.before()));
        assertDropped(NotBorrowed.NO_SPREAD, found);
        assertEquals(
                BinaryMetrics.LOG_LOSS.value(EPOCHS.now()), found.estimate().value());
    }

    @Test
    void otherLabelsOrWeightsAreNoReference() {
        boolean[] labels = new boolean[BEFORE.rows()];
        double[] scores = new double[labels.length];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = BEFORE.label(row) ^ (row == 7);
            scores[row] = BEFORE.score(row);
        }
        double[] weights = new double[labels.length];
        Arrays.setAll(weights, BEFORE::weight);
        assertDropped(NotBorrowed.OTHER_ROWS, against(BinaryPredictions.of(labels, scores, weights)));
        weights[7] *= 2;
        assertDropped(NotBorrowed.OTHER_ROWS, against(BEFORE.withWeights(weights)));
        assertDropped(NotBorrowed.OTHER_ROWS, against(BEFORE.select(new int[] {0, 1, 2})));
    }

    @Test
    void aModelThatHasNothingInCommonIsStale() {
        DifferenceEstimate found = against(shuffledScores());
        assertDropped(NotBorrowed.STALE, found);
        assertTrue(Math.abs(found.correlation().orElseThrow()) < 0.5);
        assertTrue(found.share().isPresent());
    }

    @Test
    void aModelThatIsWrongWhereThisOneIsRightIsStale() {
        double[] weights = new double[NOW.rows()];
        boolean[] labels = new boolean[weights.length];
        double[] scores = new double[weights.length];
        for (int row = 0; row < weights.length; row++) {
            weights[row] = NOW.weight(row);
            labels[row] = NOW.label(row);
            scores[row] = 1 - NOW.score(row);
        }
        DifferenceEstimate found = against(BinaryPredictions.of(labels, scores, weights));
        assertDropped(NotBorrowed.STALE, found);
        assertEquals(OptionalDouble.of(0), found.share());
    }

    @Test
    void undefinedValuesAreSaidToBeSo() {
        DifferenceEstimator<BinaryPredictions> estimator = estimator();
        assertDropped(
                NotBorrowed.UNDEFINED_REFERENCE,
                estimator.estimate(BinaryMetrics.ROC_AUC, Value.undefined(UndefinedReason.ONE_CLASS)));
        Metric<BinaryPredictions> never = BinaryMetrics.PRECISION.at(1.5);
        assertDropped(NotBorrowed.UNDEFINED, estimator.estimate(never, Value.of(0.5)));
        assertDropped(NotBorrowed.NO_INFLUENCE, estimator.estimate(BinaryMetrics.BEST_F1, Value.of(0.5)));
    }

    @Test
    void aReferenceAtTheEndOfItsRangeSaysNothing() {
        assertDropped(NotBorrowed.AT_THE_EDGE, estimator().estimate(BinaryMetrics.ROC_AUC, Value.of(1)));
        assertDropped(NotBorrowed.AT_THE_EDGE, estimator().estimate(BinaryMetrics.MCC, Value.of(-1)));
        assertDropped(
                NotBorrowed.AT_THE_EDGE,
                estimator().estimate(BinaryMetrics.LOG_LOSS, Value.of(Double.POSITIVE_INFINITY)));
    }

    @Test
    void fewerThanThirtyClustersHaveNoError() {
        int[] clusters = new int[NOW.rows()];
        Design strata = Design.stratified(clusters, new int[] {20}, new int[] {60});
        Arrays.setAll(clusters, row -> row % 20);
        DifferenceEstimate found = DifferenceEstimator.of(strata.withClusters(clusters), LEVEL, NOW, BEFORE)
                .estimate(BinaryMetrics.LOG_LOSS, BinaryMetrics.LOG_LOSS.value(EPOCHS.before()));
        assertDropped(NotBorrowed.NO_ERROR, found);
    }

    @Test
    void fewerThanHundredUnitsTakeTheWholeDifference() {
        TwoEpochs<RegressionPredictions> small = TwoEpochs.regression(240, 2);
        DifferenceEstimate found = DifferenceEstimator.of(
                        small.design(), LEVEL, small.sample(small.now()), small.sample(small.before()))
                .estimate(RegressionMetrics.MAE, RegressionMetrics.MAE.value(small.before()));
        assertEquals(80, found.estimate().rows());
        assertTrue(found.isBorrowed());
        assertEquals(OptionalDouble.of(1), found.share());
    }

    /** A value near the end of its range comes nearer, and never beyond. */
    @Test
    void aValueStaysInsideItsRange() {
        Random random = new Random(9);
        TwoEpochs<BinaryPredictions> sharp = sharpened(EPOCHS, random);
        BinaryPredictions now = sharp.sample(sharp.now());
        DifferenceEstimate found = DifferenceEstimator.of(sharp.design(), LEVEL, now, sharp.sample(sharp.before()))
                .estimate(BinaryMetrics.ROC_AUC, Value.of(1 - 1e-9));
        double value = found.estimate().value().orNaN();
        assertTrue(found.isBorrowed() && value > found.plain().value().orNaN() && value < 1, () -> "got " + value);
        assertTrue(found.estimate().fullSet().orElseThrow().contains(value));
    }

    /** Two models that decide alike on all sampled rows may differ on others, so that the interval has a width. */
    @Test
    void equalDecisionsAreNoProofOfEqualModels() {
        double[] weights = new double[NOW.rows()];
        boolean[] labels = new boolean[weights.length];
        double[] scores = new double[weights.length];
        for (int row = 0; row < weights.length; row++) {
            weights[row] = NOW.weight(row);
            labels[row] = NOW.label(row);
            scores[row] = NOW.score(row) < 0.5 ? 0.9 * NOW.score(row) : NOW.score(row);
        }
        BinaryPredictions alike = BinaryPredictions.of(labels, scores, weights);
        for (Metric<BinaryPredictions> metric : Set.<Metric<BinaryPredictions>>of(
                BinaryMetrics.ACCURACY, BinaryMetrics.F1, BinaryMetrics.RECALL, BinaryMetrics.MCC)) {
            DifferenceEstimate found = DifferenceEstimator.of(EPOCHS.design(), LEVEL, NOW, alike)
                    .estimate(metric, metric.value(EPOCHS.now()));
            assertTrue(found.isBorrowed(), metric.name());
            assertTrue(found.estimate().fullSet().orElseThrow().width() > 0, metric.name());
        }
    }

    /** Two of 80 rows are wrong, to both models: as many as the two are taken to differ in. */
    @Test
    void whatWouldBeNoNarrowerIsPlain() {
        TwoEpochs<BinaryPredictions> small = TwoEpochs.binary(240, 6);
        boolean[] labels = new boolean[240];
        double[] now = new double[240];
        double[] before = new double[240];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = row % 4 == 0;
            boolean wrong = row == 24 || row == 73;
            now[row] = labels[row] ^ wrong ? 0.9 : 0.1;
            before[row] = 0.9 * now[row];
        }
        var epochs = new TwoEpochs<>(
                small.family(), BinaryPredictions.wrap(labels, now), BinaryPredictions.wrap(labels, before), 1);
        DifferenceEstimate found = DifferenceEstimator.of(
                        epochs.design(), LEVEL, epochs.sample(epochs.now()), epochs.sample(epochs.before()))
                .estimate(BinaryMetrics.ACCURACY, BinaryMetrics.ACCURACY.value(epochs.sample(epochs.before())));
        assertDropped(NotBorrowed.NO_GAIN, found);
        assertTrue(found.correlation().isPresent());
    }

    @Test
    void levelsAreInsideTheUnitInterval() {
        assertRefused(
                "level must be in (0, 1), got 1.0", () -> DifferenceEstimator.of(EPOCHS.design(), 1, NOW, BEFORE));
    }

    @Test
    void whatAReferenceLentBeforeChangesNothing() {
        ReferenceSample<BinaryPredictions> lender = ReferenceSample.of(EPOCHS.design(), BEFORE);
        for (Metric<BinaryPredictions> metric : List.of(
                BinaryMetrics.ROC_AUC,
                BinaryMetrics.LOG_LOSS,
                BinaryMetrics.at(BinaryMetrics.F1, 0.2),
                BinaryMetrics.at(BinaryMetrics.F1, 0.3),
                BinaryMetrics.ROC_AUC)) {
            Value onAll = metric.value(EPOCHS.before());
            assertEquals(
                    estimator().estimate(metric, onAll),
                    DifferenceEstimator.of(LEVEL, NOW, lender).estimate(metric, onAll));
        }
    }

    @ParameterizedTest
    @EnumSource(NotBorrowed.class)
    void everyReasonIsAClause(NotBorrowed reason) {
        assertTrue(Character.isLowerCase(reason.sentence().charAt(0)), reason.sentence());
        assertFalse(reason.sentence().endsWith("."), reason.sentence());
    }

    @Test
    void everyReasonIsOneOfItsOwn() {
        Set<String> sentences = new HashSet<>();
        for (NotBorrowed reason : NotBorrowed.values()) {
            assertTrue(sentences.add(reason.sentence()), reason.sentence());
        }
    }

    private static DifferenceEstimator<BinaryPredictions> estimator() {
        return DifferenceEstimator.of(EPOCHS.design(), LEVEL, NOW, BEFORE);
    }

    private static DifferenceEstimate estimate(Metric<BinaryPredictions> metric) {
        return estimator().estimate(metric, metric.value(EPOCHS.before()));
    }

    private static DifferenceEstimate against(BinaryPredictions reference) {
        return DifferenceEstimator.of(EPOCHS.design(), LEVEL, NOW, reference)
                .estimate(BinaryMetrics.LOG_LOSS, BinaryMetrics.LOG_LOSS.value(EPOCHS.before()));
    }

    private static void assertDropped(NotBorrowed why, DifferenceEstimate found) {
        assertEquals(Optional.of(why), found.dropped());
        assertEquals(found.plain(), found.estimate());
    }

    private static BinaryPredictions shuffledScores() {
        Random random = new Random(4);
        boolean[] labels = new boolean[BEFORE.rows()];
        double[] scores = new double[labels.length];
        double[] weights = new double[labels.length];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = BEFORE.label(row);
            scores[row] = random.nextDouble();
            weights[row] = BEFORE.weight(row);
        }
        return BinaryPredictions.of(labels, scores, weights);
    }

    private static TwoEpochs<BinaryPredictions> sharpened(TwoEpochs<BinaryPredictions> epochs, Random random) {
        boolean[] labels = new boolean[epochs.now().rows()];
        double[] now = new double[labels.length];
        double[] before = new double[labels.length];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = epochs.now().label(row);
            before[row] = random.nextGaussian() + (labels[row] ? 3 : 0);
            now[row] = before[row] + 0.05 * random.nextGaussian();
        }
        return new TwoEpochs<>(
                epochs.family(), BinaryPredictions.wrap(labels, now), BinaryPredictions.wrap(labels, before), 1);
    }

    private static double logit(double share) {
        return Math.log(share / (1 - share));
    }
}
