package io.github.tiercel.evaluation;

import static io.github.tiercel.data.Thrown.assertMisuse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.ColumnRoles;
import io.github.tiercel.data.Columns;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.IntegerColumn;
import io.github.tiercel.data.Scores;
import io.github.tiercel.data.TextColumn;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.compare.Difference;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.Notice;
import io.github.tiercel.result.SliceResult;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvaluatorTest {

    private static final Simulated ROWS = Simulated.rows(5000, 0.2, 1);
    private static final Tier QUICK = Tier.full().withReplicates(0);

    @Test
    void theFastTierTakesAWeightedSample() {
        ModelResult fast =
                Evaluator.of(ROWS.set().build()).build().fast(ROWS.candidate()).model();
        assertEquals("fast", fast.tier());
        assertEquals("binary", fast.task());
        assertEquals(1024, fast.rows());
        assertEquals(5000, fast.rowsTotal());
        assertTrue(fast.isSample());
        assertEquals(
                List.of("log_loss", "roc_auc", "accuracy"),
                List.copyOf(fast.metrics().keySet()));
        ModelResult full = evaluate(QUICK, ROWS.set().build()).model();
        for (Estimate estimate : fast.metrics().values()) {
            double population = estimate.population().orElseThrow().width();
            assertTrue(estimate.fullSet().orElseThrow().width() < population);
            assertTrue(estimate.population()
                    .orElseThrow()
                    .contains(full.metric(estimate.metric()).value().orNaN()));
            assertEquals(1024, estimate.rows());
            assertEquals(fast.positives().orElseThrow(), estimate.positives());
            assertTrue(estimate.bootstrap().isEmpty());
        }
        // Positives are drawn more often than their share of a fifth, and count for less.
        assertTrue(fast.positives().orElseThrow() > 0.25 * 1024);
        assertEquals(5000, fast.confusion().orElseThrow().total(), 1e-9);
    }

    @Test
    void upToTwoThousandAndFortyEightRowsFastTakesAll() {
        for (int rows : new int[] {2048, 2049}) {
            Simulated some = Simulated.rows(rows, 0.2, 2);
            ModelResult fast = Evaluator.of(some.set().build())
                    .build()
                    .fast(some.candidate())
                    .model();
            assertEquals(rows == 2049, fast.isSample());
            assertEquals(rows == 2049, fast.metric("roc_auc").fullSet().isPresent());
        }
    }

    @Test
    void aSampleOfAllRowsIsTheFullTierToTheLastBit() {
        Simulated some = Simulated.rows(3000, 0.2, 3);
        EvaluationSet set = some.set().slice("part", parts(3000)).build();
        Tier tier = Tier.full().withReplicates(50);
        Evaluator evaluator = Evaluator.of(set).build();
        EvaluationResult full = evaluator.evaluate(tier, List.of(some.candidate()), Optional.of(some.baseline()));
        for (SampleRows all : List.of(new SampleRows.Exactly(3000), new SampleRows.Fraction(1))) {
            EvaluationResult same =
                    evaluator.evaluate(tier.withRows(all), List.of(some.candidate()), Optional.of(some.baseline()));
            assertSameNumbers(full.model(), same.model());
            assertEquals(full.provenance(), same.provenance());
        }
        EvaluationResult ofMore = evaluator.evaluate(
                tier.withRows(new SampleRows.Exactly(9999)), List.of(some.candidate()), Optional.of(some.baseline()));
        assertEquals(full.model().metrics(), ofMore.model().metrics());
        assertEquals(full.provenance(), ofMore.provenance());
    }

    @Test
    void repeatedRunsAreEqualToTheLastBit() {
        EvaluationSet set = ROWS.set().slice("part", parts(5000)).build();
        Tier sample = Tier.fast();
        Tier full = Tier.full().withReplicates(20);
        for (Tier tier : List.of(sample, full)) {
            EvaluationResult once = evaluate(tier, set);
            EvaluationResult again =
                    evaluate(tier, ROWS.set().slice("part", parts(5000)).build());
            assertSameNumbers(once.model(), again.model());
        }
        assertNotEquals(
                evaluate(sample, set).model().metrics(),
                evaluate(sample, ROWS.set().seed(43).build()).model().metrics());
    }

    @Test
    void sampleSizesAreExactOrRoundedUpButNeverTooSmall() {
        EvaluationSet set = ROWS.set().build();
        assertEquals(
                777,
                evaluate(QUICK.withRows(new SampleRows.Exactly(777)), set)
                        .model()
                        .rows());
        assertEquals(
                501,
                evaluate(QUICK.withRows(new SampleRows.Fraction(0.1001)), set)
                        .model()
                        .rows());
        assertEquals(
                4,
                evaluate(QUICK.withRows(new SampleRows.Exactly(1)), set).model().rows());
        assertMisuse("rows must be at least 1, got 0", () -> new SampleRows.Exactly(0));
        assertMisuse("share must be in (0, 1], got 1.5", () -> new SampleRows.Fraction(1.5));
        assertMisuse("share must be in (0, 1], got NaN", () -> new SampleRows.Fraction(Double.NaN));
    }

    @Test
    void theFullTierHasBothKindsOfInterval() {
        ModelResult full = Evaluator.of(ROWS.set().build())
                .replicates(100)
                .build()
                .full(ROWS.candidate(), ROWS.baseline())
                .model();
        for (Estimate estimate : full.metrics().values()) {
            if (estimate.metric().equals("ece")) {
                // It is biased upwards by chance alone, so neither an interval nor replicates say anything.
                assertTrue(estimate.population().isEmpty());
                assertTrue(estimate.bootstrap().isEmpty());
                continue;
            }
            assertTrue(estimate.population().isPresent(), estimate.metric());
            assertEquals(100, estimate.bootstrap().orElseThrow().replicates(), estimate.metric());
            assertTrue(estimate.fullSet().isEmpty(), estimate.metric());
        }
        Estimate best = full.metric("best_f1");
        assertEquals(
                best.bootstrap().orElseThrow().interval(), best.population().orElseThrow());
        assertEquals(best.bootstrap().orElseThrow().interval(), best.gate().orElseThrow());
        assertEquals(
                "delong-logit-t",
                full.metric("roc_auc").population().orElseThrow().method());
        assertEquals(
                full.metric("best_f1").value().orNaN(),
                full.thresholds().orElseThrow().value());
        assertTrue(full.thresholds().orElseThrow().interval().isPresent());
        assertTrue(full.curves().orElseThrow().roc().points().size() <= 512);
        assertEquals(5000, full.confusion().orElseThrow().total());
        assertEquals("baseline", full.baseline().orElseThrow().name());
        for (Difference difference : full.comparison().values()) {
            assertEquals(
                    !difference.metric().equals("ece"), difference.interval().isPresent(), difference.metric());
            double ours = full.metric(difference.metric()).value().orNaN();
            double theirs = Objects.requireNonNull(
                            full.baseline().orElseThrow().metrics().get(difference.metric()))
                    .value()
                    .orNaN();
            assertEquals(ours - theirs, difference.value().orNaN());
        }
        assertTrue(
                Objects.requireNonNull(full.comparison().get("roc_auc")).value().orNaN() > 0);
    }

    @Test
    void bootstrapIntervalsStandFirstOnRequest() {
        Evaluator.Builder builder = Evaluator.of(ROWS.set().build()).intervals(IntervalKind.BOOTSTRAP);
        Estimate auc = builder.metrics("roc_auc")
                .replicates(100)
                .build()
                .full(ROWS.candidate())
                .model()
                .metric("roc_auc");
        assertEquals(auc.bootstrap().orElseThrow().interval(), auc.population().orElseThrow());
        assertEquals("delong-logit-t", auc.gate().orElseThrow().method());
    }

    @Test
    void bootstrapIntervalsBringTheirReplicatesAlong() {
        Simulated some = Simulated.rows(100, 0.3, 4);
        Estimate auc = Evaluator.of(some.set().build())
                .intervals(IntervalKind.BOOTSTRAP)
                .build()
                .fast(some.candidate())
                .model()
                .metric("roc_auc");
        assertEquals(Tier.DEFAULT_REPLICATES, auc.bootstrap().orElseThrow().replicates());
        assertMisuse(
                "Bootstrap intervals need replicates, but replicates is 0. Ask for some, or for intervals from"
                        + " influence values.",
                () -> Evaluator.of(some.set().build())
                        .intervals(IntervalKind.BOOTSTRAP)
                        .replicates(0)
                        .build());
    }

    @Test
    void replicatesWithoutSpreadGiveNoInterval() {
        Scores perfect = Scores.of("perfect", new double[] {0.9, 0.8, 0.7, 0.1, 0.2, 0.3});
        ModelResult full = Evaluator.of(EvaluationSet.binary(new boolean[] {true, true, true, false, false, false})
                        .build())
                .metrics("best_f1", "roc_auc")
                .replicates(100)
                .intervals(IntervalKind.BOOTSTRAP)
                .build()
                .full(perfect)
                .model();
        assertEquals(1, full.metric("best_f1").value().orNaN());
        assertEquals(Optional.empty(), full.metric("best_f1").population());
        assertEquals(Optional.empty(), full.metric("best_f1").gate());
        assertEquals("edge", full.metric("roc_auc").population().orElseThrow().method());
    }

    @Test
    void aSampleRefusesBootstrapIntervalsAndLeavesReplicatesOut() {
        EvaluationSet set = ROWS.set().build();
        Evaluator evaluator =
                Evaluator.of(set).intervals(IntervalKind.BOOTSTRAP).build();
        assertMisuse(
                "Bootstrap intervals need all rows, but the tier takes a sample of 1,024 of 5,000. Use the full tier or"
                        + " intervals from influence values.",
                () -> evaluator.fast(ROWS.candidate()));
        ModelResult sample = evaluate(
                        Tier.full().withRows(new SampleRows.Exactly(1500)).withReplicates(50), set)
                .model();
        assertTrue(sample.metric("roc_auc").bootstrap().isEmpty());
        assertEquals(List.of("NO_BOOTSTRAP", "NO_IDS"), codes(sample));
    }

    @Test
    void severalModelsAreEvaluatedAlikeAndApart() {
        EvaluationSet set = ROWS.set().build();
        Evaluator evaluator = Evaluator.of(set).build();
        EvaluationResult both = evaluator.evaluate(QUICK, List.of(ROWS.candidate(), ROWS.baseline()), Optional.empty());
        assertEquals(2, both.models().size());
        assertSameNumbers(evaluate(QUICK, set).model(), both.model("candidate"));
        assertNotEquals(
                both.model("candidate").metrics(), both.model("baseline").metrics());
        assertMisuse(
                "candidates must be at least one model with distinct names, got [candidate, candidate]",
                () -> evaluator.evaluate(QUICK, List.of(ROWS.candidate(), ROWS.candidate()), Optional.empty()));
        assertMisuse(
                "candidates must be at least one model with distinct names, got []",
                () -> evaluator.evaluate(QUICK, List.of(), Optional.empty()));
    }

    @Test
    void slicesComeLargestFirstAndAreThoseRowsAlone() {
        EvaluationSet set = ROWS.set().slice("part", parts(5000)).build();
        ModelResult full = Evaluator.of(set)
                .build()
                .evaluate(QUICK, List.of(ROWS.candidate()), Optional.of(ROWS.baseline()))
                .model();
        assertEquals(
                List.of("most", "some", "few"),
                full.slices().stream().map(SliceResult::value).toList());
        assertEquals(5000, full.slices().stream().mapToInt(SliceResult::rows).sum());
        SliceResult some = full.slices().get(1);
        int[] rows = IntStream.range(0, 5000)
                .filter(row -> row % 10 >= 6 && row % 10 < 9)
                .toArray();
        Simulated part = new Simulated(labels(rows), pick(ROWS.scores(), rows), pick(ROWS.noisy(), rows));
        ModelResult alone = Evaluator.of(part.set().build())
                .build()
                .evaluate(QUICK, List.of(part.candidate()), Optional.of(part.baseline()))
                .model();
        assertEquals("part", some.column());
        assertEquals(alone.rows(), some.rows());
        assertEquals(alone.positives(), some.positives());
        assertEquals(alone.metrics(), some.metrics());
        assertEquals(alone.comparison(), some.comparison());
    }

    @Test
    void missingValuesAreASliceOfTheirOwn() {
        var column = TextColumn.wrap("c", new int[] {0, -1, 0, -1, -1}, List.of("a", "unused"));
        var label = IntegerColumn.wrap("y", new long[] {0, 1, 1, 0, 1}, new BitSet());
        EvaluationSet set = EvaluationSet.from(
                Columns.of("rows.csv", 5, List.of(column, label)),
                ColumnRoles.label("y").slice("c"));
        ModelResult result = Evaluator.of(set)
                .build()
                .evaluate(QUICK, List.of(Scores.of("m", new double[] {.1, .2, .3, .4, .5})), Optional.empty())
                .model();
        assertEquals(
                List.of("(missing)", "a"),
                result.slices().stream().map(SliceResult::value).toList());
        assertEquals(Optional.of(2), result.slices().get(0).positives());
    }

    @Test
    void weightTwoIsTheRowTwice() {
        Simulated some = Simulated.rows(300, 0.3, 5);
        double[] weights = new double[300];
        int[] repeated = IntStream.range(0, 300)
                .flatMap(row -> IntStream.generate(() -> row).limit(1 + row % 2))
                .toArray();
        Arrays.setAll(weights, row -> 1 + row % 2);
        ModelResult weighted = Evaluator.of(some.set().weights(weights).build())
                .build()
                .evaluate(QUICK, List.of(some.candidate()), Optional.empty())
                .model();
        boolean[] labels = new boolean[repeated.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = some.labels()[repeated[i]];
        }
        ModelResult twice = Evaluator.of(EvaluationSet.binary(labels).build())
                .build()
                .evaluate(QUICK, List.of(Scores.of("candidate", pick(some.scores(), repeated))), Optional.empty())
                .model();
        for (Estimate estimate : weighted.metrics().values()) {
            assertEquals(
                    twice.metric(estimate.metric()).value().orNaN(),
                    estimate.value().orNaN(),
                    1e-12,
                    estimate.metric());
        }
    }

    @Test
    void clustersAreSampledWholeAndWidenIntervals() {
        int rows = 6000;
        Simulated base = Simulated.rows(rows / 4, 0.3, 6);
        int[] repeated = IntStream.range(0, rows).map(row -> row / 4).toArray();
        boolean[] labels = new boolean[rows];
        long[] clusters = new long[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = base.labels()[row / 4];
            clusters[row] = row / 4 * 7919L;
        }
        Scores scores = Scores.of("m", pick(base.scores(), repeated));
        EvaluationSet set = EvaluationSet.binary(labels).clusters(clusters).build();
        EvaluationSet blind = EvaluationSet.binary(labels).build();
        Evaluator aware = Evaluator.of(set).build();
        double clustered = width(aware.evaluate(QUICK, List.of(scores), Optional.empty()));
        double independent = width(Evaluator.of(blind).build().evaluate(QUICK, List.of(scores), Optional.empty()));
        // Four copies of each row: twice the error, up to degrees of freedom.
        assertEquals(2, clustered / independent, 0.02);
        ModelResult sample = aware.fast(scores).model();
        assertEquals(0, sample.rows() % 4);
        assertTrue(sample.isSample());
        assertTrue(sample.metric("log_loss").fullSet().isPresent());
        ModelResult few = aware.evaluate(
                        QUICK.withRows(new SampleRows.Exactly(100)), List.of(scores), Optional.of(scores))
                .model();
        assertTrue(few.metrics().values().stream().allMatch(e -> e.population().isEmpty()));
        assertTrue(few.metric("log_loss").value().isDefined());
    }

    private static double width(EvaluationResult result) {
        return result.model().metric("log_loss").population().orElseThrow().width();
    }

    private static EvaluationResult evaluate(Tier tier, EvaluationSet set) {
        return evaluate(tier, set, ROWS.candidate());
    }

    private static EvaluationResult evaluate(Tier tier, EvaluationSet set, Scores scores) {
        return Evaluator.of(set).build().evaluate(tier, List.of(scores), Optional.empty());
    }

    private static List<String> codes(ModelResult result) {
        return result.warnings().stream().map(Notice::code).toList();
    }

    private static void assertSameNumbers(ModelResult left, ModelResult right) {
        assertEquals(left.rows(), right.rows());
        assertEquals(left.positives(), right.positives());
        assertEquals(left.metrics(), right.metrics());
        assertEquals(left.confusion(), right.confusion());
        assertEquals(left.thresholds(), right.thresholds());
        assertEquals(left.slices(), right.slices());
        assertEquals(left.baseline(), right.baseline());
        assertEquals(left.comparison(), right.comparison());
        assertEquals(left.warnings(), right.warnings());
    }

    /** Of ten rows six, three and one. */
    private static List<String> parts(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(row -> row % 10 < 6 ? "most" : row % 10 < 9 ? "some" : "few")
                .toList();
    }

    private static double[] pick(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }

    private static boolean[] labels(int[] rows) {
        boolean[] labels = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            labels[i] = ROWS.labels()[rows[i]];
        }
        return labels;
    }
}
