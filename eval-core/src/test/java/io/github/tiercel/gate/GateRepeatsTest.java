package io.github.tiercel.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Scores;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.Simulated;
import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.interval.Quantiles;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.GateResult;
import io.github.tiercel.result.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateRepeatsTest {

    private static final Tier TIER = Tier.full().withReplicates(0);

    /** A share that is off by more of its standard errors than this, by chance: once in 15,000 cases. */
    private static final double SIGMAS = 4;

    /** Intervals drawn as the record says they would be, judged by the rule itself. */
    @ParameterizedTest
    @CsvSource({
        "AT_LEAST, 0.70, 0.72",
        "AT_LEAST, 0.70, 0.66",
        "ABOVE, 0.70, 0.701",
        "AT_MOST, 0.70, 0.69",
        "BELOW, 0.70, 0.74",
        "BELOW, 0.70, 0.70"
    })
    void ratesAreThoseOfJudgingManyIntervals(Inequality comparator, double limit, double truth) {
        Interval observed = new Interval(0.675, 0.732, 0.95, "m");
        double value = 0.70;
        double error = 0.0145;
        GateRepeats.Rates rates =
                GateRepeats.Rates.of(comparator, observed, value, limit, new GateRepeats.Shift(truth, error));
        assertEquals(1, rates.pass() + rates.inconclusive() + rates.fail(), 1e-12);
        Random random = new Random(20261129);
        int draws = 20_000;
        int[] counts = new int[3];
        for (int draw = 0; draw < draws; draw++) {
            double move = truth + error * random.nextGaussian() - value;
            Interval moved = new Interval(observed.lower() + move, observed.upper() + move, 0.95, "m");
            counts[List.of(Verdict.values()).indexOf(comparator.judge(moved, limit))]++;
        }
        for (Verdict verdict : Verdict.values()) {
            double expected = rates.of(verdict);
            double found = counts[List.of(Verdict.values()).indexOf(verdict)] / (double) draws;
            assertEquals(expected, found, SIGMAS * Math.sqrt(expected * (1 - expected) / draws) + 1e-9, verdict.name());
        }
    }

    /** Two models that are equally good: each reads the truth with noise of its own. */
    @Test
    void equalModelsPassAGateAgainstABaselineAsOftenAsSaid() {
        int sets = 300;
        double said = 0;
        int passed = 0;
        int failed = 0;
        Gates gates = Gates.of("roc_auc no-worse-than baseline by 0.03");
        for (int set = 0; set < sets; set++) {
            EvaluationResult result = equals(set);
            GateRepeats repeats = gates.selfTest(result).get(0);
            said += repeats.rates().orElseThrow().pass() / sets;
            passed += repeats.gate().verdict() == Verdict.PASS ? 1 : 0;
            failed += repeats.gate().verdict() == Verdict.FAIL ? 1 : 0;
        }
        assertTrue(said > 0.2 && said < 0.8, "the case must tell something, got " + said);
        assertEquals(said, passed / (double) sets, SIGMAS * Math.sqrt(said * (1 - said) / sets));
        assertTrue(failed <= 2, "FAIL is about 1 in 10,000 here, got " + failed);
    }

    private static EvaluationResult equals(int seed) {
        Random random = new Random(seed);
        int rows = 500;
        boolean[] labels = new boolean[rows];
        double[] one = new double[rows];
        double[] other = new double[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = random.nextInt(3) == 0;
            double known = random.nextGaussian() + (labels[row] ? 1.2 : 0);
            one[row] = known + 0.5 * random.nextGaussian();
            other[row] = known + 0.5 * random.nextGaussian();
        }
        return Evaluator.of(EvaluationSet.binary(labels).build())
                .metrics("roc_auc")
                .build()
                .evaluate(TIER, List.of(Scores.of("one", one)), Optional.of(Scores.of("other", other)));
    }

    @Test
    void limitAtTheValueIsAlmostNeverDecided() {
        EvaluationResult result = simulated("roc_auc");
        double value = result.model().metric("roc_auc").value().orNaN();
        GateRepeats repeats = Gates.of("roc_auc >= " + value).selfTest(result).get(0);
        GateRepeats.Rates rates = repeats.rates().orElseThrow();
        // Both ends are one-sided bounds at 0.975.
        assertEquals(0.025, rates.pass(), 0.006);
        assertEquals(0.025, rates.fail(), 0.006);
        assertEquals(rates.pass() + rates.fail(), repeats.flips().orElseThrow(), 1e-12);
        assertEquals("candidate", repeats.model());
    }

    @Test
    void limitAtAnEndOfTheIntervalIsATossUp() {
        EvaluationResult result = simulated("roc_auc");
        double lower = result.model().metric("roc_auc").gate().orElseThrow().lower();
        GateRepeats repeats = Gates.of("roc_auc >= " + lower).selfTest(result).get(0);
        assertEquals(Verdict.PASS, repeats.gate().verdict());
        assertEquals(0.5, repeats.flips().orElseThrow(), 1e-9);
    }

    @Test
    void judgementIsTheUsualOne() {
        EvaluationResult result = simulated("roc_auc", "log_loss");
        Gates gates = Gates.of("roc_auc >= 0.7", "log_loss <= 0.2");
        List<GateResult> tested =
                gates.selfTest(result).stream().map(GateRepeats::gate).toList();
        assertEquals(gates.judge(result).model().gates(), tested);
    }

    @Test
    void withoutAStandardErrorNothingIsSaid() {
        EvaluationResult result = simulated("best_f1");
        GateRepeats repeats = Gates.of("best_f1 >= 0.5").selfTest(result).get(0);
        assertEquals(Optional.empty(), repeats.rates());
        assertEquals(OptionalDouble.empty(), repeats.flips());
        EvaluationResult same = Evaluator.of(EvaluationSet.binary(labels()).build())
                .metrics("accuracy")
                .build()
                .evaluate(TIER, List.of(Scores.of("a", scores())), Optional.of(Scores.of("b", scores())));
        GateRepeats identical = Gates.of("accuracy no-worse-than baseline by 0.1")
                .selfTest(same)
                .get(0);
        assertTrue(identical.againstBaseline());
        assertEquals(OptionalDouble.empty(), identical.flips());
    }

    private static boolean[] labels() {
        return Simulated.rows(400, 0.25, 1).labels();
    }

    private static double[] scores() {
        return Simulated.rows(400, 0.25, 1).scores();
    }

    private static EvaluationResult simulated(String... metrics) {
        Simulated rows = Simulated.rows(4000, 0.25, 1);
        return Evaluator.of(rows.set().build())
                .metrics(metrics)
                .build()
                .evaluate(TIER, List.of(rows.candidate()), Optional.empty());
    }

    @Test
    void ratesFollowTheirFormula() {
        Interval interval = new Interval(0.6, 0.8, 0.95, "m");
        GateRepeats.Rates rates =
                GateRepeats.Rates.of(Inequality.AT_LEAST, interval, 0.7, 0.65, new GateRepeats.Shift(0.7, 0.05));
        assertEquals(Quantiles.normalProbability(-1), rates.pass(), 1e-12);
        assertEquals(Quantiles.normalProbability(-3), rates.fail(), 1e-12);
    }
}
