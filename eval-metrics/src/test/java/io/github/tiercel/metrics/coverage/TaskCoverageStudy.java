package io.github.tiercel.metrics.coverage;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.interval.Design;
import io.github.tiercel.metrics.interval.IntervalEstimator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The second and third table of docs/coverage.md: the intervals that results show first, of the metrics that every
 * task's full tier computes, and of differences of two models. It takes minutes, so it runs only when asked:
 * {@code ./mvnw -Pcoverage -pl eval-metrics test}.
 */
class TaskCoverageStudy {

    private static final int SETS = 2_000;

    /** How many large sets together stand for the truth, whose error is then a twentieth of a large set's. */
    private static final int SETS_OF_THE_TRUTH = 400;

    private static final double LEVEL = 0.95;

    private final List<String> lines = new ArrayList<>();

    @Test
    void writesTheTables() throws IOException {
        lines.add("| world | metric | small | middling | large |");
        lines.add("|---|---|---|---|---|");
        TaskWorld.all().forEach(this::study);
        lines.add("");
        lines.add("| metric | n=500 | n=5000 |");
        lines.add("|---|---|---|");
        BlurredPair.differences()
                .forEach(pair -> lines.add("| " + pair.metric().name() + " | " + pair.tally(SETS, 500) + " | "
                        + pair.tally(SETS, 5000) + " |"));
        Path table = Files.createDirectories(Path.of("target")).resolve("coverage-of-tasks.md");
        Files.write(table, lines);
        assertTrue(Files.size(table) > 0);
        lines.forEach(System.out::println);
    }

    private <P extends Predictions> void study(TaskWorld<P> world) {
        P all = world.draw().apply(world.units().get(2) * SETS_OF_THE_TRUTH, new Random(7));
        for (String name : world.metrics()) {
            Metric<P> metric = world.family().named(name).orElseThrow();
            double truth = metric.value(all).orNaN();
            StringBuilder line = new StringBuilder("| " + world.name() + " | " + name + " |");
            for (int units : world.units()) {
                line.append(' ').append(tally(world, metric, truth, units)).append(" |");
            }
            lines.add(line.toString());
        }
    }

    private static <P extends Predictions> Tally tally(TaskWorld<P> world, Metric<P> metric, double truth, int units) {
        Tally tally = new Tally(truth);
        Random random = new Random(1);
        for (int set = 0; set < SETS; set++) {
            P drawn = world.draw().apply(units, random);
            IntervalEstimator estimator = IntervalEstimator.of(Design.independent(drawn.rows()), LEVEL);
            tally.add(estimator.estimate(metric, drawn).population());
        }
        return tally;
    }
}
