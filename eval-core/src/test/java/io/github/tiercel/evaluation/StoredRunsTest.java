package io.github.tiercel.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.Batch;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.EvaluationSetBuilder;
import io.github.tiercel.data.Features;
import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.inference.ScoreSink;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.compare.Difference;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.Provenance;
import io.github.tiercel.result.SliceResult;
import io.github.tiercel.store.PredictionStore;
import io.github.tiercel.store.StoreCatalog;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of models compared by the scores in a store, when neither rows nor models are at hand. */
class StoredRunsTest {

    private static final int ROWS = 900;
    private static final Simulated DATA = Simulated.rows(ROWS, 0.3, 3);
    private static final Tier FULL = Tier.full().withReplicates(0);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path folder;

    private static EvaluationSetBuilder rows() {
        return DATA.set().ids(LongStream.range(5000, 5000 + ROWS).toArray());
    }

    private static Features<double[]> features() {
        return Features.of(IntStream.range(0, ROWS)
                .mapToObj(row -> new double[] {DATA.scores()[row], DATA.noisy()[row]})
                .toArray(double[][]::new));
    }

    /** A model that gives one of the numbers of a row. */
    private static Candidate<double[]> model(int column) {
        return Candidate.of(
                "m" + column,
                Predictor.of((double[] row) -> row[column]).withFingerprint(ModelFingerprint.of("column " + column)));
    }

    private static Difference of(Map<String, Difference> differences, String metric) {
        return Objects.requireNonNull(differences.get(metric), metric);
    }

    private EvaluationResult run(EvaluationSet set, Tier tier, int column) {
        try (PredictionStore store = PredictionStore.open(folder)) {
            return Evaluator.of(set)
                    .features(features())
                    .store(store)
                    .build()
                    .evaluate(tier, List.of(model(column)), Optional.empty());
        }
    }

    private EvaluationResult compared(EvaluationResult candidate, EvaluationResult baseline)
            throws UnpairableException {
        return RunComparison.of(candidate, baseline).stored(StoreCatalog.open(folder));
    }

    private void assertUnpairable(String why, EvaluationResult candidate, EvaluationResult baseline) {
        String message = String.valueOf(assertThrows(UnpairableException.class, () -> compared(candidate, baseline))
                .getMessage());
        assertTrue(message.contains(why) && message.endsWith("."), message);
    }

    private static EvaluationResult with(EvaluationResult run, UnaryOperator<Map<String, String>> fingerprints) {
        Provenance of = run.provenance();
        return run.traced(
                run.time(),
                new Provenance(
                        of.versions(),
                        fingerprints.apply(new LinkedHashMap<>(of.fingerprints())),
                        of.seed(),
                        of.settings(),
                        of.command()));
    }

    @Test
    void storedScoresGiveTheDifferencesOfOneEvaluation() throws UnpairableException {
        EvaluationResult baseline = run(rows().build(), FULL, 1);
        EvaluationResult candidate = run(rows().build(), FULL, 0);
        ModelResult model = compared(candidate, baseline).model();
        ModelResult direct = Evaluator.of(rows().build())
                .features(features())
                .build()
                .evaluate(FULL, List.of(model(0)), Optional.of(model(1)))
                .model();
        assertEquals(candidate.model().metrics(), model.metrics());
        assertEquals("m1", model.baseline().orElseThrow().name());
        assertEquals(direct.comparison().keySet(), model.comparison().keySet());
        direct.comparison().forEach((metric, expected) -> {
            Difference found = of(model.comparison(), metric);
            assertTrue(found.paired(), metric);
            assertEquals(expected.value().orNaN(), found.value().orNaN(), 1e-12, metric);
            assertEquals(expected.pValue().orElse(-1), found.pValue().orElse(-1), 1e-9, metric);
        });
    }

    @Test
    void labelsOfTheRunCountAndNotTheLatest() throws UnpairableException {
        EvaluationResult baseline = run(rows().build(), FULL, 1);
        EvaluationResult candidate = run(rows().build(), FULL, 0);
        boolean[] turned = DATA.labels().clone();
        Arrays.fill(turned, 0, 100, true);
        EvaluationResult relabelled = run(rows().build().withLabels(turned), FULL, 0);
        assertTrue(of(compared(candidate, baseline).model().comparison(), "roc_auc")
                .paired());
        assertUnpairable("other rows, or with other labels", relabelled, baseline);
    }

    @Test
    void slicesStayUnpaired() throws UnpairableException {
        List<String> halves = IntStream.range(0, ROWS)
                .mapToObj(row -> row % 2 == 0 ? "even" : "odd")
                .toList();
        EvaluationSet sliced = rows().slice("half", halves).build();
        ModelResult model = compared(run(sliced, FULL, 0), run(sliced, FULL, 1)).model();
        assertEquals(2, model.slices().size());
        for (SliceResult slice : model.slices()) {
            assertFalse(of(slice.comparison(), "roc_auc").paired(), slice.value());
        }
    }

    @Test
    void whatTheStoreCannotTellIsNotPaired() {
        EvaluationResult plain = run(rows().build(), FULL, 1);
        double[] weights = new double[ROWS];
        Arrays.fill(weights, 2);
        long[] users = LongStream.range(0, ROWS).map(row -> row / 3).toArray();
        assertUnpairable("weighted", run(rows().weights(weights).build(), FULL, 0), plain);
        assertUnpairable("clustered", run(rows().clusters(users).build(), FULL, 0), plain);
        assertUnpairable(
                "weighted",
                run(rows().build(), FULL, 0),
                run(rows().weights(weights).build(), FULL, 1));
        assertUnpairable("on a sample", run(rows().build(), FULL.withRows(new SampleRows.Exactly(300)), 0), plain);
    }

    @Test
    void scoresThatAreNotInTheStoreAreNotPaired() {
        EvaluationResult baseline = run(rows().build(), FULL, 1);
        EvaluationResult candidate = run(rows().build(), FULL, 0);
        assertUnpairable("does not say which scores in the store are its", candidate, with(baseline, all -> {
            all.remove("labels");
            return all;
        }));
        assertUnpairable("does not hold the scores of \"m1\"", candidate, with(baseline, all -> {
            all.put("model m1", "column 7");
            return all;
        }));
        assertUnpairable(
                "does not hold the scores of \"m0\"",
                with(candidate, all -> {
                    all.put("labels", "0".repeat(64));
                    return all;
                }),
                baseline);
    }

    @Test
    void scoresThatGiveOtherValuesAreNotPaired() {
        EvaluationResult baseline = run(rows().build(), FULL, 1);
        EvaluationResult candidate = run(rows().build(), FULL, 0);
        assertUnpairable(
                "in the store give",
                with(candidate, all -> {
                    all.put("model m0", "column 1");
                    return all;
                }),
                baseline);
    }

    @Test
    void aBaselineThatGaveOtherValuesIsNotPaired() {
        EvaluationResult baseline = run(rows().build(), FULL, 1);
        EvaluationResult candidate = run(rows().build(), FULL, 0);
        assertUnpairable("The scores of \"m1\" in the store give", candidate, with(baseline, all -> {
            all.put("model m1", "column 0");
            return all;
        }));
    }

    @Test
    void aValueWhereTheRunHasNoneIsAnotherValue() {
        EvaluationResult baseline = run(rows().build(), FULL, 1);
        EvaluationResult candidate = run(rows().build(), FULL, 0);
        assertUnpairable(" for log_loss, where its run has no value", undefined(candidate), baseline);
        assertUnpairable(" for log_loss, where its run has no value", candidate, undefined(baseline));
    }

    /** The run as if one of its metrics had had no value. */
    private static EvaluationResult undefined(EvaluationResult run) {
        ModelResult model = run.model();
        Map<String, Estimate> metrics = new LinkedHashMap<>(model.metrics());
        metrics.put(
                "log_loss",
                new Estimate(
                        "log_loss",
                        Direction.LOWER_IS_BETTER,
                        Value.undefined(UndefinedReason.EMPTY),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        OptionalDouble.empty(),
                        Set.of(),
                        ROWS,
                        0));
        return run.withModels(List.of(new ModelResult(
                model.model(),
                model.tier(),
                model.rows(),
                model.rowsTotal(),
                metrics,
                model.findings(),
                model.slices(),
                model.baseline(),
                model.comparison(),
                model.gates(),
                model.warnings())));
    }

    @Test
    void theFindingsSayTheTaskAndNotASettingThatMayBeMissing() throws UnpairableException {
        EvaluationResult baseline = run(rows().build(), FULL, 1);
        EvaluationResult candidate = run(rows().build(), FULL, 0);
        EvaluationResult silent =
                candidate.traced(candidate.time(), candidate.provenance().withSetting("task", "none"));
        assertTrue(
                of(compared(silent, baseline).model().comparison(), "roc_auc").paired());
    }

    @Test
    void severalClassesAndNumbersArePairedToo() throws UnpairableException {
        List<String> classes = List.of("a", "b");
        int[] labels =
                IntStream.range(0, ROWS).map(row -> DATA.labels()[row] ? 1 : 0).toArray();
        double[] numbers = IntStream.range(0, ROWS)
                .mapToDouble(row -> DATA.scores()[row] + row % 5)
                .toArray();
        EvaluationSet several = EvaluationSet.multiclass(labels, classes).build();
        EvaluationSet regression = EvaluationSet.regression(numbers).build();
        assertTrue(of(
                        compared(ofClasses(several, 0), ofClasses(several, 1))
                                .model()
                                .comparison(),
                        "accuracy")
                .paired());
        assertTrue(of(
                        compared(run(regression, FULL, 0), run(regression, FULL, 1))
                                .model()
                                .comparison(),
                        "mae")
                .paired());
    }

    private EvaluationResult ofClasses(EvaluationSet set, int column) {
        Predictor<double[]> predictor = new Predictor<>() {
            @Override
            public void predict(Batch<double[]> batch, ScoreSink scores) {
                for (int i = 0; i < batch.size(); i++) {
                    scores.score(i, 0, batch.row(i)[column]);
                    scores.score(i, 1, 1 - batch.row(i)[column]);
                }
            }

            @Override
            public Outputs outputs() {
                return Outputs.of("b", "a");
            }

            @Override
            public Optional<ModelFingerprint> fingerprint() {
                return Optional.of(ModelFingerprint.of("classes " + column));
            }
        };
        try (PredictionStore store = PredictionStore.open(folder)) {
            return Evaluator.of(set)
                    .features(features())
                    .store(store)
                    .build()
                    .evaluate(FULL, List.of(Candidate.of("m" + column, predictor)), Optional.empty());
        }
    }
}
