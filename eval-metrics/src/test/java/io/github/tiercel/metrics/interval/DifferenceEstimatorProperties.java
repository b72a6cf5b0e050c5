package io.github.tiercel.metrics.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.MeanMetric;
import io.github.tiercel.metrics.MeanTerms;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.Value;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class DifferenceEstimatorProperties {

    private static final double LEVEL = 0.95;

    @Property(seed = "1", tries = 20)
    void aReferenceThatIsTheModelItselfGivesItsValueOnAllRows(@ForAll long seed) {
        TwoEpochs.all(600, seed).forEach(DifferenceEstimatorProperties::assertExact);
    }

    private static <P extends Predictions> void assertExact(TwoEpochs<P> epochs) {
        P now = epochs.sample(epochs.now());
        for (Metric<P> metric : epochs.family().all()) {
            Value onAll = metric.value(epochs.now());
            DifferenceEstimate found =
                    DifferenceEstimator.of(epochs.design(), LEVEL, now, now).estimate(metric, onAll);
            if (found.isBorrowed()) {
                assertEquals(onAll, found.estimate().value(), metric.name());
                assertEquals(1, found.share().orElseThrow());
                assertEquals(1, found.correlation().orElseThrow(), 1e-12);
                Interval fullSet = found.estimate().fullSet().orElseThrow();
                assertEquals(onAll.orNaN(), fullSet.lower(), metric.name());
                assertEquals(onAll.orNaN(), fullSet.upper(), metric.name());
                assertTrue(found.estimate().population().orElseThrow().width() > 0, metric.name());
            }
        }
    }

    /** Nothing is borrowed without a correlation, and then the estimate is the plain one. */
    @Property(seed = "2", tries = 20)
    void aReferenceThatKnowsNothingLeavesThePlainEstimate(@ForAll long seed) {
        TwoEpochs<RegressionPredictions> epochs = TwoEpochs.regression(900, seed);
        RegressionPredictions now = epochs.sample(epochs.now());
        double[] zeros = new double[now.rows()];
        double[] labels = new double[now.rows()];
        double[] weights = new double[now.rows()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = now.label(row);
            weights[row] = now.weight(row);
        }
        RegressionPredictions constant = RegressionPredictions.of(labels, zeros, weights);
        DifferenceEstimate found = DifferenceEstimator.of(epochs.design(), LEVEL, now, constant)
                .estimate(MeanError.OF_PREDICTIONS, Value.of(0));
        assertFalse(found.isBorrowed());
        assertEquals(
                IntervalEstimator.of(epochs.design(), LEVEL).estimate(MeanError.OF_PREDICTIONS, now), found.estimate());
    }

    @Property(seed = "3", tries = 50)
    void estimatesOfMeansMoveAndStretchWithTheirValues(
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0.1, max = 10) double stretch,
            @ForAll @DoubleRange(min = -100, max = 100) double shift) {
        TwoEpochs<RegressionPredictions> epochs = TwoEpochs.regression(900, seed);
        DifferenceEstimate before = estimate(epochs);
        DifferenceEstimate after = estimate(new TwoEpochs<>(
                epochs.family(), moved(epochs.now(), stretch, shift), moved(epochs.before(), stretch, shift), 1));
        double tolerance = 1e-11 * (Math.abs(shift) + 20 * stretch);
        assertEquals(before.share().orElseThrow(), after.share().orElseThrow(), 1e-9);
        assertEquals(before.correlation().orElseThrow(), after.correlation().orElseThrow(), 1e-9);
        assertEquals(
                stretch * before.estimate().value().orNaN() + shift,
                after.estimate().value().orNaN(),
                tolerance * 100);
        assertEquals(
                stretch * before.estimate().fullSet().orElseThrow().width(),
                after.estimate().fullSet().orElseThrow().width(),
                tolerance * 1000);
        assertEquals(
                stretch * before.estimate().population().orElseThrow().width(),
                after.estimate().population().orElseThrow().width(),
                tolerance * 1000);
    }

    @Property(seed = "4", tries = 50)
    void theOrderOfRowsDoesNotMatter(@ForAll long seed, @ForAll @IntRange(min = 1, max = 400) int turn) {
        TwoEpochs<RegressionPredictions> epochs = TwoEpochs.regression(1200, seed);
        RegressionPredictions now = epochs.sample(epochs.now());
        int[] rows = new int[now.rows()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (i + turn) % rows.length;
        }
        Value onAll = MeanError.OF_PREDICTIONS.value(epochs.before());
        RegressionPredictions before = epochs.sample(epochs.before());
        DifferenceEstimate one =
                DifferenceEstimator.of(epochs.design(), LEVEL, now, before).estimate(MeanError.OF_PREDICTIONS, onAll);
        DifferenceEstimate other = DifferenceEstimator.of(
                        epochs.design().select(rows), LEVEL, now.select(rows), before.select(rows))
                .estimate(MeanError.OF_PREDICTIONS, onAll);
        assertEquals(one.estimate().value().orNaN(), other.estimate().value().orNaN(), 1e-11);
        assertEquals(
                one.estimate().fullSet().orElseThrow().width(),
                other.estimate().fullSet().orElseThrow().width(),
                1e-11);
    }

    private static DifferenceEstimate estimate(TwoEpochs<RegressionPredictions> epochs) {
        return DifferenceEstimator.of(
                        epochs.design(), LEVEL, epochs.sample(epochs.now()), epochs.sample(epochs.before()))
                .estimate(MeanError.OF_PREDICTIONS, MeanError.OF_PREDICTIONS.value(epochs.before()));
    }

    private static RegressionPredictions moved(RegressionPredictions all, double stretch, double shift) {
        double[] labels = new double[all.rows()];
        double[] predicted = new double[all.rows()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = all.label(row);
            predicted[row] = stretch * all.predicted(row) + shift;
        }
        return RegressionPredictions.wrap(labels, predicted);
    }

    /** The mean of what is predicted, which is as good as any mean that may have either sign. */
    private enum MeanError implements MeanMetric<RegressionPredictions> {
        OF_PREDICTIONS;

        @Override
        public Class<RegressionPredictions> reads() {
            return RegressionPredictions.class;
        }

        @Override
        public Direction direction() {
            return Direction.NEITHER;
        }

        @Override
        public Range range() {
            return new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }

        @Override
        public Value value(RegressionPredictions predictions) {
            double sum = 0;
            double weights = 0;
            for (int row = 0; row < predictions.rows(); row++) {
                sum += predictions.weight(row) * predictions.predicted(row);
                weights += predictions.weight(row);
            }
            return Value.of(sum / weights);
        }

        @Override
        public double[] influence(RegressionPredictions predictions) {
            double mean = value(predictions).orNaN();
            double[] influence = new double[predictions.rows()];
            for (int row = 0; row < influence.length; row++) {
                influence[row] = predictions.weight(row) > 0 ? predictions.predicted(row) - mean : 0;
            }
            return influence;
        }

        @Override
        public MeanTerms terms(RegressionPredictions predictions) {
            double[] values = new double[predictions.rows()];
            for (int row = 0; row < values.length; row++) {
                values[row] = predictions.predicted(row);
            }
            return MeanTerms.ofRows(predictions, values);
        }
    }
}
