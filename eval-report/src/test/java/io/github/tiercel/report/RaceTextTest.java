package io.github.tiercel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.result.InferenceCost;
import io.github.tiercel.result.RaceComparison;
import io.github.tiercel.result.RaceEntry;
import io.github.tiercel.result.RaceResult;
import io.github.tiercel.result.RaceStatus;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RaceTextTest {

    private static final RaceEntry BEST = entry("net", RaceStatus.SURVIVED, 8192, 0.17431, Optional.empty());
    private static final RaceEntry CUT = entry(
            "trees",
            RaceStatus.CUT_BY_BUDGET,
            4096,
            0.17502,
            Optional.of(new RaceComparison("net", -0.0007, -0.0021, 0.0007)));
    private static final RaceEntry DROPPED = entry(
            "line\nbreak",
            RaceStatus.DROPPED,
            1024,
            0.2412,
            Optional.of(new RaceComparison("trees", -0.0611, -0.1222, -0.00004)));
    private static final RaceEntry FAILED = new RaceEntry(
            "old",
            RaceStatus.FAILED,
            0,
            OptionalDouble.empty(),
            Optional.empty(),
            Optional.of("The model threw IllegalStateException at rows 1 to 1,024: no weights"));

    @Test
    void oneLineACandidateAndWhatItTook() {
        assertEquals("""
                model        status          rows  log_loss  gain on best  bounds                best then
                net          survived       8,192  0.1743
                trees        cut by budget  4,096  0.1750    -0.0007       [-0.0021, +0.0007]
                line\\nbreak  dropped        1,024  0.2412    -0.06110      [-0.12220, -0.00004]  trees
                old          failed             0
                failed: old: The model threw IllegalStateException at rows 1 to 1,024: no weights
                ended: 100 of the budget of 14,436 rows are left, too few for 2 candidates at 16,384 rows.
                14,336 rows scored, of 314,172 that full evaluations of all candidates would have taken (4.6 %).
                inference   13,312 rows: 13,000 inferred in 120 ms, 312 reused (saved 5.0 ms), 1,056 checked again
                """, RaceText.render(race(new InferenceCost(120, 13_000, 312, 1056, 5, 0))));
    }

    @Test
    void aWinnerOfGivenScoresHasNoInference() {
        RaceEntry won = entry("net", RaceStatus.WON, 8192, 0.17431, Optional.empty());
        String text = RaceText.render(new RaceResult(
                "log_loss",
                Direction.LOWER_IS_BETTER,
                0.05,
                4,
                List.of(won, DROPPED),
                8192,
                9216,
                InferenceCost.NONE,
                "it is over"));
        assertTrue(text.contains("net          won"), text);
        assertTrue(
                text.endsWith("ended: it is over.\n9,216 rows scored, of 16,384 that full evaluations of all"
                        + " candidates would have taken (56.3 %).\n"),
                text);
    }

    @Test
    void aNarrowScreenIsRefusedAndColoursSayNothingNew() {
        RaceResult race = race(InferenceCost.NONE);
        assertEquals(
                "width must be at least 40 columns, got 39",
                assertThrows(IllegalArgumentException.class, () -> RaceText.render(race, 39, Style.PLAIN))
                        .getMessage());
        assertEquals(
                RaceText.render(race), RaceText.render(race, 100, Style.COLOUR).replaceAll("\u001b\\[\\d*m", ""));
    }

    private static RaceResult race(InferenceCost inference) {
        return new RaceResult(
                "log_loss",
                Direction.LOWER_IS_BETTER,
                0.05,
                8,
                List.of(BEST, CUT, DROPPED, FAILED),
                78_543,
                14_336,
                inference,
                "100 of the budget of 14,436 rows are left, too few for 2 candidates at 16,384 rows");
    }

    private static RaceEntry entry(
            String model, RaceStatus status, int rows, double value, Optional<RaceComparison> comparison) {
        return new RaceEntry(model, status, rows, OptionalDouble.of(value), comparison, Optional.empty());
    }
}
