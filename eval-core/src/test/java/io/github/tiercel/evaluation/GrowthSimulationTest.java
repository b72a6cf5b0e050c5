package io.github.tiercel.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.PlannedMetric;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Plans from 4096 of 20,000 rows, 10 % positive, in the stratified order of 100 seeds, against what four times as many
 * rows gave; and intervals of samples that grew until they were narrow enough. Seeds are fixed.
 */
class GrowthSimulationTest {

    private static final int ROWS = 20_000;
    private static final int SEEDS = 100;
    private static final int PILOT = 4096;
    private static final int PLANNED = 16_384;
    private static final List<String> METRICS =
            List.of("roc_auc", "average_precision", "accuracy", "log_loss", "f1", "brier");
    private static final Tier TIER = Tier.fast().withMetrics(METRICS);
    private static final double THRESHOLD = 0.15;

    /** The half-width of log-loss at 4096 rows, so that it is a matter of the spread found whether these will do. */
    private static final double HALF_WIDTH = 0.00465;

    /** 3.3 binomial standard deviations of 100 samples below 0.95: missed by one set of seeds in two thousand. */
    private static final double LEAST_HELD = 0.878;

    /** Reached half-widths as shares of the planned ones. */
    private static final Map<String, List<Double>> REACHED = new HashMap<>();

    private static final Set<Integer> ENDS = new TreeSet<>();
    private static int held;

    @BeforeAll
    static void drawSamples() {
        Random random = new Random(17);
        for (int seed = 0; seed < SEEDS; seed++) {
            Simulated rows = Simulated.rows(ROWS, 0.1, random.nextLong());
            Evaluator evaluator = Evaluator.of(rows.set().seed(seed).build())
                    .threshold(THRESHOLD)
                    .build();
            plan(evaluator, rows);
            grow(evaluator, rows);
        }
    }

    private static void plan(Evaluator evaluator, Simulated rows) {
        Tier pilot = TIER.withRows(new SampleRows.Exactly(PILOT));
        List<PlannedMetric> plan = evaluator
                .plan(pilot, HALF_WIDTH, List.of(rows.candidate()), Optional.empty())
                .metrics();
        ModelResult reached = evaluate(evaluator, rows, TIER.withRows(new SampleRows.Exactly(PLANNED)));
        for (PlannedMetric metric : plan) {
            double planned = metric.width(PLANNED).orElseThrow().fullSet();
            double half = halfWidth(reached.metric(metric.metric()));
            REACHED.computeIfAbsent(metric.metric(), name -> new ArrayList<>()).add(half / planned);
        }
    }

    private static void grow(Evaluator evaluator, Simulated rows) {
        Tier tier = TIER.withMetrics(List.of("log_loss"));
        double all = evaluate(evaluator, rows, tier.withRows(new SampleRows.All()))
                .metric("log_loss")
                .value()
                .orNaN();
        ModelResult grown = evaluate(evaluator, rows, tier.withRows(new SampleRows.HalfWidth(HALF_WIDTH)));
        assertTrue(halfWidth(grown.metric("log_loss")) <= HALF_WIDTH);
        ENDS.add(grown.rows());
        held += grown.metric("log_loss").fullSet().orElseThrow().contains(all) ? 1 : 0;
    }

    private static ModelResult evaluate(Evaluator evaluator, Simulated rows, Tier tier) {
        return evaluator
                .evaluate(tier, List.of(rows.candidate()), Optional.empty())
                .model();
    }

    private static double halfWidth(Estimate estimate) {
        return estimate.fullSet().orElseThrow().width() / 2;
    }

    @ParameterizedTest
    @ValueSource(strings = {"roc_auc", "average_precision", "accuracy", "log_loss", "f1"})
    void whatWasPlannedIsReachedWithinATenth(String metric) {
        assertTrue(within(metric, 0.1) >= 0.95, metric + " in " + within(metric, 0.1));
    }

    /** Its spread rests on the few rows that are surely wrong. */
    @Test
    void theBrierScoreIsPlannedLessClosely() {
        assertTrue(within("brier", 0.1) >= 0.85);
        assertTrue(within("brier", 0.2) >= 0.95);
    }

    private static double within(String metric, double share) {
        List<Double> reached = Objects.requireNonNull(REACHED.get(metric));
        return reached.stream().filter(ratio -> Math.abs(ratio - 1) <= share).count() / (double) SEEDS;
    }

    @Test
    void endingBySpreadCostsNoCoverage() {
        assertEquals(Set.of(4096, 8192), ENDS);
        assertTrue(held >= LEAST_HELD * SEEDS, "held the value on all rows in " + held);
    }
}
