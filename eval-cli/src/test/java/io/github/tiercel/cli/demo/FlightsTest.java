package io.github.tiercel.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Counts are those of flights.md. */
class FlightsTest {

    @SuppressWarnings("NullAway.Init") // read() sets it.
    private static Flights flights;

    @BeforeAll
    static void read() {
        flights = FlightFile.read().flights();
    }

    @Test
    void januaryToAprilAreLearntFrom() {
        assertEquals(152_226, flights.past().size());
        assertEquals(7_730, flights.past().stream().filter(PastFlight::late).count());
        assertEquals(
                10_575,
                flights.past().stream()
                        .filter(each -> !each.flight().hasOriginDelay())
                        .count());
    }

    @Test
    void mayAndJuneAreEvaluatedOn() {
        assertEquals(78_543, flights.holdout().rows());
        assertEquals("month", flights.holdout().slices().get(0).name());
        int[] months = IntStream.range(0, 2)
                .map(month -> (int) IntStream.range(0, flights.holdout().rows())
                        .filter(row -> flights.holdout().slices().get(0).code(row) == month)
                        .count())
                .toArray();
        assertEquals(39_910, months[0]);
        assertEquals(38_633, months[1]);
    }

    @Test
    void delayIsNoFeature() {
        assertFalse(FlightColumns.NAMES.contains("delay"));
    }

    @Test
    void rowsOfFeaturesAreThoseOfTheLabels() {
        assertEquals(flights.holdout().rows(), flights.features().rows());
        int[] rows = IntStream.range(0, flights.holdout().rows()).toArray();
        assertTrue(
                flights.features().fingerprint(flights.holdout().keys(), rows).isPresent());
        BitSet hours = new BitSet();
        flights.past().forEach(each -> hours.set(each.flight().hour()));
        assertEquals(24, hours.length());
    }
}
