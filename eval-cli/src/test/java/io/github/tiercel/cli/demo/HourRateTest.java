package io.github.tiercel.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HourRateTest {

    /** 40 flights at 8, 10 of them late; 60 at 22, 20 of them late: 30 % of all. */
    private static final List<PastFlight> PAST = past(10, 20);

    @Test
    void rateIsDrawnToThatOfAllByTheWeightOfTwentyFlights() {
        HourRate rates = HourRate.learn(PAST);
        assertEquals((10 + 20 * 0.3) / (40 + 20), rates.rate(at(8)), 1e-15);
        assertEquals((20 + 20 * 0.3) / (60 + 20), rates.rate(at(22)), 1e-15);
    }

    @Test
    void hourWithoutFlightsHasTheRateOfAll() {
        assertEquals(0.3, HourRate.learn(PAST).rate(at(3)), 1e-15);
    }

    @Test
    void fingerprintTellsRatesApart() {
        assertEquals(
                HourRate.learn(PAST).predictor().fingerprint(),
                HourRate.learn(past(10, 20)).predictor().fingerprint());
        assertNotEquals(
                HourRate.learn(PAST).predictor().fingerprint(),
                HourRate.learn(past(11, 20)).predictor().fingerprint());
    }

    private static List<PastFlight> past(int lateAt8, int lateAt22) {
        List<PastFlight> past = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            past.add(new PastFlight(at(8), i < lateAt8));
        }
        for (int i = 0; i < 60; i++) {
            past.add(new PastFlight(at(22), i < lateAt22));
        }
        return past;
    }

    private static Flight at(int hour) {
        return new Flight(hour, 1, "BOS", "ORD", 867, 0);
    }
}
