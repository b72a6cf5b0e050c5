package io.github.tiercel.evaluation;

import static io.github.tiercel.data.Thrown.assertBadData;
import static io.github.tiercel.data.Thrown.assertMisuse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Scores;
import io.github.tiercel.gate.Gates;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.binary.RowMeanMetric;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.Notice;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluatorOptionsTest {

    private static final Simulated ROWS = Simulated.rows(5000, 0.2, 1);
    private static final Tier QUICK = Tier.full().withReplicates(0);

    /** How far the scores are from one half, on average: a metric that the library does not know. */
    private record Sharpness() implements RowMeanMetric {

        @Override
        public double rowValue(boolean label, double score) {
            return Math.abs(score - 0.5);
        }

        @Override
        public String name() {
            return "sharpness";
        }

        @Override
        public Direction direction() {
            return Direction.HIGHER_IS_BETTER;
        }

        @Override
        public Range range() {
            return Range.UNIT;
        }
    }

    @Test
    void undefinedMetricsSayWhy() {
        ModelResult result = evaluate(
                        QUICK, EvaluationSet.binary(new boolean[5]).build(), Scores.of("m", new double[5]))
                .model();
        assertEquals(
                Optional.of(UndefinedReason.NO_POSITIVES),
                result.metric("roc_auc").value().reason());
        assertTrue(result.metric("accuracy").value().isDefined());
        assertTrue(result.curves().isEmpty());
        assertTrue(result.thresholds().isEmpty());
        assertMisuse(
                "metric \"recal\" was not evaluated; this result holds "
                        + result.metrics().keySet(),
                () -> result.metric("recal"));
    }

    @Test
    void scoresThatAreNoProbabilitiesLeaveRankMetrics() {
        boolean[] labels = {true, false, true, false};
        Scores logits = Scores.of("m", new double[] {2, -1, 0.5, 0.25});
        EvaluationSet set = EvaluationSet.binary(labels)
                .slice("s", List.of("wide", "wide", "narrow", "narrow"))
                .build();
        ModelResult result = evaluate(QUICK, set, logits).model();
        assertTrue(result.metric("roc_auc").value().isDefined());
        assertTrue(result.metric("average_precision").value().isDefined());
        assertEquals(
                Optional.of(UndefinedReason.NOT_PROBABILITIES),
                result.metric("f1").value().reason());
        assertTrue(result.confusion().isEmpty());
        assertTrue(codes(result).contains("NOT_PROBABILITIES"));
        // The scores of this slice happen to lie in [0, 1], which makes them no probabilities.
        assertEquals(
                Optional.of(UndefinedReason.NOT_PROBABILITIES),
                Objects.requireNonNull(result.slices().get(0).metrics().get("log_loss"))
                        .value()
                        .reason());
    }

    @Test
    void metricsAskedForByNameOrGateNeedTheirScale() {
        EvaluationSet set =
                EvaluationSet.binary(new boolean[] {true, false, true, false}).build();
        Scores logits = Scores.of("m", new double[] {2, -1, 0.5, 0.25});
        String sentence = "2 of 4 scores of \"m\" are outside [0, 1] (from -1.0 to 2.0, first at rows 1, 2), but %s"
                + " needs probabilities. If these are logits, apply the logistic function first; rank metrics such as"
                + " roc_auc take any score.";
        assertBadData(
                String.format(sentence, "brier"),
                () -> Evaluator.of(set).metrics("roc_auc", "brier").build().full(logits));
        assertBadData(
                String.format(sentence, "f1"),
                () -> Evaluator.of(set).judgedBy(Gates.of("f1 >= 0.5")).build().full(logits));
        Scores fine = Scores.of("fine", new double[4]);
        assertBadData(
                String.format(sentence, "brier"),
                () -> Evaluator.of(set).metrics("brier").build().full(fine, logits));
    }

    @Test
    void ownMetricsStandBesideTheOthersOrReplaceThem() {
        EvaluationSet set = ROWS.set().build();
        ModelResult result = Evaluator.of(set)
                .metrics("roc_auc")
                .metric(new Sharpness())
                .metric(BinaryMetrics.ACCURACY.at(0.9))
                .threshold(0.3)
                .build()
                .evaluate(QUICK, List.of(ROWS.candidate()), Optional.of(ROWS.baseline()))
                .model();
        assertEquals(
                List.of("roc_auc", "sharpness", "accuracy"),
                List.copyOf(result.metrics().keySet()));
        assertTrue(result.metric("sharpness").population().isPresent());
        assertTrue(Objects.requireNonNull(result.comparison().get("sharpness"))
                .interval()
                .isPresent());
        assertEquals(0.3, result.confusion().orElseThrow().threshold());
    }

    @Test
    void unknownMetricsAreNamed() {
        Evaluator evaluator =
                Evaluator.of(ROWS.set().build()).metrics("roc_acu").build();
        assertMisuse(
                "There is no metric \"roc_acu\". Did you mean \"roc_auc\"? Metrics of binary predictions: "
                        + Known.binaryMetrics() + ".",
                () -> evaluator.full(ROWS.candidate()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "precision_at_recall_1.5|RECALL in precision_at_recall_RECALL is a number in (0, 1]; as in precision_at_recall_0.9.",
                "gain_0|FRACTION in gain_FRACTION is a number in (0, 1]; as in gain_0.1.",
                "f0.50|BETA in fBETA is a number above 0; as in f2.",
                "partial_auc_0.3_0.1|FPR in partial_auc_FPR is one or two rates in [0, 1], the lower first; as in partial_auc_0.1.",
                "cost_1|FP_FN in cost_FP_FN is the two costs of errors, or all four, not all equal; as in cost_1_5.",
                "ece_width_0|BINS in ece_width_BINS is a whole number above 0 other than the usual 15; as in ece_width_10."
            })
    void aParameterThatCannotBeIsAnsweredWithWhatItMustBe(String name, String rule) {
        Evaluator evaluator = Evaluator.of(ROWS.set().build()).metrics(name).build();
        String sentence = rule.replace("; as in", ", spelt as short as can be, as in");
        assertMisuse("There is no metric \"" + name + "\": " + sentence, () -> evaluator.full(ROWS.candidate()));
    }

    @Test
    void badOptionsAreRefused() {
        Evaluator.Builder builder = Evaluator.of(ROWS.set().build());
        assertMisuse("threshold must be a number, got NaN", () -> builder.threshold(Double.NaN));
        assertMisuse("level must be in (0, 1), got 95.0", () -> builder.level(95));
        assertMisuse("replicates must be 0 or at least 2, got 1", () -> builder.replicates(1));
        assertMisuse(
                "replicates must be 0 or at least 2, got -5", () -> Tier.full().withReplicates(-5));
    }

    @Test
    void theLevelReachesEveryInterval() {
        ModelResult result = Evaluator.of(ROWS.set().build())
                .level(0.8)
                .replicates(20)
                .metrics("roc_auc", "accuracy")
                .build()
                .full(ROWS.candidate(), ROWS.baseline())
                .model();
        for (Estimate estimate : result.metrics().values()) {
            assertEquals(0.8, estimate.population().orElseThrow().level());
            assertEquals(0.8, estimate.gate().orElseThrow().level());
            assertEquals(0.8, estimate.bootstrap().orElseThrow().interval().level());
        }
        assertTrue(result.comparison().values().stream()
                .allMatch(d -> d.interval().orElseThrow().level() == 0.8));
    }

    @Test
    void provenanceEchoesSettings() {
        EvaluationResult result = evaluate(Tier.fast(), ROWS.set().seed(5).build());
        assertEquals(5, result.provenance().seed());
        assertEquals("1024", result.provenance().settings().get("rows"));
        assertEquals("positions", result.provenance().settings().get("row_keys"));
        assertEquals("log_loss,roc_auc,accuracy", result.provenance().settings().get("metrics"));
        assertTrue(result.provenance().versions().containsKey("java"));
        assertFalse(result.provenance().command().isPresent());
        assertTrue(result.verdict().isEmpty());
        assertTrue(result.time().totalMillis() >= 0);
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
}
