package io.github.tiercel.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.result.ModelResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Estimates from samples aim at the value on all rows, and their intervals hold what they say they hold: samples of
 * 1024 of 20,000 rows, 10 % positive, in the stratified order of many seeds. Seeds are fixed; each bound is one that a
 * right estimator breaks for less than one set of seeds in a thousand.
 */
class SampleCoverageTest {

    private static final int ROWS = 20_000;
    private static final int SEEDS = 200;
    private static final List<String> METRICS = List.of("roc_auc", "average_precision", "accuracy", "log_loss", "f1");
    private static final Tier SAMPLE =
            Tier.fast().withRows(new SampleRows.Exactly(1024)).withMetrics(METRICS);
    private static final double THRESHOLD = 0.15;

    /** 3.3 binomial standard deviations of 200 samples around 0.95. */
    private static final double LEAST = 0.899;

    private static final Map<String, Tally> TALLIES = new HashMap<>();

    /** What 200 samples said of one metric. */
    private static final class Tally {

        private double error;
        private double squares;
        private int heldFull;
        private int heldWorld;

        private void add(Estimate sample, double full, double world) {
            double off = sample.value().orNaN() - full;
            error += off / SEEDS;
            squares += off * off / SEEDS;
            heldFull += sample.fullSet().orElseThrow().contains(full) ? 1 : 0;
            heldWorld += sample.population().orElseThrow().contains(world) ? 1 : 0;
        }
    }

    /** Each sample is of a new set, whose own value differs from that of the world. */
    @BeforeAll
    static void drawSamples() {
        Map<String, Double> world = values(Simulated.rows(2_000_000, 0.1, 99));
        Random random = new Random(7);
        for (int seed = 0; seed < SEEDS; seed++) {
            Simulated rows = Simulated.rows(ROWS, 0.1, random.nextLong());
            Map<String, Double> full = values(rows);
            ModelResult sample = evaluate(rows, SAMPLE, seed);
            for (String metric : METRICS) {
                TALLIES.computeIfAbsent(metric, name -> new Tally())
                        .add(
                                sample.metric(metric),
                                Objects.requireNonNull(full.get(metric)),
                                Objects.requireNonNull(world.get(metric)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"roc_auc", "accuracy", "log_loss", "f1"})
    void samplesAimAtTheValueOnAllRows(String metric) {
        Tally tally = tally(metric);
        double standardError = Math.sqrt(tally.squares / SEEDS);
        assertEquals(0, tally.error, 4 * standardError, metric);
    }

    @Test
    void averagePrecisionOfASampleIsSomewhatTooHigh() {
        Tally tally = tally("average_precision");
        assertTrue(tally.error >= 0);
        assertTrue(tally.error < Math.sqrt(tally.squares));
    }

    @ParameterizedTest
    @CsvSource({
        "roc_auc, 0.99",
        // The guard of average precision is conservative by design.
        "average_precision, 1",
        "accuracy, 0.99",
        "log_loss, 0.99",
        "f1, 0.99"
    })
    void intervalsForTheFullSetHoldItsValue(String metric, double most) {
        double held = tally(metric).heldFull / (double) SEEDS;
        assertTrue(held >= LEAST && held <= most, metric + " held the full value in " + held);
    }

    @ParameterizedTest
    @CsvSource({"roc_auc, 0.99", "average_precision, 1", "accuracy, 0.99", "log_loss, 0.99", "f1, 0.99"})
    void intervalsForThePopulationHoldTheTruth(String metric, double most) {
        double held = tally(metric).heldWorld / (double) SEEDS;
        assertTrue(held >= LEAST && held <= most, metric + " held the truth in " + held);
    }

    private static Tally tally(String metric) {
        return Objects.requireNonNull(TALLIES.get(metric));
    }

    private static Map<String, Double> values(Simulated rows) {
        ModelResult all = evaluate(rows, SAMPLE.withRows(new SampleRows.All()), 0);
        Map<String, Double> values = new HashMap<>();
        METRICS.forEach(metric -> values.put(metric, all.metric(metric).value().orNaN()));
        return values;
    }

    private static ModelResult evaluate(Simulated rows, Tier tier, long seed) {
        return Evaluator.of(rows.set().seed(seed).build())
                .threshold(THRESHOLD)
                .build()
                .evaluate(tier, List.of(rows.candidate()), Optional.empty())
                .model();
    }
}
