package io.github.tiercel.cli.demo;

import io.github.tiercel.data.Fingerprint;
import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Predictor;
import java.util.Arrays;
import java.util.List;

/** The baseline: how many flights that left in the same hour of the day were late. */
final class HourRate {

    private static final int HOURS = 24;

    /** Hours at night have few flights; theirs are drawn to the rate of all by the weight of so many. */
    private static final double PRIOR_FLIGHTS = 20;

    private final double[] rates;

    private HourRate(double[] rates) {
        this.rates = rates;
    }

    static HourRate learn(List<PastFlight> past) {
        int[] flights = new int[HOURS];
        int[] late = new int[HOURS];
        for (PastFlight each : past) {
            flights[each.flight().hour()]++;
            late[each.flight().hour()] += each.late() ? 1 : 0;
        }
        double overall = (double) Arrays.stream(late).sum() / past.size();
        double[] rates = new double[HOURS];
        for (int hour = 0; hour < HOURS; hour++) {
            rates[hour] = (late[hour] + PRIOR_FLIGHTS * overall) / (flights[hour] + PRIOR_FLIGHTS);
        }
        return new HourRate(rates);
    }

    double rate(Flight flight) {
        return rates[flight.hour()];
    }

    Predictor<Flight> predictor() {
        long[] bits = Arrays.stream(rates).mapToLong(Double::doubleToLongBits).toArray();
        return Predictor.<Flight>of(this::rate)
                .withFingerprint(ModelFingerprint.of("hour_rate:" + Fingerprint.of(bits)));
    }
}
