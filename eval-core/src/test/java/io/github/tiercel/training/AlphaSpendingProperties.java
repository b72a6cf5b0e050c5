package io.github.tiercel.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class AlphaSpendingProperties {

    @Property(seed = "71")
    void allLooksTogetherSpendAtMostAlpha(
            @ForAll @DoubleRange(min = 0.01, max = 0.49) double alpha,
            @ForAll @IntRange(min = 1, max = 400) int epochs,
            @ForAll @IntRange(min = 0, max = 50) int warmUp) {
        EarlyStopping rule = EarlyStopping.of("log_loss", 3).withAlpha(alpha).withWarmUp(warmUp);
        int looks = 2 * epochs;
        for (OptionalInt known : new OptionalInt[] {OptionalInt.of(epochs), OptionalInt.empty()}) {
            AlphaSpending spending = AlphaSpending.over(rule, known);
            double spent =
                    IntStream.rangeClosed(1, looks).mapToDouble(spending::at).sum();
            assertTrue(spent <= alpha * (1 + 1e-12), spent + " of " + alpha);
        }
    }

    @Property(seed = "73")
    void beyondTheLooksThatWereAnnouncedNothingIsLeft(
            @ForAll @IntRange(min = 1, max = 400) int epochs, @ForAll @IntRange(min = 0, max = 50) int warmUp) {
        EarlyStopping rule = EarlyStopping.of("log_loss", 3).withWarmUp(warmUp);
        int looks = Math.max(0, epochs - Math.max(1, warmUp));
        AlphaSpending spending = AlphaSpending.over(rule, OptionalInt.of(epochs));
        assertTrue(looks == 0 || spending.at(looks) > 0);
        assertEquals(0, spending.at(looks + 1));
    }

    @Property(seed = "72")
    void aKnownNumberOfLooksSpendsItAllEvenly(@ForAll @IntRange(min = 2, max = 400) int epochs) {
        AlphaSpending spending = AlphaSpending.over(EarlyStopping.of("log_loss", 3), OptionalInt.of(epochs));
        assertEquals(0.05 / (epochs - 1), spending.at(1));
        assertEquals(spending.at(1), spending.at(epochs - 1));
    }
}
