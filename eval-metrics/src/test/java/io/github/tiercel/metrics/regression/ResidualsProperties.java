package io.github.tiercel.metrics.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.RegressionPredictions;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of what is drawn of errors. */
class ResidualsProperties {

    private static final double TOLERANCE = 1e-9;

    @Provide
    Arbitrary<RegressionPredictions> predictions() {
        return RandomRegression.any();
    }

    @Property(seed = "42")
    void binsAndBarsHoldAllTheWeight(@ForAll("predictions") RegressionPredictions predictions) {
        Residuals residuals = of(predictions);
        double total = sum(predictions, row -> 1);
        ResidualHistogram histogram = residuals.histogram();
        assertEquals(
                total,
                residuals.bins().stream().mapToDouble(ResidualBin::weight).sum(),
                TOLERANCE);
        assertEquals(
                predictions.weightedRows(),
                residuals.bins().stream().mapToInt(ResidualBin::rows).sum());
        assertEquals(
                total,
                histogram.weights().stream().mapToDouble(weight -> weight).sum()
                        + histogram.below()
                        + histogram.above(),
                TOLERANCE);
        assertTrue(histogram.below() <= 0.01 * total + TOLERANCE);
        assertTrue(histogram.above() <= 0.01 * total + TOLERANCE);
    }

    @Property(seed = "42")
    void meansOfBinsAverageToTheMeansOfAllRows(@ForAll("predictions") RegressionPredictions predictions) {
        Residuals residuals = of(predictions);
        double predicted = residuals.bins().stream()
                .mapToDouble(bin -> bin.weight() * bin.predicted())
                .sum();
        double observed = residuals.bins().stream()
                .mapToDouble(bin -> bin.weight() * bin.observed())
                .sum();
        assertEquals(sum(predictions, predictions::predicted), predicted, 1e-6);
        assertEquals(sum(predictions, predictions::label), observed, 1e-6);
    }

    @Property(seed = "42")
    void binsAscendAndDoNotOverlap(@ForAll("predictions") RegressionPredictions predictions) {
        List<ResidualBin> bins = of(predictions).bins();
        assertTrue(bins.size() <= 15);
        for (int b = 0; b < bins.size(); b++) {
            ResidualBin bin = bins.get(b);
            assertTrue(b == 0 || bins.get(b - 1).highest() < bin.lowest());
            assertTrue(bin.lowest() <= bin.predicted() && bin.predicted() <= bin.highest());
            bin.interval().ifPresent(known -> assertTrue(known.contains(bin.observed())));
        }
    }

    @Property(seed = "42")
    void errorCurveCountsRows(@ForAll("predictions") RegressionPredictions predictions) {
        List<ErrorCurve.Point> points = of(predictions).absolute().points();
        double total = sum(predictions, row -> 1);
        for (ErrorCurve.Point point : points) {
            double within = sum(predictions, row -> error(predictions, row) <= point.error() ? 1 : 0);
            assertEquals(within / total, point.share(), TOLERANCE);
        }
        for (int i = 1; i < points.size(); i++) {
            assertTrue(points.get(i - 1).error() < points.get(i).error());
        }
        assertEquals(1, points.get(points.size() - 1).share());
    }

    @Property(seed = "42")
    void integerWeightsAreCopies(@ForAll("predictions") RegressionPredictions predictions) {
        int[] times = IntStream.range(0, predictions.rows())
                .map(row -> (int) Math.floor(predictions.weight(row)))
                .toArray();
        Assume.that(IntStream.of(times).sum() > 0);
        RegressionPredictions whole =
                predictions.withWeights(IntStream.of(times).asDoubleStream().toArray());
        int[] rows = IntStream.range(0, times.length)
                .flatMap(row -> IntStream.generate(() -> row).limit(times[row]))
                .toArray();
        RegressionPredictions copies = predictions
                .select(rows)
                .withWeights(IntStream.of(rows).mapToDouble(row -> 1).toArray());
        Residuals one = of(whole);
        Residuals other = of(copies);
        assertEquals(other.histogram(), one.histogram());
        assertEquals(other.absolute(), one.absolute());
        assertEquals(
                other.bins().stream().map(ResidualBin::median).toList(),
                one.bins().stream().map(ResidualBin::median).toList());
    }

    @Property(seed = "42")
    void orderOfRowsHasNoSay(@ForAll("predictions") RegressionPredictions predictions) {
        int[] backwards = IntStream.range(0, predictions.rows())
                .map(row -> predictions.rows() - 1 - row)
                .toArray();
        Residuals one = of(predictions);
        Residuals other = of(predictions.select(backwards));
        assertEquals(one.bins().size(), other.bins().size());
        for (int b = 0; b < one.bins().size(); b++) {
            assertEquals(one.bins().get(b).lowest(), other.bins().get(b).lowest());
            assertEquals(one.bins().get(b).observed(), other.bins().get(b).observed(), TOLERANCE);
            assertEquals(one.bins().get(b).median(), other.bins().get(b).median());
        }
    }

    private static Residuals of(RegressionPredictions predictions) {
        Assume.that(predictions.weightedRows() > 0);
        return Residuals.of(predictions, 0.9).orElseThrow();
    }

    private static double error(RegressionPredictions predictions, int row) {
        return Math.abs(predictions.label(row) - predictions.predicted(row));
    }

    private static double sum(RegressionPredictions predictions, IntToDoubleFunction value) {
        return IntStream.range(0, predictions.rows())
                .mapToDouble(row -> predictions.weight(row) * value.applyAsDouble(row))
                .sum();
    }
}
