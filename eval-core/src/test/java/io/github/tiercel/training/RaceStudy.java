package io.github.tiercel.training;

import io.github.tiercel.result.RaceEntry;
import io.github.tiercel.result.RaceResult;
import io.github.tiercel.result.RaceStatus;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
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
        System.out.println("| candidates, equally good | metric | a given one dropped | any dropped |");
        System.out.println("|---|---|---|---|");
        for (int candidates : new int[] {2, 4, 8}) {
            print(candidates, "log_loss");
        }
        print(4, "roc_auc");
        print(4, "accuracy");
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

    private static void print(int candidates, String metric) {
        Equal equal = equal(candidates, metric, Race.DEFAULT_ALPHA, new Random(21), RUNS);
        System.out.printf(Locale.ROOT, "| %d | %s | %.4f | %.3f |%n", candidates, metric, equal.given(), equal.any());
    }

    /**
     * What came of races of equally good candidates.
     *
     * @param given the share of races in which a given one is dropped, the mean over all of them
     * @param any the share in which one or more are dropped
     */
    record Equal(double given, double any) {}

    static Equal equal(int candidates, String metric, double alpha, Random seeds, int runs) {
        double[] blurs = blurs(candidates);
        long dropped = 0;
        int any = 0;
        for (long seed : seeds.longs(runs).toArray()) {
            RaceResult race = new SimulatedRun(seed).race(metric, settings -> settings.alpha(alpha), blurs);
            long times = race.entries().stream()
                    .filter(entry -> entry.status() == RaceStatus.DROPPED)
                    .count();
            dropped += times;
            any += times > 0 ? 1 : 0;
        }
        return new Equal(dropped / ((double) runs * candidates), any / (double) runs);
    }

    /** Races of four, the third of which is better than the others by a gain. */
    static Sprint sprint(double gain, Random seeds, int runs, int rows) {
        double[] blurs = blurs(4);
        blurs[2] = SimulatedRun.blurThatGains(gain);
        double won = 0;
        double right = 0;
        double scored = 0;
        for (long seed : seeds.longs(runs).toArray()) {
            RaceResult race = new SimulatedRun(seed, rows).race("log_loss", settings -> settings, blurs);
            won += race.winner().isPresent() ? 1 : 0;
            right += race.winner().map(RaceEntry::model).filter("2"::equals).isPresent() ? 1 : 0;
            scored += race.rowsScored() / (double) race.rowsOfAll();
        }
        return new Sprint(won / runs, right / runs, scored / runs);
    }

    private static double[] blurs(int candidates) {
        double[] blurs = new double[candidates];
        Arrays.fill(blurs, SimulatedRun.BLUR);
        return blurs;
    }
}
