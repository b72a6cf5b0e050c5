package io.github.tiercel.training;

import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * How often early stopping takes a plateau of 50 epochs for improvement, and how often it finds a true gain at epoch
 * 20, by the size of the gain in standard errors: {@code ./mvnw -Pcoverage -pl eval-core test}, minutes.
 */
class StoppingStudy {

    private static final int RUNS = 4000;
    private static final int EPOCHS = 50;
    private static final int EPOCH_OF_GAIN = 20;

    /** Whether the number of epochs is known. */
    enum Horizon {
        KNOWN,
        OPEN
    }

    @Test
    void printTheTable() {
        double error = SimulatedRun.standardError(1000);
        System.out.printf(
                Locale.ROOT,
                "%d runs each; standard error of a difference %.5f on %,d rows%n",
                RUNS,
                error,
                SimulatedRun.SAMPLE);
        System.out.printf(Locale.ROOT, "plain values fooled: %.3f%n", fooledByPlainValues(new Random(13), RUNS / 10));
        System.out.printf(
                Locale.ROOT, "fooled while the tier grows: %.3f%n", fooledWhileGrowing(new Random(15), RUNS / 4));
        System.out.println("| | false improvements in 50 epochs | 2 SE | 3 SE | 4 SE | 5 SE | 6 SE |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (Horizon horizon : Horizon.values()) {
            StringBuilder row = new StringBuilder(
                    String.format(Locale.ROOT, "| %s | %.3f |", horizon, fooled(horizon, new Random(11), RUNS)));
            for (int errors = 2; errors <= 6; errors++) {
                double found = found(horizon, errors * error, new Random(12), RUNS);
                row.append(String.format(Locale.ROOT, " %.3f |", found));
            }
            System.out.println(row);
        }
    }

    /** The share of runs on a plateau that declare an improvement after the first epoch. */
    static double fooled(Horizon horizon, Random seeds, int runs) {
        return share(seeds, runs, run -> run.results(EPOCHS, epoch -> SimulatedRun.BLUR, of(horizon)).stream()
                .skip(1)
                .anyMatch(EpochResult::improved));
    }

    static double fooledByPlainValues(Random seeds, int runs) {
        UnaryOperator<EpochEvaluator.Builder<Void>> plain = builder -> builder.patience("log_loss", EPOCHS);
        return share(seeds, runs, run -> run.results(EPOCHS, epoch -> SimulatedRun.BLUR, plain).stream()
                .skip(1)
                .anyMatch(EpochResult::improved));
    }

    /** The same where patience is short, so that the tier takes more rows again and again until it has all. */
    static double fooledWhileGrowing(Random seeds, int runs) {
        UnaryOperator<EpochEvaluator.Builder<Void>> impatient =
                builder -> builder.earlyStopping("log_loss", 3).epochBudget(EPOCHS);
        return share(seeds, runs, run -> run.resultsOfAllRows(12, epoch -> SimulatedRun.BLUR, impatient).stream()
                .skip(1)
                .anyMatch(EpochResult::improved));
    }

    /** The share of runs in which an epoch that is better by a gain, after a plateau, is declared so. */
    static double found(Horizon horizon, double gain, Random seeds, int runs) {
        double better = SimulatedRun.blurThatGains(gain);
        return share(seeds, runs, run -> run.results(
                        EPOCH_OF_GAIN, epoch -> epoch < EPOCH_OF_GAIN ? SimulatedRun.BLUR : better, of(horizon))
                .get(EPOCH_OF_GAIN - 1)
                .improved());
    }

    private static UnaryOperator<EpochEvaluator.Builder<Void>> of(Horizon horizon) {
        return builder -> horizon == Horizon.KNOWN
                ? builder.monitor("log_loss").epochBudget(EPOCHS)
                : builder.monitor("log_loss");
    }

    private interface Outcome {
        boolean of(SimulatedRun run);
    }

    private static double share(Random seeds, int runs, Outcome outcome) {
        return seeds.longs(runs)
                        .filter(seed -> outcome.of(new SimulatedRun(seed)))
                        .count()
                / (double) runs;
    }
}
