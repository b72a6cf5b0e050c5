package io.github.tiercel.evaluation;

import static io.github.tiercel.data.Thrown.assertMisuse;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Features;
import io.github.tiercel.data.Scores;
import io.github.tiercel.gate.Gates;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Task;
import io.github.tiercel.metrics.compare.Difference;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.InferenceCost;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.Notice;
import io.github.tiercel.result.PlannedMetric;
import io.github.tiercel.result.SampleGrowth;
import io.github.tiercel.result.SamplePlan;
import io.github.tiercel.store.PredictionStore;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class GrowingEvaluationTest {

    private static final int N = 50_000;
    private static final Simulated ROWS = Simulated.rows(N, 0.1, 11);
    private static final Tier TIER = Tier.fast().withMetrics(List.of("log_loss", "roc_auc", "average_precision"));
    private static final int START = 4096;

    @Test
    void aSampleThatIsNarrowEnoughDoesNotGrow() {
        EvaluationResult result = evaluate(within(0.1));
        assertEquals(List.of(START), growth(result).sizes());
        assertEquals(START, result.model().rows());
        assertEquals(START, growth(result).plan().orElseThrow().rows());
        EvaluationResult fast = evaluate(TIER);
        assertEquals(fast.models(), result.models());
        assertEquals(Optional.empty(), fast.growth());
    }

    @Test
    void itGrowsUntilEveryMetricIsNarrowEnough() {
        EvaluationResult result = evaluate(within(0.02));
        List<Integer> sizes = growth(result).sizes();
        assertTrue(sizes.size() > 1 && sizes.get(sizes.size() - 1) < N, sizes.toString());
        for (Estimate estimate : result.model().metrics().values()) {
            assertTrue(estimate.fullSet().orElseThrow().width() / 2 <= 0.02, estimate.metric());
        }
        // The size before would not have done.
        EvaluationResult before = evaluate(TIER.withRows(new SampleRows.Exactly(sizes.get(sizes.size() - 2))));
        assertTrue(before.model().metrics().values().stream()
                .anyMatch(estimate -> estimate.fullSet().orElseThrow().width() / 2 > 0.02));
    }

    @Test
    void theResultIsThatOfItsLastSizeAndSaysHowItGrew() {
        EvaluationResult grown = evaluate(within(0.02));
        int last = grown.model().rows();
        ModelResult expected =
                evaluate(TIER.withRows(new SampleRows.Exactly(last))).model();
        assertEquals(expected.metrics(), grown.model().metrics());
        assertEquals(expected.findings(), grown.model().findings());
        List<String> sizes = growth(grown).sizes().stream().map(Notices::number).toList();
        assertEquals(
                List.of("The sample grew from " + String.join(" to ", sizes)
                        + " of 50,000 rows, to know every metric to 0.02 for all rows."),
                grown.model().warnings().stream()
                        .filter(notice -> notice.code().equals("GREW"))
                        .map(Notice::text)
                        .toList());
    }

    @Test
    void whatOnlyAllRowsTellIsTheFullTierToTheLastBit() {
        EvaluationResult grown = evaluate(within(1e-6));
        List<Integer> sizes = growth(grown).sizes();
        assertEquals(N, sizes.get(sizes.size() - 1));
        EvaluationResult all = evaluate(TIER.withRows(new SampleRows.All()));
        assertEquals(all.model().metrics(), grown.model().metrics());
        assertEquals(
                sizes.get(sizes.size() - 2), growth(grown).plan().orElseThrow().rows());
        String text = grown.model().warnings().stream()
                .filter(notice -> notice.code().equals("GREW"))
                .findFirst()
                .orElseThrow()
                .text();
        assertTrue(text.endsWith(" to 50,000 rows, which are all, to know every metric to 1.0E-6 for all rows."), text);
    }

    @Test
    void allRowsAtOnceNeedNoPlan() {
        Simulated few = Simulated.rows(1500, 0.3, 3);
        EvaluationResult result = Evaluator.of(few.set().build())
                .build()
                .evaluate(within(0.001), List.of(few.candidate()), Optional.empty());
        assertEquals(new SampleGrowth(0.001, List.of(1500), Optional.empty()), growth(result));
        assertEquals(1500, result.model().rows());
    }

    @Test
    void onlyTheRowsThatAreAddedAreInferred() {
        CountingModel model = CountingModel.named("linear");
        EvaluationSet set = ROWS.set().build();
        ModelEvaluator<double[]> evaluator = Evaluator.of(set)
                .features(features())
                .store(PredictionStore.inMemory())
                .build();
        EvaluationResult result =
                evaluator.evaluate(within(0.02), List.of(Candidate.of("model", model)), Optional.empty());
        int last = result.model().rows();
        InferenceCost cost = result.time().inference();
        assertEquals(last, cost.rowsInferred());
        assertEquals(0, cost.rowsReused());
        assertEquals(last + cost.rowsChecked(), model.asked());
        assertEquals(evaluate(within(0.02)).model().metrics(), result.model().metrics());
        EvaluationResult again =
                evaluator.evaluate(within(0.02), List.of(Candidate.of("model", model)), Optional.empty());
        assertEquals(0, again.time().inference().rowsInferred());
        assertEquals(last, again.time().inference().rowsReused());
    }

    @Test
    void thePlanOfAModelKeepsWhatItInferred() {
        CountingModel model = CountingModel.named("linear");
        ModelEvaluator<double[]> evaluator = Evaluator.of(ROWS.set().build())
                .features(features())
                .store(PredictionStore.inMemory())
                .build();
        List<Candidate<double[]>> candidates = List.of(Candidate.of("candidate", model));
        SamplePlan plan = evaluator.plan(TIER, 0.02, candidates, Optional.empty());
        assertEquals(plan(TIER, 0.02), plan);
        EvaluationResult result = evaluator.evaluate(TIER, candidates, Optional.empty());
        assertEquals(0, result.time().inference().rowsInferred());
    }

    @Test
    void scoresMadeForTheStartingRowsStayThere() {
        EvaluationSet set = ROWS.set().build();
        Evaluator evaluator = Evaluator.of(set).build();
        int[] rows = evaluator.rows(within(1e-6));
        assertArrayEquals(evaluator.rows(TIER), rows);
        double[] scores = new double[rows.length];
        Arrays.setAll(scores, i -> ROWS.scores()[rows[i]]);
        EvaluationResult result = evaluator.evaluate(within(1e-6), "model", scores);
        assertEquals(START, result.model().rows());
        assertEquals(Optional.empty(), result.growth());
    }

    @Test
    void aPlanSaysHowCloselyEachMetricWouldBeKnown() {
        SamplePlan plan = plan(TIER, 0.01);
        assertEquals(START, plan.rows());
        assertEquals(N, plan.rowsTotal());
        assertEquals(
                List.of("log_loss", "roc_auc", "average_precision"),
                plan.metrics().stream().map(PlannedMetric::metric).toList());
        ModelResult pilot = evaluate(TIER).model();
        for (PlannedMetric metric : plan.metrics()) {
            Estimate estimate = pilot.metric(metric.metric());
            assertEquals(
                    estimate.fullSet().orElseThrow().width() / 2,
                    metric.width(START).orElseThrow().fullSet(),
                    1e-9);
            assertEquals(
                    estimate.population().orElseThrow().width() / 2,
                    metric.width(START).orElseThrow().population(),
                    1e-9);
            assertEquals(0, metric.width(N).orElseThrow().fullSet());
            assertEquals(
                    List.of(1024, 2048, 4096, 8192, 16_384, 32_768, N),
                    metric.widths().stream().map(width -> width.rows()).toList());
        }
        assertTrue(plan.metrics().get(2).rowsNeeded().getAsInt()
                > plan.metrics().get(0).rowsNeeded().getAsInt());
        assertEquals(plan.metrics().get(2).rowsNeeded(), plan.rowsNeeded());
    }

    @Test
    void aPlanFromAllRowsAgreesWithOneFromASample() {
        SamplePlan exact = plan(Tier.full().withMetrics(TIER.metrics(Task.BINARY)), 0.01);
        assertEquals(N, exact.rows());
        SamplePlan pilot = plan(TIER, 0.01);
        for (int i = 0; i < exact.metrics().size(); i++) {
            double of = exact.metrics().get(i).rowsNeeded().getAsInt();
            assertEquals(of, pilot.metrics().get(i).rowsNeeded().getAsInt(), 0.2 * of);
        }
    }

    @Test
    void theFewestRowsOfAPlanAreEnoughAndOneLessIsNot() {
        SamplePlan exact = plan(TIER.withRows(new SampleRows.All()), 0.01);
        for (PlannedMetric metric : exact.metrics()) {
            int needed = metric.rowsNeeded().getAsInt();
            ModelResult enough =
                    evaluate(TIER.withRows(new SampleRows.Exactly(needed))).model();
            double reached =
                    enough.metric(metric.metric()).fullSet().orElseThrow().width() / 2;
            assertEquals(0.01, reached, 0.1 * 0.01, metric.metric());
        }
    }

    @Test
    void differencesArePlannedBesideAndHaveNoSay() {
        EvaluationSet set = ROWS.set().build();
        Evaluator evaluator = Evaluator.of(set).build();
        SamplePlan plan = evaluator.plan(TIER, 0.01, List.of(ROWS.candidate()), Optional.of(ROWS.baseline()));
        List<PlannedMetric> differences =
                plan.metrics().stream().filter(PlannedMetric::ofDifference).toList();
        assertEquals(3, differences.size());
        ModelResult result = evaluator
                .evaluate(TIER, List.of(ROWS.candidate()), Optional.of(ROWS.baseline()))
                .model();
        for (PlannedMetric planned : differences) {
            Difference found = Objects.requireNonNull(result.comparison().get(planned.metric()));
            double half = found.interval().orElseThrow().width() / 2;
            assertEquals(half, planned.width(START).orElseThrow().population(), 1e-9);
        }
        assertEquals(plan(TIER, 0.01).rowsNeeded(), plan.rowsNeeded());
    }

    @Test
    void metricsWithoutAnIntervalInASampleHaveNoSay() {
        SamplePlan plan = plan(TIER.withMetrics(List.of("log_loss", "ks")), 0.01);
        PlannedMetric ks = plan.metrics().get(1);
        assertEquals(OptionalInt.empty(), ks.rowsNeeded());
        assertEquals(Optional.of("no interval in a sample"), ks.reason());
        EvaluationResult result =
                evaluate(TIER.withMetrics(List.of("log_loss", "ks")).withRows(new SampleRows.HalfWidth(0.05)));
        assertEquals(List.of(START), growth(result).sizes());
    }

    @Test
    void whatHasNoIntervalYetMakesTheSampleGrow() {
        // Queries of 100 rows: the fast tier has 20 of them, too few for an interval.
        int rows = 30_000;
        long[] queries = new long[rows];
        double[] scores = SimulatedTasks.predicted(SimulatedTasks.relevance(rows), 1);
        Arrays.setAll(queries, row -> row / 100);
        EvaluationSet set =
                EvaluationSet.ranking(SimulatedTasks.relevance(rows), queries).build();
        Evaluator evaluator = Evaluator.of(set).build();
        List<Scores> candidates = List.of(Scores.of("model", scores));
        SamplePlan plan = evaluator.plan(Tier.fast(), 0.5, candidates, Optional.empty());
        assertEquals(
                Optional.of("no interval from 2,000 rows"),
                plan.metrics().get(0).reason());
        assertEquals(OptionalInt.of(rows), plan.rowsNeeded());
        EvaluationResult result =
                evaluator.evaluate(Tier.fast().withRows(new SampleRows.HalfWidth(0.5)), candidates, Optional.empty());
        assertEquals(List.of(2000, 4000), growth(result).sizes());
        assertTrue(result.model().metric("ndcg@10").fullSet().isPresent());
    }

    @Test
    void gatesReadTheLastSizeAlone() {
        Evaluator judged = Evaluator.of(ROWS.set().build())
                .judgedBy(Gates.of("roc_auc >= 0.5"))
                .build();
        EvaluationResult result = judged.evaluate(within(0.02), List.of(ROWS.candidate()), Optional.empty());
        assertEquals(1, result.model().gates().size());
        assertEquals(result.model().rows(), result.model().gates().get(0).rows());
        assertTrue(result.verdict().isPresent());
        assertTrue(result.growth().isPresent());
    }

    @Test
    void theHalfWidthMustBeAboveZero() {
        assertMisuse("halfWidth must be above 0, got 0.0", () -> new SampleRows.HalfWidth(0));
        assertMisuse("halfWidth must be above 0, got NaN", () -> plan(TIER, Double.NaN));
        assertMisuse(
                "Bootstrap intervals need all rows, but the tier takes a sample of 4,096 of 50,000. Use the full tier"
                        + " or intervals from influence values.",
                () -> Evaluator.of(ROWS.set().build())
                        .intervals(IntervalKind.BOOTSTRAP)
                        .build()
                        .evaluate(within(0.1), List.of(ROWS.candidate()), Optional.empty()));
    }

    private static Tier within(double halfWidth) {
        return TIER.withRows(new SampleRows.HalfWidth(halfWidth));
    }

    private static EvaluationResult evaluate(Tier tier) {
        return Evaluator.of(ROWS.set().build()).build().evaluate(tier, List.of(ROWS.candidate()), Optional.empty());
    }

    private static SamplePlan plan(Tier pilot, double halfWidth) {
        return Evaluator.of(ROWS.set().build())
                .build()
                .plan(pilot, halfWidth, List.of(ROWS.candidate()), Optional.empty());
    }

    private static SampleGrowth growth(EvaluationResult result) {
        return result.growth().orElseThrow();
    }

    private static Features<double[]> features() {
        return Features.of(Arrays.stream(ROWS.scores())
                .mapToObj(score -> new double[] {score})
                .toList());
    }
}
