package io.github.tiercel.cli.demo;

import io.github.tiercel.data.DigestSink;

/**
 * What models may read of a flight. The delay is not in it: the label is the delay, cut at an hour.
 *
 * @param hour the hour of the actual departure, from 0 to 23, local time. It tells part of the delay, as a flight that
 *     leaves at 3 in the morning should have left the evening before; so a score is one given when the flight leaves
 * @param weekday the day of the actual departure, from 1 for Monday to 7
 * @param origin the airport of departure
 * @param destination the airport of arrival
 * @param miles the distance
 * @param originDelay mean delay in minutes of the flights that left the origin from 4 hours to 1 hour before; NaN if
 *     there was none
 */
record Flight(int hour, int weekday, String origin, String destination, int miles, double originDelay) {

    /** Tells flights apart by all that models read of them. */
    static void digest(Flight flight, DigestSink sink) {
        sink.put(flight.hour)
                .put(flight.weekday)
                .put(flight.origin)
                .put(flight.destination)
                .put(flight.miles)
                .put(flight.originDelay);
    }

    boolean hasOriginDelay() {
        return !Double.isNaN(originDelay);
    }
}
