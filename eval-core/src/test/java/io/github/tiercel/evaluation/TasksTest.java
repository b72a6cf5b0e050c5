package io.github.tiercel.evaluation;

import static io.github.tiercel.data.Thrown.assertBadData;
import static io.github.tiercel.data.Thrown.assertMisuse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.EvaluationSetBuilder;
import io.github.tiercel.data.Scores;
import io.github.tiercel.gate.Gates;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.Task;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.calibration.ReliabilityBin;
import io.github.tiercel.metrics.compare.Difference;
import io.github.tiercel.metrics.multiclass.MulticlassMetrics;
import io.github.tiercel.metrics.ranking.WithoutRelevant;
import io.github.tiercel.metrics.registry.MetricFamily;
import io.github.tiercel.metrics.regression.RegressionMetrics;
import io.github.tiercel.result.BestThreshold;
import io.github.tiercel.result.BinaryFindings;
import io.github.tiercel.result.ClassResult;
import io.github.tiercel.result.Curves;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.GateResult;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.MulticlassFindings;
import io.github.tiercel.result.Notice;
import io.github.tiercel.result.RankingFindings;
import io.github.tiercel.result.RegressionFindings;
import io.github.tiercel.result.TaskFindings;
import io.github.tiercel.result.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every task goes the same way: tiers, samples, slices, baseline, gates. */
class TasksTest {

    private static final int ROWS = 6_000;

    /** Metrics of the full tiers that have no interval without replicates. */
    private static final Set<String> NEED_REPLICATES = Set.of("best_f1", "ece", "median_ae");

    private static final Tier FULL = Tier.full().withReplicates(0);

    private static EvaluationSetBuilder rows(Task task) {
        return switch (task) {
            case BINARY -> Simulated.rows(ROWS, 0.2, 3).set().ids(SimulatedTasks.ids(ROWS));
            case MULTICLASS -> SimulatedTasks.multiclass(ROWS);
            case REGRESSION -> SimulatedTasks.regression(ROWS);
            case RANKING -> SimulatedTasks.ranking(ROWS);
        };
    }

    private static Scores candidate(Task task) {
        return scores(task, "candidate", 0.5);
    }

    private static Scores baseline(Task task) {
        return scores(task, "baseline", 2);
    }

    private static Scores scores(Task task, String model, double noise) {
        return switch (task) {
            case BINARY ->
                Scores.of(model, Simulated.rows(ROWS, 0.2, noise < 1 ? 3 : 4).scores());
            case MULTICLASS -> SimulatedTasks.ofClasses(model, ROWS, noise);
            case REGRESSION -> SimulatedTasks.ofMinutes(model, ROWS, noise);
            case RANKING -> SimulatedTasks.ofRelevance(model, ROWS, noise);
        };
    }

    private static ModelResult evaluate(Evaluator evaluator, Tier tier, Scores candidate) {
        return evaluator.evaluate(tier, List.of(candidate), Optional.empty()).model();
    }

    @ParameterizedTest
    @EnumSource
    void everyMetricOfATierHasAValueWithAnIntervalAroundIt(Task task) {
        Evaluator evaluator = Evaluator.of(rows(task).build()).build();
        for (Tier tier : List.of(Tier.fast(), FULL)) {
            ModelResult result = evaluate(evaluator, tier, candidate(task));
            assertEquals(task.spelling(), result.task());
            assertEquals(tier.metrics(task), List.copyOf(result.metrics().keySet()));
            for (Estimate estimate : result.metrics().values()) {
                double value = estimate.value().orNaN();
                assertTrue(estimate.value().isDefined(), estimate::metric);
                boolean sure = !NEED_REPLICATES.contains(estimate.metric());
                for (Optional<Interval> around : List.of(estimate.population(), estimate.gate())) {
                    assertEquals(
                            sure,
                            around.map(interval -> interval.contains(value)).orElse(false),
                            estimate::toString);
                }
                assertEquals(tier.name().equals("fast"), estimate.fullSet().isPresent(), estimate::toString);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSampleOfAllRowsGivesTheNumbersOfAllRows(Task task) {
        Evaluator evaluator = Evaluator.of(rows(task).build()).build();
        ModelResult all = evaluate(evaluator, FULL, candidate(task));
        ModelResult sample = evaluate(evaluator, FULL.withRows(new SampleRows.Exactly(ROWS)), candidate(task));
        assertEquals(all, sample);
    }

    @ParameterizedTest
    @EnumSource
    void metricsAloneAreTheSameWithoutWhatThereIsToLookAt(Task task) {
        Evaluator evaluator = Evaluator.of(rows(task).build()).build();
        ModelResult all = evaluate(evaluator, FULL, candidate(task));
        ModelResult metrics = evaluate(evaluator, FULL.withMetricsOnly().withRows(FULL.rows()), candidate(task));
        assertEquals(all.metrics(), metrics.metrics());
        assertEquals(all.warnings(), metrics.warnings());
        assertNotEquals(all.findings(), metrics.findings());
        assertEquals(bare(all), metrics.findings());
    }

    private static TaskFindings bare(ModelResult all) {
        if (all.findings() instanceof BinaryFindings found) {
            return BinaryFindings.of(found.positives());
        }
        if (all.findings() instanceof MulticlassFindings found) {
            return MulticlassFindings.of(
                    found.classes().stream()
                            .map(one -> new ClassResult(one.name(), one.rows(), Map.of()))
                            .toList(),
                    found.confusion());
        }
        return all.findings() instanceof RegressionFindings found
                ? RegressionFindings.of(found.labelMean(), found.labelDeviation())
                : RankingFindings.of(
                        ((RankingFindings) all.findings()).queries(),
                        ((RankingFindings) all.findings()).withoutRelevant());
    }

    @ParameterizedTest
    @EnumSource
    void aSampleIsNearAllRows(Task task) {
        Evaluator evaluator = Evaluator.of(rows(task).build()).build();
        ModelResult all = evaluate(evaluator, FULL.withMetrics(Tier.fast().metrics(task)), candidate(task));
        ModelResult sample = evaluate(evaluator, Tier.fast(), candidate(task));
        assertTrue(sample.rows() < ROWS);
        for (Estimate estimate : sample.metrics().values()) {
            double margin = estimate.fullSet().orElseThrow().width();
            // Twice the half-width: four standard errors, once in 16,000.
            assertEquals(
                    all.metric(estimate.metric()).value().orNaN(),
                    estimate.value().orNaN(),
                    margin);
        }
    }

    @ParameterizedTest
    @EnumSource
    void scoresOfTheRowsOfATierAreAsGoodAsScoresOfAll(Task task) {
        EvaluationSet set = rows(task).build();
        Evaluator evaluator = Evaluator.of(set).build();
        Scores all = candidate(task);
        int[] rows = evaluator.rows(Tier.fast());
        double[][] some = IntStream.range(0, Math.max(1, all.classes().size()))
                .mapToObj(output -> Arrays.stream(rows)
                        .mapToDouble(row -> all.score(output, row))
                        .toArray())
                .toArray(double[][]::new);
        assertEquals(
                evaluate(evaluator, Tier.fast(), all),
                evaluator.evaluate(Tier.fast(), "candidate", some).model());
    }

    @ParameterizedTest
    @EnumSource
    void theBetterModelIsSeenToBeBetter(Task task) {
        Evaluator evaluator = Evaluator.of(rows(task).build()).build();
        ModelResult result = evaluator
                .evaluate(FULL, List.of(candidate(task)), Optional.of(baseline(task)))
                .model();
        String metric = Tier.fast().metrics(task).get(0);
        Difference difference = Objects.requireNonNull(result.comparison().get(metric));
        double gain = difference.direction().gain(difference.value().orNaN());
        assertTrue(gain > 0, difference::toString);
        assertTrue(difference.pValue().orElseThrow() < 0.05, difference::toString);
    }

    @ParameterizedTest
    @EnumSource
    void aModelAgainstItselfDiffersByNothing(Task task) {
        Scores same = scores(task, "same", 0.5);
        ModelResult result = Evaluator.of(rows(task).build())
                .build()
                .evaluate(FULL, List.of(candidate(task)), Optional.of(same))
                .model();
        assertTrue(result.warnings().stream().map(Notice::code).anyMatch("SAME_AS_BASELINE"::equals));
        assertEquals(Tier.full().metrics(task), List.copyOf(result.comparison().keySet()));
        result.comparison().forEach((metric, difference) -> {
            assertEquals(0, difference.value().orNaN(), metric);
            boolean sure = !NEED_REPLICATES.contains(metric);
            assertEquals(sure, difference.interval().isPresent(), difference::toString);
            assertEquals(sure ? OptionalDouble.of(1) : OptionalDouble.empty(), difference.pValue(), metric);
        });
    }

    @ParameterizedTest
    @EnumSource
    void slicesAreGatedByTheEvidenceOfTheTask(Task task) {
        List<String> parts = IntStream.range(0, ROWS)
                .mapToObj(row -> row / 10 < 20 ? "small" : row % 20 < 10 ? "left" : "right")
                .toList();
        String metric = Tier.fast().metrics(task).get(0);
        Evaluator evaluator = Evaluator.of(rows(task).slice("part", parts).build())
                .judgedBy(Gates.of(metric + "@part >= 0"))
                .build();
        EvaluationResult result = evaluator.evaluate(FULL, List.of(candidate(task)), Optional.empty());
        List<String> rules =
                result.model().gates().stream().map(GateResult::rule).toList();
        boolean enoughRows = task == Task.REGRESSION;
        assertEquals(enoughRows ? 3 : 2, rules.size(), rules::toString);
        assertEquals(Optional.of(Verdict.PASS), result.verdict());
        assertEquals(
                !enoughRows,
                result.model().warnings().stream().map(Notice::code).anyMatch("NOT_GATED"::equals));
    }

    @Test
    void fullResultsSayHowSureCurvesAreAndWhatTheBestThresholdIsWorthElsewhere() {
        Evaluator evaluator = Evaluator.of(rows(Task.BINARY).build()).build();
        ModelResult full = evaluate(evaluator, FULL, candidate(Task.BINARY));
        BestThreshold best = full.thresholds().orElseThrow();
        assertEquals(best.value(), best.crossFitted().orElseThrow(), 0.02);
        Curves curves = full.curves().orElseThrow();
        assertEquals(
                curves.roc().points().size(),
                curves.rocBand().orElseThrow().points().size());
        assertTrue(curves.precisionRecallBand().isPresent());
        assertEquals(
                ROWS,
                full.binary().orElseThrow().calibration().orElseThrow().bins().stream()
                        .mapToInt(ReliabilityBin::rows)
                        .sum());
        ModelResult fast = evaluate(evaluator, Tier.fast().withMetrics(List.of("best_f1")), candidate(Task.BINARY));
        assertTrue(fast.thresholds().orElseThrow().crossFitted().isEmpty());
        assertTrue(fast.curves().orElseThrow().rocBand().isEmpty());
        assertTrue(fast.binary().orElseThrow().calibration().isEmpty());
    }

    @Test
    void clustersWidenTheBandsOfCurves() {
        long[] users = LongStream.range(0, ROWS).map(row -> row / 20).toArray();
        ModelResult alone = evaluate(Evaluator.of(rows(Task.BINARY).build()).build(), FULL, candidate(Task.BINARY));
        ModelResult clustered =
                evaluate(Evaluator.of(rows(Task.BINARY).clusters(users).build()).build(), FULL, candidate(Task.BINARY));
        assertTrue(height(clustered) > 1.5 * height(alone));
    }

    private static double height(ModelResult result) {
        var points = result.curves().orElseThrow().rocBand().orElseThrow().points();
        var middle = points.get(points.size() / 2);
        return middle.yUpper() - middle.yLower();
    }

    @Test
    void severalClassesHaveAConfusionTableAndRatesOfEachClass() {
        ModelResult result =
                evaluate(Evaluator.of(rows(Task.MULTICLASS).build()).build(), FULL, candidate(Task.MULTICLASS));
        MulticlassFindings found = (MulticlassFindings) result.findings();
        assertEquals(ROWS, found.confusion().total());
        assertEquals(SimulatedTasks.CLASSES, found.confusion().classes());
        int[] labels = SimulatedTasks.classes(ROWS);
        for (int c = 0; c < 3; c++) {
            int index = c;
            var ofClass = found.classes().get(c);
            assertEquals(SimulatedTasks.CLASSES.get(c), ofClass.name());
            assertEquals(Arrays.stream(labels).filter(label -> label == index).count(), ofClass.rows());
            double recall = found.confusion().weight(c, c) / found.confusion().labelled(c);
            assertEquals(
                    recall,
                    Objects.requireNonNull(ofClass.metrics().get("recall"))
                            .value()
                            .orNaN(),
                    1e-12);
        }
    }

    @Test
    void scoresOfClassesMayComeInAnyOrder() {
        Evaluator evaluator = Evaluator.of(rows(Task.MULTICLASS).build()).build();
        Scores given = candidate(Task.MULTICLASS);
        double[][] planes = SimulatedTasks.probabilities(SimulatedTasks.classes(ROWS), 0.5);
        Scores turned = Scores.ofClasses(
                "candidate", List.of("dog", "bird", "cat"), new double[][] {planes[2], planes[0], planes[1]});
        assertEquals(evaluate(evaluator, FULL, given), evaluate(evaluator, FULL, turned));
    }

    @Test
    void anAbsentClassIsSaid() {
        EvaluationSet set = EvaluationSet.multiclass(SimulatedTasks.classes(ROWS), List.of("bird", "cat", "dog", "eel"))
                .ids(SimulatedTasks.ids(ROWS))
                .build();
        double[][] three = SimulatedTasks.probabilities(SimulatedTasks.classes(ROWS), 0.5);
        Scores four =
                Scores.ofClasses("m", set.classes(), new double[][] {three[0], three[1], three[2], new double[ROWS]});
        ModelResult result = evaluate(Evaluator.of(set).build(), FULL, four);
        assertFalse(result.metric("f1_macro").value().isDefined());
        assertTrue(result.metric("f1_weighted").value().isDefined());
        Notice notice = result.warnings().stream()
                .filter(warning -> warning.code().equals("ABSENT_CLASS"))
                .findFirst()
                .orElseThrow();
        assertTrue(notice.text().startsWith("No row is of the class \"eel\", so "), notice::text);
        assertTrue(notice.text().contains("f1_macro"), notice::text);
    }

    @Test
    void regressionSaysHowTheLabelsAreSpread() {
        double[] labels = SimulatedTasks.minutes(ROWS);
        RegressionFindings found = (RegressionFindings)
                evaluate(Evaluator.of(rows(Task.REGRESSION).build()).build(), FULL, candidate(Task.REGRESSION))
                        .findings();
        double mean = Arrays.stream(labels).average().orElseThrow();
        assertEquals(mean, found.labelMean(), 1e-9);
        double[] always = new double[ROWS];
        Arrays.fill(always, mean);
        ModelResult constant =
                evaluate(Evaluator.of(rows(Task.REGRESSION).build()).build(), FULL, Scores.of("mean", always));
        assertEquals(constant.metric("rmse").value().orNaN(), found.labelDeviation(), 1e-9);
    }

    @Test
    void rankingCountsQueriesWithoutARelevantRowByTheRule() {
        EvaluationSet set = rows(Task.RANKING).build();
        ModelResult skipped = evaluate(Evaluator.of(set).build(), FULL, candidate(Task.RANKING));
        ModelResult zero = evaluate(
                Evaluator.of(set).withoutRelevant(WithoutRelevant.ZERO).build(), FULL, candidate(Task.RANKING));
        RankingFindings found = (RankingFindings) skipped.findings();
        assertEquals(ROWS / 10, found.queries());
        assertTrue(found.withoutRelevant() > 0);
        double share = 1 - (double) found.withoutRelevant() / found.queries();
        assertEquals(
                share * skipped.metric("mrr").value().orNaN(),
                zero.metric("mrr").value().orNaN(),
                1e-12);
        assertTrue(zero.warnings().get(0).text().contains("count 0"), () -> zero.warnings()
                .toString());
    }

    @Test
    void queriesAreDrawnWhole() {
        Evaluator evaluator = Evaluator.of(rows(Task.RANKING).build()).build();
        int[] rows = evaluator.rows(Tier.fast());
        long whole = Arrays.stream(rows).map(row -> row / 10).distinct().count();
        assertEquals(rows.length, 10 * whole);
    }

    @Test
    void ownMetricsMustBeOfTheTask() {
        EvaluationSet set = rows(Task.REGRESSION).build();
        assertMisuse(
                "Metric \"accuracy\" is one of multiclass, but the labels are of the task regression.",
                () -> Evaluator.of(set).metric(MulticlassMetrics.ACCURACY).build());
        ModelResult result = evaluate(
                Evaluator.of(set)
                        .metrics("mae")
                        .metric(RegressionMetrics.MAX_ERROR)
                        .build(),
                FULL,
                candidate(Task.REGRESSION));
        assertEquals(List.of("mae", "max_error"), List.copyOf(result.metrics().keySet()));
    }

    @Test
    void aMetricOfAnotherTaskIsNamedAsSuch() {
        Evaluator evaluator =
                Evaluator.of(rows(Task.RANKING).build()).metrics("rmse").build();
        assertMisuse(
                "There is no metric \"rmse\" here: it is one of regression predictions. Metrics of ranking predictions: "
                        + Known.metrics(MetricFamily.RANKING) + ".",
                () -> evaluate(evaluator, FULL, candidate(Task.RANKING)));
    }

    @Test
    void metricsOfAParameterAreFoundByName() {
        ModelResult result = evaluate(
                Evaluator.of(rows(Task.RANKING).build())
                        .metrics("ndcg@3", "hit@1")
                        .build(),
                FULL,
                candidate(Task.RANKING));
        assertEquals(List.of("ndcg@3", "hit@1"), List.copyOf(result.metrics().keySet()));
    }

    @Test
    void gatesReadMetricsWithACut() {
        Evaluator evaluator = Evaluator.of(rows(Task.RANKING).build())
                .judgedBy(Gates.of("ndcg@3 >= 0.1"))
                .build();
        GateResult gate =
                evaluate(evaluator, FULL, candidate(Task.RANKING)).gates().get(0);
        assertEquals("ndcg@3 >= 0.1", gate.rule());
        assertEquals(Verdict.PASS, gate.verdict());
    }

    @Test
    void scoresMustFitTheTask() {
        Evaluator several = Evaluator.of(rows(Task.MULTICLASS).build()).build();
        assertBadData(
                "\"candidate\" has one score a row, but telling the classes bird, cat, dog apart takes one for each"
                        + " class.",
                () -> evaluate(several, FULL, candidate(Task.REGRESSION)));
        assertBadData(
                "OTHER_CLASSES",
                "\"m\" has scores of other classes than the labels: none of dog; some of eel, which the labels do not"
                        + " know; the labels have bird, cat, dog.",
                () -> evaluate(
                        several, FULL, Scores.ofClasses("m", List.of("bird", "cat", "eel"), new double[3][ROWS])));
        Evaluator one = Evaluator.of(rows(Task.REGRESSION).build()).build();
        assertBadData(
                "\"candidate\" has scores of the classes bird, cat, dog, but these labels take one score a row. Pass"
                        + " the scores of one class.",
                () -> evaluate(one, FULL, candidate(Task.MULTICLASS)));
    }

    @Test
    void probabilitiesAskedForByNameMustBeOnes() {
        Evaluator evaluator =
                Evaluator.of(rows(Task.MULTICLASS).build()).metrics("log_loss").build();
        double[][] half = SimulatedTasks.probabilities(SimulatedTasks.classes(ROWS), 0.5);
        for (double[] ofClass : half) {
            Arrays.setAll(ofClass, row -> ofClass[row] / 2);
        }
        assertBadData(
                "6,000 of 6,000 rows of scores of \"m\" do not sum to 1 (first at rows 1, 2, 3: 0.5), but log_loss needs"
                        + " the probabilities of all classes. Check that there is a score for every class.",
                () -> evaluate(evaluator, FULL, Scores.ofClasses("m", SimulatedTasks.CLASSES, half)));
        ModelResult unasked = evaluate(
                Evaluator.of(rows(Task.MULTICLASS).build()).build(),
                FULL,
                Scores.ofClasses("m", SimulatedTasks.CLASSES, half));
        assertTrue(unasked.metric("log_loss").value() instanceof Value.Undefined);
        assertTrue(unasked.metric("accuracy").value().isDefined());
        assertTrue(unasked.warnings().stream().map(Notice::code).anyMatch("NOT_PROBABILITIES"::equals));
    }
}
