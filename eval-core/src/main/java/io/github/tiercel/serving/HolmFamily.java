package io.github.tiercel.serving;

import io.github.tiercel.metrics.compare.Adjustment;
import io.github.tiercel.result.ColumnSkew;
import io.github.tiercel.result.MissingSkew;
import io.github.tiercel.result.SkewTest;
import io.github.tiercel.result.SkewThresholds;
import java.util.List;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Judges columns that are read together: p-values are adjusted for the number of all their tests. */
record HolmFamily(SkewThresholds thresholds) {

    List<ColumnSkew> judged(List<ColumnSkew> alone) {
        double[] pValues = alone.stream()
                .flatMap(column -> Stream.of(column.test(), column.missing().test()))
                .flatMap(Optional::stream)
                .mapToDouble(SkewTest::pValue)
                .toArray();
        PrimitiveIterator.OfDouble adjusted =
                DoubleStream.of(Adjustment.HOLM.adjust(pValues)).iterator();
        return alone.stream().map(column -> judged(column, adjusted)).toList();
    }

    /** Takes the adjusted p-values in the order in which the others were collected. */
    private ColumnSkew judged(ColumnSkew column, PrimitiveIterator.OfDouble adjusted) {
        Optional<SkewTest> test = column.test().map(raw -> adjusted(raw, adjusted.nextDouble()));
        Optional<SkewTest> ofMissing = column.missing().test().map(raw -> adjusted(raw, adjusted.nextDouble()));
        MissingSkew missing = new MissingSkew(
                column.missing().reference(),
                column.missing().data(),
                column.missing().difference(),
                column.missing().interval(),
                ofMissing);
        return new ColumnSkew(
                column.name(),
                column.isNumber(),
                column.psi(),
                column.ks(),
                test,
                missing,
                column.bins(),
                column.reference(),
                column.data(),
                column.unseenRows(),
                column.unseen(),
                isSignificant(test) || isSignificant(ofMissing),
                areValuesLarge(column) || isMissingLarge(column),
                (isSignificant(test) && areValuesLarge(column))
                        || (isSignificant(ofMissing) && isMissingLarge(column)));
    }

    private static SkewTest adjusted(SkewTest raw, double pValue) {
        return new SkewTest(raw.method(), raw.pValue(), pValue);
    }

    private boolean isSignificant(Optional<SkewTest> test) {
        return test.filter(known -> known.adjusted() <= thresholds.alpha()).isPresent();
    }

    private boolean areValuesLarge(ColumnSkew column) {
        return column.psi().orElse(0) >= thresholds.psi() || column.ks().orElse(0) >= thresholds.ks();
    }

    private boolean isMissingLarge(ColumnSkew column) {
        return Math.abs(column.missing().difference()) >= thresholds.missing();
    }
}
