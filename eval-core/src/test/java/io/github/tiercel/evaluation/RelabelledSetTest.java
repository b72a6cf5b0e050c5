package io.github.tiercel.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.result.ModelResult;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Strata that are no longer the classes cost precision, but no estimate its aim and no interval its cover. */
class RelabelledSetTest {

    private static final int ROWS = 20_000;
    private static final int SEEDS = 200;
    private static final List<String> METRICS = List.of("roc_auc", "accuracy", "log_loss");
    private static final Tier SAMPLE =
            Tier.fast().withRows(new SampleRows.Exactly(1024)).withMetrics(METRICS);

    /** 3.3 binomial standard deviations of 200 samples around 0.95. */
    private static final double LEAST = 0.899;

    @Test
    void allRowsGiveWhatAFreshSetGivesToTheLastBit() {
        Simulated rows = Simulated.rows(ROWS, 0.1, 1);
        EvaluationSet relabelled =
                EvaluationSet.binary(shuffled(rows.labels(), 2)).build().withLabels(rows.labels());
        ModelResult expected = evaluate(rows.set().build(), rows, Tier.full());
        ModelResult full = evaluate(relabelled, rows, Tier.full());
        assertEquals(expected.metrics(), full.metrics());
    }

    @ParameterizedTest
    @ValueSource(strings = {"roc_auc", "accuracy", "log_loss"})
    void samplesAimAtTheValueOnAllRowsAndIntervalsHoldIt(String metric) {
        Simulated rows = Simulated.rows(ROWS, 0.1, 3);
        double full = evaluate(rows.set().build(), rows, SAMPLE.withRows(new SampleRows.All()))
                .metric(metric)
                .value()
                .orNaN();
        double error = 0;
        double squares = 0;
        int held = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            EvaluationSet relabelled = EvaluationSet.binary(partlyOther(rows.labels()))
                    .seed(seed)
                    .build()
                    .withLabels(rows.labels());
            Estimate sample = evaluate(relabelled, rows, SAMPLE).metric(metric);
            double off = sample.value().orNaN() - full;
            error += off / SEEDS;
            squares += off * off / SEEDS;
            held += sample.fullSet().orElseThrow().contains(full) ? 1 : 0;
        }
        assertEquals(0, error, 4 * Math.sqrt(squares / SEEDS));
        assertTrue(held >= LEAST * SEEDS, metric + " held the full value in " + held + " of " + SEEDS);
    }

    /** What the labels were before: every fifth row had the other one. */
    private static boolean[] partlyOther(boolean[] labels) {
        boolean[] other = labels.clone();
        for (int row = 0; row < other.length; row += 5) {
            other[row] = !other[row];
        }
        return other;
    }

    private static boolean[] shuffled(boolean[] labels, long seed) {
        Random random = new Random(seed);
        boolean[] shuffled = labels.clone();
        for (int row = shuffled.length - 1; row > 0; row--) {
            int other = random.nextInt(row + 1);
            boolean label = shuffled[row];
            shuffled[row] = shuffled[other];
            shuffled[other] = label;
        }
        return shuffled;
    }

    private static ModelResult evaluate(EvaluationSet set, Simulated rows, Tier tier) {
        return Evaluator.of(set)
                .build()
                .evaluate(tier, List.of(rows.candidate()), Optional.empty())
                .model();
    }
}
