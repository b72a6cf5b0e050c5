package io.github.tiercel.metrics.coverage;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * The table of docs/fast-tier.md on borrowing from an earlier epoch: 1,000 hold-outs of 20,000 rows, samples as fast
 * tiers draw them. It takes minutes, so it runs only when asked: {@code ./mvnw -Pcoverage -pl eval-metrics test}.
 */
class BorrowingStudy {

    private static final int SETS = 1_000;

    @Test
    void writesTheTable() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("| epochs | rows | epoch (from) | metric | plain | borrowed | times | full set | world | widths |");
        lines.add("|---|---|---|---|---|---|---|---|---|---|");
        for (int size : new int[] {1_024, 4_096}) {
            for (int[] epochs : new int[][] {{2, 1}, {6, 1}, {6, 5}}) {
                add("steady", EpochWorld.steady(6), size, epochs, lines);
            }
            add("restless", EpochWorld.restless(6), size, new int[] {6, 5}, lines);
        }
        Path table = Files.createDirectories(Path.of("target")).resolve("borrowing.md");
        Files.write(table, lines);
        assertTrue(Files.size(table) > 0);
        lines.forEach(System.out::println);
    }

    private static void add(String name, EpochWorld world, int size, int[] epochs, List<String> lines) {
        for (Borrowing one : Borrowing.of(world, epochs, size, false, SETS)) {
            lines.add(String.format(Locale.ROOT, "| %s | %,d | %d (%d) | %s |", name, size, epochs[0], epochs[1], one));
        }
    }
}
