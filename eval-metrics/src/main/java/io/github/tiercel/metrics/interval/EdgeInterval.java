package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.EstimateFlag;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.binary.NegativePredictiveValue;
import io.github.tiercel.metrics.binary.Precision;
import io.github.tiercel.metrics.binary.ProportionMetric;
import io.github.tiercel.metrics.binary.RowMeanMetric;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * The interval of a value at the end of its range, such as ROC-AUC = 1, where every estimated error is 0.
 *
 * <p>A conservative rule in the manner of the rule of three: with m rows that could have shown a mistake and showed
 * none, a share of right rows below {@code tail^(1/m)} would have done so with probability {@code tail} at most. m is
 * the number of rows that a share is of, of predicted positives for precision (negatives for npv), of the rarer class
 * otherwise; Kish's effective number under weights, clusters at most. A heuristic for anything but plain shares, and
 * flagged as such.
 */
final class EdgeInterval {

    private static final double NEAR = 1e-12;

    private EdgeInterval() {}

    static boolean applies(Evidence<?> evidence) {
        Range range = evidence.metric().range();
        boolean bounded = range.equals(Range.UNIT) || range.equals(Range.CORRELATION);
        boolean atEnd = evidence.value() >= range.upper() - NEAR || evidence.value() <= range.lower() + NEAR;
        return bounded && atEnd && !(evidence.metric() instanceof RowMeanMetric);
    }

    static Intervals of(Evidence<?> evidence) {
        // Rows of one cluster make the same mistakes, so they can tell no more than one row.
        int rows = Math.min(evidence.units(), rowsThatCouldTell(evidence));
        if (rows == 0) {
            return Intervals.NONE;
        }
        Range range = evidence.metric().range();
        double share = Math.pow((1 - evidence.level()) / 2, 1.0 / rows);
        double reach = (range.upper() - range.lower()) * (1 - share);
        boolean atUpper = evidence.value() >= range.upper() - NEAR;
        Interval interval = new Interval(
                atUpper ? range.upper() - reach : range.lower(),
                atUpper ? range.upper() : range.lower() + reach,
                evidence.level(),
                "edge");
        Optional<Interval> fullSet = evidence.design().isSample() ? Optional.of(interval) : Optional.empty();
        return new Intervals(Optional.of(interval), fullSet, Optional.of(interval), OptionalDouble.empty(), Set.of())
                .with(EstimateFlag.AT_THE_EDGE);
    }

    private static int rowsThatCouldTell(Evidence<?> evidence) {
        if (!(evidence.predictions() instanceof BinaryPredictions binary)) {
            return evidence.predictions().rows();
        }
        if (evidence.metric() instanceof ProportionMetric proportion) {
            return effective(binary, row -> proportion.isTrial(binary.label(row)));
        }
        if (evidence.metric() instanceof Precision precision) {
            return effective(binary, row -> binary.score(row) >= precision.threshold());
        }
        if (evidence.metric() instanceof NegativePredictiveValue npv) {
            return effective(binary, row -> binary.score(row) < npv.threshold());
        }
        return Math.min(effective(binary, binary::label), effective(binary, row -> !binary.label(row)));
    }

    /** Few heavy rows tell no more than few rows: Kish's effective number, rounded down. */
    private static int effective(BinaryPredictions predictions, IntPredicate counts) {
        return (int) Positives.effective(predictions, counts);
    }
}
