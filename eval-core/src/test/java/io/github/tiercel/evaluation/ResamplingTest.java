package io.github.tiercel.evaluation;

import static io.github.tiercel.data.Thrown.assertMisuse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.EvaluationSetBuilder;
import io.github.tiercel.data.Scores;
import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.BootstrapInterval;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.compare.Difference;
import io.github.tiercel.metrics.resample.Execution;
import io.github.tiercel.metrics.resample.Scheme;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.ModelResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Which replicates an evaluation gets, and that its options reach them. */
class ResamplingTest {

    private static final int ROWS = 2000;
    private static final Simulated MODEL = Simulated.rows(ROWS, 0.2, 1);
    private static final int REPLICATES = 200;

    /** Needs the rows themselves, so that nothing but row-hashed replicates holds for it. */
    private static final Metric<BinaryPredictions> OF_ROWS = Metric.of(
            BinaryPredictions.class,
            "of_rows",
            Direction.LOWER_IS_BETTER,
            Range.UNIT,
            rows -> BinaryMetrics.BRIER.value(rows));

    @Test
    void oneModelOnIndependentRowsHasCompressedReplicates() {
        ModelResult model =
                evaluator(MODEL.set()).build().full(MODEL.candidate()).model();
        assertEquals(Set.of("compressed"), schemes(model));
        bootstraps(model).values().forEach(interval -> {
            assertEquals(REPLICATES, interval.replicates());
            assertTrue(interval.approximationError().isEmpty());
        });
    }

    @Test
    void metricsThatNeedRowsHaveRowHashedReplicatesBesideTheOthers() {
        ModelResult model = evaluator(MODEL.set())
                .metric(OF_ROWS)
                .build()
                .full(MODEL.candidate())
                .model();
        Map<String, BootstrapInterval> bootstraps = bootstraps(model);
        assertEquals("row-hashed", scheme(bootstraps, "of_rows"));
        assertEquals("compressed", scheme(bootstraps, "brier"));
        assertEquals(
                List.copyOf(evaluator(MODEL.set())
                        .metric(OF_ROWS)
                        .replicates(0)
                        .build()
                        .full(MODEL.candidate())
                        .model()
                        .metrics()
                        .keySet()),
                List.copyOf(model.metrics().keySet()));
    }

    @Test
    void clustersWeightsBaselinesAndSeveralCandidatesHaveRowHashedReplicates() {
        long[] clusters = LongStream.range(0, ROWS).map(row -> row / 4).toArray();
        double[] weights = new double[ROWS];
        Arrays.setAll(weights, row -> 1 + row % 3);
        Set<String> rowHashed = Set.of("row-hashed");
        assertEquals(
                rowHashed,
                schemes(evaluator(MODEL.set().clusters(clusters))
                        .build()
                        .full(MODEL.candidate())
                        .model()));
        assertEquals(
                rowHashed,
                schemes(evaluator(MODEL.set().weights(weights))
                        .build()
                        .full(MODEL.candidate())
                        .model()));
        assertEquals(
                rowHashed,
                schemes(evaluator(MODEL.set())
                        .build()
                        .full(MODEL.candidate(), MODEL.baseline())
                        .model()));
        EvaluationResult both = evaluator(MODEL.set())
                .build()
                .evaluate(Tier.full(), List.of(MODEL.candidate(), MODEL.baseline()), Optional.empty());
        assertEquals(2, both.models().size());
        both.models().forEach(model -> assertEquals(rowHashed, schemes(model)));
    }

    @Test
    void severalModelsHaveTheReplicatesThatEachHasAlone() {
        Evaluator evaluator =
                evaluator(MODEL.set()).resampling(Scheme.ROW_HASHED).build();
        EvaluationResult both =
                evaluator.evaluate(Tier.full(), List.of(MODEL.candidate(), MODEL.baseline()), Optional.empty());
        assertEquals(bootstraps(evaluator.full(MODEL.candidate()).model()), bootstraps(both.model("candidate")));
        assertEquals(bootstraps(evaluator.full(MODEL.baseline()).model()), bootstraps(both.model("baseline")));
    }

    @Test
    void rowHashedReplicatesComeOnDemand() {
        ModelResult demanded = evaluator(MODEL.set())
                .resampling(Scheme.ROW_HASHED)
                .build()
                .full(MODEL.candidate())
                .model();
        assertEquals(Set.of("row-hashed"), schemes(demanded));
        ModelResult chosen =
                evaluator(MODEL.set()).build().full(MODEL.candidate()).model();
        assertNotEquals(bootstraps(chosen), bootstraps(demanded));
        // The same distribution: two standard errors of 200 replicates differ by less than 4.5 times 7 %.
        bootstraps(demanded)
                .forEach((metric, interval) -> assertEquals(
                        1,
                        interval.standardError()
                                / Objects.requireNonNull(bootstraps(chosen).get(metric))
                                        .standardError(),
                        4.5 * 0.07,
                        metric));
    }

    @Test
    void rankBlocksSayWhatTheyApproximate() {
        Evaluator evaluator = evaluator(MODEL.set())
                .metrics("roc_auc", "average_precision", "best_f1", "log_loss", "brier", "accuracy", "f1", "mcc")
                .resampling(Scheme.RANK_BLOCKS)
                .build();
        ModelResult model = evaluator.full(MODEL.candidate()).model();
        assertEquals(Set.of("rank-blocks"), schemes(model));
        bootstraps(model).forEach((metric, interval) -> {
            double error = interval.approximationError().orElseThrow();
            assertEquals(0, error, 0.05 * interval.standardError(), metric);
        });
    }

    @Test
    void schemesThatDoNotHoldAreRefusedWithTheReason() {
        String instead = "; use row-hashed replicates, which hold for everything";
        long[] clusters = LongStream.range(0, ROWS).map(row -> row / 4).toArray();
        Evaluator clustered = evaluator(MODEL.set().clusters(clusters))
                .resampling(Scheme.COMPRESSED)
                .build();
        assertMisuse(
                "compressed replicates need independent rows, got rows in clusters" + instead,
                () -> clustered.full(MODEL.candidate()));
        Evaluator compressed =
                evaluator(MODEL.set()).resampling(Scheme.COMPRESSED).build();
        assertMisuse(
                "compressed replicates need one model, got 2 models, which would not share their weights" + instead,
                () -> compressed.full(MODEL.candidate(), MODEL.baseline()));
        double[] weights = new double[ROWS];
        Arrays.fill(weights, 2);
        Evaluator weighted = evaluator(MODEL.set().weights(weights))
                .resampling(Scheme.RANK_BLOCKS)
                .metrics("roc_auc")
                .build();
        assertMisuse(
                "rank-blocks replicates need rows that count alike, got weights" + instead,
                () -> weighted.full(MODEL.candidate()));
        Evaluator others = evaluator(MODEL.set())
                .resampling(Scheme.RANK_BLOCKS)
                .metrics("roc_auc", "ks")
                .build();
        assertMisuse(
                "rank-blocks replicates need roc_auc, average_precision, best_f1, functions of the confusion matrix and"
                        + " means, got ks" + instead,
                () -> others.full(MODEL.candidate()));
        Evaluator ofRows = evaluator(MODEL.set())
                .resampling(Scheme.COMPRESSED)
                .metric(OF_ROWS)
                .build();
        assertMisuse(
                "compressed replicates need metrics of score groups and means over rows, got of_rows" + instead,
                () -> ofRows.full(MODEL.candidate()));
    }

    @Test
    void optionsThatMeanNothingAreRefused() {
        Evaluator.Builder builder = evaluator(MODEL.set());
        assertMisuse(
                "resampling must be row-hashed, compressed or rank-blocks, got within-strata",
                () -> builder.resampling(Scheme.WITHIN_STRATA));
        assertMisuse("share must be above 0, got 0.0", () -> builder.untilMonteCarloError(0));
        assertMisuse("share must be above 0, got NaN", () -> builder.untilMonteCarloError(Double.NaN));
    }

    @Test
    void aMetricThatOnlyReplicatesKnowIsStillComparedWithTheBaseline() {
        ModelResult model = evaluator(MODEL.set())
                .build()
                .full(MODEL.candidate(), MODEL.baseline())
                .model();
        Difference best = Objects.requireNonNull(model.comparison().get("best_f1"));
        assertTrue(best.interval().isPresent());
        double ours = model.metric("best_f1").value().orNaN();
        double theirs = Objects.requireNonNull(
                        model.baseline().orElseThrow().metrics().get("best_f1"))
                .value()
                .orNaN();
        assertEquals(ours - theirs, best.value().orNaN());
        assertTrue(best.interval().orElseThrow().contains(ours - theirs));
        // Shared weights leave less of the spread than two bootstraps that know nothing of each other would.
        double spread = Objects.requireNonNull(bootstraps(model).get("best_f1")).standardError();
        assertTrue(best.interval().orElseThrow().width() < 2 * 1.96 * Math.sqrt(2) * spread);
    }

    @Test
    void replicatesEndEarlyWhereTheirEndsAreKnown() {
        Evaluator.Builder builder =
                Evaluator.of(MODEL.set().build()).metrics("roc_auc", "brier").replicates(20_000);
        ModelResult early = builder.untilMonteCarloError(0.03)
                .build()
                .full(MODEL.candidate())
                .model();
        int done = Objects.requireNonNull(bootstraps(early).get("roc_auc")).replicates();
        assertTrue(done >= 200 && done < 10_000, "" + done);
        ModelResult asMany = Evaluator.of(MODEL.set().build())
                .metrics("roc_auc", "brier")
                .replicates(done)
                .build()
                .full(MODEL.candidate())
                .model();
        assertEquals(bootstraps(asMany), bootstraps(early));
    }

    @Test
    void threadsDoNotMatterAndProgressIsHeardOf() {
        ModelResult expected = evaluator(MODEL.set())
                .execution(Execution.sequential())
                .build()
                .full(MODEL.candidate())
                .model();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        List<Integer> heard = new ArrayList<>();
        try {
            ModelResult elsewhere = evaluator(MODEL.set())
                    .execution(Execution.of(pool, 4).reportingTo((done, all) -> heard.add(done)))
                    .build()
                    .full(MODEL.candidate())
                    .model();
            assertEquals(bootstraps(expected), bootstraps(elsewhere));
        } finally {
            pool.shutdown();
        }
        assertEquals(REPLICATES / 2, heard.size());
        assertEquals(REPLICATES, heard.get(heard.size() - 1));
    }

    @Test
    void theOrderOfOptionsDoesNotMatter() {
        Execution where = Execution.sequential();
        ModelResult one = evaluator(MODEL.set())
                .replicates(5000)
                .untilMonteCarloError(0.05)
                .execution(where)
                .resampling(Scheme.ROW_HASHED)
                .build()
                .full(MODEL.candidate())
                .model();
        ModelResult other = evaluator(MODEL.set())
                .resampling(Scheme.ROW_HASHED)
                .execution(where)
                .untilMonteCarloError(0.05)
                .replicates(5000)
                .build()
                .full(MODEL.candidate())
                .model();
        assertEquals(bootstraps(one), bootstraps(other));
        assertEquals(Set.of("row-hashed"), schemes(one));
        bootstraps(one).values().forEach(interval -> assertTrue(interval.replicates() < 5000));
    }

    @Test
    void tasksOfOtherKindsHaveRowHashedReplicates() {
        double[] truth = new double[300];
        Arrays.setAll(truth, row -> row % 17);
        double[] predicted = new double[300];
        Arrays.setAll(predicted, row -> row % 13);
        ModelResult model = evaluator(EvaluationSet.regression(truth))
                .build()
                .full(Scores.of("m", predicted))
                .model();
        assertFalse(bootstraps(model).isEmpty());
        assertEquals(Set.of("row-hashed"), schemes(model));
    }

    private static Evaluator.Builder evaluator(EvaluationSetBuilder set) {
        return Evaluator.of(set.build()).replicates(REPLICATES);
    }

    private static Map<String, BootstrapInterval> bootstraps(ModelResult model) {
        Map<String, BootstrapInterval> byName = new LinkedHashMap<>();
        for (Estimate estimate : model.metrics().values()) {
            estimate.bootstrap().ifPresent(interval -> byName.put(estimate.metric(), interval));
        }
        return byName;
    }

    private static Set<String> schemes(ModelResult model) {
        Set<String> schemes = new TreeSet<>();
        bootstraps(model).values().forEach(interval -> schemes.add(interval.scheme()));
        return schemes;
    }

    private static String scheme(Map<String, BootstrapInterval> bootstraps, String metric) {
        return Objects.requireNonNull(bootstraps.get(metric)).scheme();
    }
}
