package io.github.tiercel.samples;

import java.time.LocalDateTime;

/**
 * A flight: what is known when it leaves, and by how many minutes it landed late. The delay is for labels only: to a
 * model of {@link #late()} it would be the answer.
 *
 * @param originDelay mean delay in minutes of the flights that left the same airport in the hours before; NaN if none
 *     did
 */
record Flight(
        long id,
        LocalDateTime departure,
        String origin,
        String destination,
        double distance,
        double originDelay,
        int delay) {

    private static final int HOURS = 24;
    private static final int DAYS = 7;

    /** The length of {@link #numbers()}. */
    static final int NUMBERS = HOURS + DAYS + 3;

    /** More than this many minutes are late. */
    private static final int LATE = 60;

    boolean late() {
        return delay > LATE;
    }

    int hour() {
        return departure.getHour();
    }

    /**
     * What a model of numbers reads: a 1 in the place of the hour and of the day of the week, the distance in thousands
     * of miles, the delay at the origin in hours, and whether that is missing.
     */
    double[] numbers() {
        double[] numbers = new double[NUMBERS];
        boolean missing = Double.isNaN(originDelay);
        numbers[hour()] = 1;
        numbers[HOURS + departure.getDayOfWeek().getValue() - 1] = 1;
        numbers[HOURS + DAYS] = distance / 1000;
        numbers[HOURS + DAYS + 1] = missing ? 0 : originDelay / 60;
        numbers[HOURS + DAYS + 2] = missing ? 1 : 0;
        return numbers;
    }
}
