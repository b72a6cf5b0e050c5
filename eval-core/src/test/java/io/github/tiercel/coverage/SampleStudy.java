package io.github.tiercel.coverage;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.Predictions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/**
 * The tables of the section "Samples" in docs/coverage.md: prefixes of the stratified order of 200,000 rows. It takes
 * about an hour, so it runs only when asked: {@code ./mvnw -Pcoverage -pl eval-core -am test}.
 */
class SampleStudy {

    private static final int ROWS = 200_000;
    private static final int ROUNDS = Integer.getInteger("tiercel.rounds", 1_000);
    private static final int ROUNDS_OF_DRIFT = Math.min(300, ROUNDS);
    private static final int[] PREFIXES = {1_024, 4_096, 16_384, ROWS};
    private static final int[] SHORT_PREFIXES = {1_024, 4_096, 16_384};
    private static final long SEED = 1;

    private final List<String> ofFullSet = new ArrayList<>();
    private final List<String> ofWorld = new ArrayList<>();
    private final List<String> ofDifferences = new ArrayList<>();
    private final List<String> distances = new ArrayList<>();

    @Test
    void writesTheTables() throws IOException {
        BinarySamples.all().forEach(this::study);
        study("normal labels", new RegressionSamples(false).prefixes(ROWS, PREFIXES));
        study("log-normal labels", new RegressionSamples(true).prefixes(ROWS, PREFIXES));
        List<String> lines = new ArrayList<>();
        table(lines, "Full set", "| 1,024 | 4,096 | 16,384 |", ofFullSet);
        table(lines, "World", "| 1,024 | 4,096 | 16,384 | all |", ofWorld);
        table(lines, "Differences", "| 1,024 | 4,096 | 16,384 | all |", ofDifferences);
        table(lines, "Distance", "| design | 1,024 | 4,096 | 16,384 |", distances);
        Path file = Files.createDirectories(Path.of("target")).resolve("coverage-of-samples.md");
        Files.write(file, lines);
        assertTrue(Files.size(file) > 0);
        lines.forEach(System.out::println);
    }

    private static void table(List<String> lines, String title, String columns, List<String> rows) {
        lines.add("");
        lines.add("### " + title);
        lines.add("");
        lines.add("| rows | metric " + columns);
        lines.add(("| rows | metric " + columns).replaceAll("[^|]+", "---"));
        lines.addAll(rows);
    }

    private void study(BinarySamples binary) {
        String name = binary.toString();
        study(name, binary.prefixes(ROWS, PREFIXES));
        var drift = binary.ofDrift(ROWS, SHORT_PREFIXES).run(ROUNDS_OF_DRIFT, SEED);
        addDistances(name, "first rows, drift", drift, Measured::firstRows);
        addDistances(name, "stratified, drift", drift, Measured::estimate);
    }

    private <P extends Predictions> void study(String name, PrefixSamples<P> samples) {
        samples.run(ROUNDS, SEED);
        for (Measured<P> measured : samples.metrics()) {
            String start = "| " + name + " | " + measured.name() + " |";
            ofFullSet.add(start + cells(3, i -> measured.estimate(i).fullSet().toString()));
            ofWorld.add(start + cells(4, i -> measured.estimate(i).population().toString()));
            ofDifferences.add(
                    start + cells(4, i -> measured.difference(i).population().toString()));
        }
        addDistances(name, "simple random", samples, Measured::firstRows);
        addDistances(name, "stratified", samples, Measured::estimate);
    }

    private <P extends Predictions> void addDistances(
            String name, String design, PrefixSamples<P> samples, BiFunction<Measured<P>, Integer, PrefixTally> of) {
        for (Measured<P> measured : samples.metrics()) {
            distances.add("| " + name + " | " + measured.name() + " | " + design + " |"
                    + cells(3, i -> distance(of.apply(measured, i))));
        }
    }

    /** The root of the mean squared distance to the value on all rows, and the share of it that is bias. */
    private static String distance(PrefixTally tally) {
        return String.format(
                Locale.ROOT, "%.2g (%+.2f)", tally.rootMeanSquare(), tally.bias() / tally.rootMeanSquare());
    }

    private static String cells(int prefixes, IntFunction<String> cell) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < prefixes; i++) {
            line.append(' ').append(cell.apply(i)).append(" |");
        }
        return line.toString();
    }
}
