package io.github.tiercel.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.Scores;
import io.github.tiercel.result.ParityFigures;
import io.github.tiercel.result.ParityResult;
import io.github.tiercel.result.ParityRow;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ParityCheckProperties {

    /** Scores of two sides. */
    static final class Sides {

        private final double[] reference;
        private final double[] served;

        Sides(double[] reference, double[] served) {
            this.reference = reference;
            this.served = served;
        }

        int rows() {
            return reference.length;
        }

        @Override
        public String toString() {
            return Arrays.toString(reference) + " and " + Arrays.toString(served);
        }
    }

    /** On a coarse grid, so that equal scores, equal gaps and scores at the threshold are common. */
    @Provide
    Arbitrary<Sides> sides() {
        Arbitrary<Double> score = Arbitraries.integers().between(0, 16).map(n -> n / 16.0);
        return Arbitraries.integers().between(1, 40).flatMap(rows -> Combinators.combine(
                        score.array(double[].class).ofSize(rows),
                        score.array(double[].class).ofSize(rows))
                .as(Sides::new));
    }

    private static ParityResult result(double[] reference, double[] served) {
        return ParityCheck.of(Scores.of("train", reference), Scores.of("serve", served))
                .result();
    }

    @Property(seed = "20261129")
    void aModelAgreesWithItself(@ForAll("sides") Sides sides) {
        ParityResult same = result(sides.reference, sides.reference);
        assertTrue(same.isIdentical());
        assertEquals(0, same.figures().gap().max());
        assertEquals(0, same.figures().labelFlips().orElseThrow().count());
        assertEquals(0, same.firstRows().size() + same.worstRows().size());
    }

    @Property(seed = "20261129")
    void noSideIsPreferred(@ForAll("sides") Sides sides) {
        ParityFigures one = result(sides.reference, sides.served).figures();
        ParityFigures other = result(sides.served, sides.reference).figures();
        assertEquals(one.gap(), other.gap());
        assertEquals(one.beyondTolerance(), other.beyondTolerance());
        assertEquals(one.labelFlips(), other.labelFlips());
        assertEquals(one.kendall().orNaN(), other.kendall().orNaN(), 1e-12);
        assertEquals(one.spearman().value().orNaN(), other.spearman().value().orNaN(), 1e-12);
    }

    @Property(seed = "20261129")
    void theOrderOfRowsChangesNothing(@ForAll("sides") Sides sides, @ForAll Random random) {
        int[] order = IntStream.range(0, sides.rows()).toArray();
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int held = order[i];
            order[i] = order[j];
            order[j] = held;
        }
        double[] reference =
                IntStream.of(order).mapToDouble(row -> sides.reference[row]).toArray();
        double[] served =
                IntStream.of(order).mapToDouble(row -> sides.served[row]).toArray();
        ParityFigures shuffled = result(reference, served).figures();
        ParityFigures plain = result(sides.reference, sides.served).figures();
        assertEquals(plain.gap(), shuffled.gap());
        assertEquals(plain.beyondTolerance(), shuffled.beyondTolerance());
        assertEquals(plain.labelFlips(), shuffled.labelFlips());
    }

    @Property(seed = "20261129")
    void rowsJoinedByIdsAreThoseInOneOrder(@ForAll("sides") Sides sides) {
        int rows = sides.rows();
        long[] ids = IntStream.range(0, rows).mapToLong(row -> row * 31L - 7).toArray();
        long[] reversedIds =
                IntStream.range(0, rows).mapToLong(row -> ids[rows - 1 - row]).toArray();
        double[] reversed = IntStream.range(0, rows)
                .mapToDouble(row -> sides.served[rows - 1 - row])
                .toArray();
        ParityResult joined = ParityCheck.of(
                        PipelineScores.of(Scores.of("train", sides.reference)).keyedBy(ids),
                        PipelineScores.of(Scores.of("serve", reversed)).keyedBy(reversedIds))
                .result();
        ParityResult plain = result(sides.reference, sides.served);
        assertEquals(plain.figures(), joined.figures());
        assertEquals(
                plain.worstRows().stream().map(ParityRow::row).toList(),
                joined.worstRows().stream().map(ParityRow::row).toList());
    }

    @Property(seed = "20261129")
    void figuresAreConsistent(@ForAll("sides") Sides sides) {
        ParityResult result = result(sides.reference, sides.served);
        var gap = result.figures().gap();
        assertTrue(gap.median() <= gap.p90() && gap.p90() <= gap.p99());
        assertTrue(gap.p99() <= gap.p999() && gap.p999() <= gap.max());
        assertTrue(gap.mean() <= gap.max() && gap.mean() >= gap.median() / 2);
        int beyond = result.figures().beyondTolerance().count();
        assertEquals(beyond, result.rows() - gap.identical(), "on this grid a gap is 0 or beyond the tolerance");
        assertEquals(Math.min(10, beyond), result.firstRows().size());
        assertEquals(Math.min(10, beyond), result.worstRows().size());
        var flips = result.figures().labelFlips().orElseThrow();
        assertTrue(flips.count() <= beyond);
        assertTrue(flips.interval().contains(flips.share()));
    }
}
