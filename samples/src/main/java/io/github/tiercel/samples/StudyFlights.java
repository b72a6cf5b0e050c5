package io.github.tiercel.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The flights of one seed: some of the past to learn from, half of the future to choose an epoch by, half to judge it.
 */
record StudyFlights(List<Flight> past, List<Flight> select, List<Flight> confirm) {

    private static final int LEARNED = 40_000;

    static StudyFlights of(Flights past, Flights future, long seed) {
        Random random = new Random(seed);
        List<Flight> learned =
                random.ints(LEARNED, 0, past.size()).mapToObj(past.list()::get).toList();
        List<Flight> select = new ArrayList<>();
        List<Flight> confirm = new ArrayList<>();
        for (Flight flight : future.list()) {
            (random.nextBoolean() ? select : confirm).add(flight);
        }
        return new StudyFlights(learned, select, confirm);
    }

    static boolean[] late(List<Flight> flights) {
        return new Flights(flights).late();
    }

    static double logLoss(boolean[] late, double[] scores) {
        double sum = 0;
        for (int row = 0; row < scores.length; row++) {
            sum -= Math.log(Math.max(1e-15, late[row] ? scores[row] : 1 - scores[row]));
        }
        return sum / scores.length;
    }
}
