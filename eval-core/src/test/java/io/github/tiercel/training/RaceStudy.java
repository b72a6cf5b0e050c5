package io.github.tiercel.training;

import io.github.tiercel.result.RaceEntry;
import io.github.tiercel.result.RaceResult;
import io.github.tiercel.result.RaceStatus;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * How often a race drops a candidate that is as good as any, and how many rows it saves where one is better:
 * {@code ./mvnw -Pcoverage -pl eval-core test}, minutes.
 */
class RaceStudy {

    private static final int RUNS = 1000;
    private static final int ROWS = 65_536;

    @Test
    void printTheTable() {
        double error = SimulatedRun.standardError(500);
        System.out.printf(
                Locale.ROOT,
                "%,d races each; standard error of a difference %.5f on %,d rows%n",
                RUNS,
                error,
                SimulatedRun.SAMPLE);
        System.out.println("| candidates, equally good | one given dropped | any dropped |");
        System.out.println("|---|---|---|");
        for (int candidates : new int[] {2, 4, 8}) {
            double[] blurs = equal(candidates);
            System.out.printf(
                    Locale.ROOT,
                    "| %d | %.3f | %.3f |%n",
                    candidates,
                    dropped(new Random(21), RUNS, race -> race, blurs),
                    anyDropped(new Random(21), RUNS, blurs));
        }
        System.out.println("| gain of the best of 4 | won | right | rows of " + ROWS + " x 4 |");
        System.out.println("|---|---|---|---|");
        for (double errors : new double[] {0.5, 1, 2, 3, 5}) {
            Sprint sprint = sprint(errors * error, new Random(22), RUNS / 10, ROWS);
            System.out.printf(
                    Locale.ROOT,
                    "| %.1f SE | %.2f | %.2f | %.1f %% |%n",
                    errors,
                    sprint.won(),
                    sprint.right(),
                    100 * sprint.scored());
        }
    }

    /**
     * What came of races with one better candidate.
     *
     * @param won the share with a winner
     * @param right the share in which the better one won
     * @param scored the mean share of all rows that was scored
     */
    record Sprint(double won, double right, double scored) {}

    /** The largest share of runs, over candidates, in which that candidate is dropped though none is better. */
    static double dropped(Random seeds, int runs, UnaryOperator<Race<Void>> settings, double... blurs) {
        int[] times = new int[blurs.length];
        seeds.longs(runs)
                .mapToObj(seed -> new SimulatedRun(seed).race(settings, blurs))
                .forEach(race -> race.entries().stream()
                        .filter(entry -> entry.status() == RaceStatus.DROPPED)
                        .forEach(entry -> times[Integer.parseInt(entry.model())]++));
        return Arrays.stream(times).max().orElseThrow() / (double) runs;
    }

    /** The share of runs in which one or more are dropped. */
    private static double anyDropped(Random seeds, int runs, double... blurs) {
        return seeds.longs(runs)
                        .mapToObj(seed -> new SimulatedRun(seed).race(race -> race, blurs))
                        .filter(race -> race.left().size() < blurs.length)
                        .count()
                / (double) runs;
    }

    /** Races of four, the third of which is better than the others by a gain. */
    static Sprint sprint(double gain, Random seeds, int runs, int rows) {
        double[] blurs = equal(4);
        blurs[2] = SimulatedRun.blurThatGains(gain);
        double won = 0;
        double right = 0;
        double scored = 0;
        for (long seed : seeds.longs(runs).toArray()) {
            RaceResult race = new SimulatedRun(seed, rows).race(settings -> settings, blurs);
            won += race.winner().isPresent() ? 1 : 0;
            right += race.winner().map(RaceEntry::model).filter("2"::equals).isPresent() ? 1 : 0;
            scored += race.rowsScored() / (double) race.rowsOfAll();
        }
        return new Sprint(won / runs, right / runs, scored / runs);
    }

    static double[] equal(int candidates) {
        double[] blurs = new double[candidates];
        Arrays.fill(blurs, SimulatedRun.BLUR);
        return blurs;
    }
}
