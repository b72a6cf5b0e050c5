package io.github.tiercel.gate;

import static io.github.tiercel.data.Thrown.assertMisuse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Scores;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.Known;
import io.github.tiercel.evaluation.SampleRows;
import io.github.tiercel.evaluation.Simulated;
import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.compare.Difference;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.GateResult;
import io.github.tiercel.result.InferenceCost;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.Notice;
import io.github.tiercel.result.Provenance;
import io.github.tiercel.result.TimeBreakdown;
import io.github.tiercel.result.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatesTest {

    private static final Simulated ROWS = Simulated.rows(4000, 0.25, 1);
    private static final Tier TIER = Tier.full().withReplicates(0);
    private static final TimeBreakdown TIME = new TimeBreakdown(0, InferenceCost.NONE, 0, 0, 0);
    private static final Provenance PROVENANCE = new Provenance(Map.of(), Map.of(), 42, Map.of(), Optional.empty());

    @Test
    void numbersThatNoEvaluationFoundAreJudgedByTheirNames() {
        ModelResult model = result("roc_auc >= 0.5").model();
        Map<String, Estimate> named = Map.of(
                "drift", model.metric("log_loss"), "agreement", model.metric("roc_auc"), "absent", model.metric("ece"));
        List<MetricGate> judged = Gates.of("agreement >= 0.6", "drift <= 0.001", "agreement <= 0.6", "absent <= 1")
                .judge(named, 4000);
        assertEquals(
                List.of("agreement", "drift", "agreement", "absent"),
                judged.stream().map(MetricGate::metric).toList());
        assertEquals(
                List.of(Verdict.PASS, Verdict.FAIL, Verdict.FAIL, Verdict.INCONCLUSIVE),
                judged.stream().map(one -> one.gate().verdict()).toList());
        assertEquals("agreement >= 0.6", judged.get(0).gate().rule());
        assertEquals(4000, judged.get(0).gate().rows());
        assertEquals(model.metric("roc_auc").gate(), judged.get(0).gate().interval());
        assertMisuse(
                "Gate \"agreement@origin >= 0.6\" cannot be judged: there are numbers of all rows alone, no slices, no"
                        + " baseline and no measurement in service. Write NAME >= NUMBER or NAME <= NUMBER.",
                () -> Gates.of("agreement@origin >= 0.6").judge(named, 4000));
        assertMisuse(
                "Gate \"agreemnt >= 0.6\" reads agreemnt, which the result does not hold; it holds [agreement]. Did you"
                        + " mean \"agreement\"?",
                () -> Gates.of("agreemnt >= 0.6").judge(Map.of("agreement", model.metric("roc_auc")), 4000));
    }

    @Test
    void theIntervalForGatesDecides() {
        Interval auc = result("roc_auc >= 0.5").model().metric("roc_auc").gate().orElseThrow();
        double middle = (auc.lower() + auc.upper()) / 2;
        GateResult pass = only("roc_auc >= 0.6");
        assertEquals(Verdict.PASS, pass.verdict());
        assertEquals(Optional.of(auc), pass.interval());
        assertEquals(0.6, pass.limit());
        assertEquals("the whole interval satisfies the rule", pass.reason());
        assertEquals(OptionalLong.empty(), pass.rowsNeeded());
        GateResult fail = only("roc_auc >= 0.9");
        assertEquals(Verdict.FAIL, fail.verdict());
        assertEquals("no value in the interval satisfies the rule", fail.reason());
        GateResult open = only("roc_auc >= " + (middle + 0.002));
        assertEquals(Verdict.INCONCLUSIVE, open.verdict());
        assertEquals("the interval spans the limit, so these rows cannot decide", open.reason());
        assertTrue(open.rowsNeeded().orElseThrow() > 4000);
        assertEquals("roc_auc >= 0.6", pass.rule());
    }

    @Test
    void gatesReadTheExactIntervalOfAShare() {
        GateResult gate = only("accuracy >= 0.5");
        assertEquals("clopper-pearson", gate.interval().orElseThrow().method());
    }

    @Test
    void aMetricThatNobodyAskedForIsComputed() {
        ModelResult model = Evaluator.of(ROWS.set().build())
                .metrics("roc_auc")
                .judgedBy(Gates.of("cohen_kappa >= 0.9"))
                .build()
                .evaluate(TIER, List.of(ROWS.candidate()), Optional.empty())
                .model();
        assertEquals(
                List.of("roc_auc", "cohen_kappa"), List.copyOf(model.metrics().keySet()));
        assertEquals(Optional.of(Verdict.FAIL), model.verdict());
    }

    @Test
    void metricsWithoutInfluenceValuesNeedReplicates() {
        GateResult none = only("best_f1 >= 0.1");
        assertEquals(Verdict.INCONCLUSIVE, none.verdict());
        assertTrue(none.value().isPresent());
        assertEquals("no interval can be given, so the value alone decides nothing", none.reason());
        Simulated few = Simulated.rows(300, 0.4, 2);
        EvaluationResult resampled = Evaluator.of(few.set().build())
                .metrics("roc_auc")
                .judgedBy(Gates.of("best_f1 >= 0.1"))
                .build()
                .full(few.candidate());
        assertEquals(Optional.of(Verdict.PASS), resampled.verdict());
        assertEquals("2000", resampled.provenance().settings().get("replicates"));
    }

    @Test
    void noWorseThanBoundsTheDifferenceInTheDirectionOfTheMetric() {
        EvaluationSet set = ROWS.set().build();
        String margin = " no-worse-than baseline by 0.5";
        for (String metric : List.of("roc_auc", "log_loss")) {
            boolean higher = metric.equals("roc_auc");
            ModelResult model = compared(set, ROWS.candidate(), ROWS.baseline(), metric + margin);
            GateResult gate = model.gates().get(0);
            Difference difference = Objects.requireNonNull(model.comparison().get(metric));
            assertEquals(Verdict.PASS, gate.verdict());
            assertEquals(higher ? -0.5 : 0.5, gate.limit());
            assertEquals(difference.interval(), gate.interval());
            assertEquals(OptionalDouble.of(difference.value().orNaN()), gate.value());
        }
        // The noisy model is clearly worse: less AUC, more loss.
        for (String metric : List.of("roc_auc", "log_loss")) {
            String rule = metric + " no-worse-than baseline by 0";
            assertEquals(
                    Verdict.PASS,
                    compared(set, ROWS.candidate(), ROWS.baseline(), rule)
                            .gates()
                            .get(0)
                            .verdict());
            assertEquals(
                    Verdict.FAIL,
                    compared(set, ROWS.baseline(), ROWS.candidate(), rule)
                            .gates()
                            .get(0)
                            .verdict());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "roc_auc",
                "average_precision",
                "log_loss",
                "brier",
                "accuracy",
                "precision",
                "f1",
                "mcc",
                "cohen_kappa"
            })
    void aModelIsNoWorseThanItselfByNothing(String metric) {
        Scores same = Scores.of("same", ROWS.scores());
        for (Tier tier : List.of(TIER, Tier.fast())) {
            EvaluationResult result = Evaluator.of(ROWS.set().build())
                    .judgedBy(Gates.of(metric + " no-worse-than baseline by 0"))
                    .build()
                    .evaluate(tier, List.of(ROWS.candidate()), Optional.of(same));
            GateResult gate = result.model().gates().get(0);
            assertEquals(Verdict.PASS, gate.verdict());
            assertEquals("0.0", String.valueOf(gate.limit()));
        }
    }

    @Test
    void everyValueWithEnoughPositiveRowsIsJudged() {
        ModelResult model = sliced("roc_auc@part >= 0.6");
        assertEquals(
                List.of("roc_auc@part=most >= 0.6", "roc_auc@part=some >= 0.6"),
                model.gates().stream().map(GateResult::rule).toList());
        assertEquals(
                new Notice(
                        "NOT_GATED",
                        "roc_auc@part >= 0.6: 1 of 3 values have fewer than 50 positive rows and were not gated: few."),
                model.warnings().get(model.warnings().size() - 1));
    }

    @Test
    void atMostThreeValuesThatAreNotJudgedAreNamed() {
        List<String> values = IntStream.range(0, 4000)
                .mapToObj(row -> row < 3800 ? "big" : "v" + row % 5)
                .toList();
        ModelResult model = judged(ROWS.set().slice("c", values).build(), "roc_auc@c >= 0.6");
        assertEquals(1, model.gates().size());
        String text = model.warnings().get(model.warnings().size() - 1).text();
        assertTrue(text.startsWith(
                "roc_auc@c >= 0.6: 5 of 6 values have fewer than 50 positive rows and were not gated: v"));
        assertTrue(text.endsWith(" and others."));
    }

    @Test
    void aColumnWithoutAnyLargeValueDecidesNothing() {
        List<String> values =
                IntStream.range(0, 4000).mapToObj(row -> "v" + row % 100).toList();
        ModelResult model = judged(ROWS.set().slice("c", values).build(), "roc_auc@c >= 0.6");
        assertEquals(1, model.gates().size());
        assertEquals("roc_auc@c >= 0.6", model.gates().get(0).rule());
        assertEquals(Verdict.INCONCLUSIVE, model.gates().get(0).verdict());
        assertEquals("no value has 50 positive rows", model.gates().get(0).reason());
    }

    @Test
    void aNamedValueIsJudgedOrUndecided() {
        GateResult some = sliced("roc_auc@part=some >= 0.6").gates().get(0);
        assertEquals(Verdict.PASS, some.verdict());
        ModelResult model = sliced("roc_auc@part=few >= 0.6");
        GateResult few = model.gates().get(0);
        int positives = model.slices().get(2).positives().orElseThrow();
        assertEquals(Verdict.INCONCLUSIVE, few.verdict());
        assertEquals("the slice has " + positives + " positive rows, and fewer than 50 cannot be judged", few.reason());
        assertEquals(0.6, few.limit());
        assertMisuse(
                "Gate \"roc_auc@part=none >= 0.6\" names the slice \"none\", which no evaluated row belongs to. Did"
                        + " you mean \"some\"? Name a value of the column.",
                () -> sliced("roc_auc@part=none >= 0.6"));
    }

    @Test
    void anUndecidedSliceShowsTheBoundOfItsMargin() {
        EvaluationSet set = slicedSet();
        for (String metric : List.of("roc_auc", "log_loss")) {
            GateResult gate = compared(
                            set, ROWS.candidate(), ROWS.baseline(), metric + "@part=few no-worse-than baseline by 0.1")
                    .gates()
                    .get(0);
            assertEquals(Verdict.INCONCLUSIVE, gate.verdict());
            assertEquals(metric.equals("roc_auc") ? -0.1 : 0.1, gate.limit());
        }
    }

    @Test
    void aValueThatTheSampleMissesIsUndecided() {
        List<String> values = IntStream.range(0, 4000)
                .mapToObj(row -> row == 17 ? "rare" : "usual")
                .toList();
        EvaluationSet set = ROWS.set().slice("c", values).build();
        // Seed 42 does not draw row 17 among the first hundred; with all rows it is there.
        GateResult gate = Evaluator.of(set)
                .judgedBy(Gates.of("roc_auc@c=rare >= 0.6"))
                .build()
                .evaluate(TIER.withRows(new SampleRows.Exactly(100)), List.of(ROWS.candidate()), Optional.empty())
                .model()
                .gates()
                .get(0);
        assertEquals(Verdict.INCONCLUSIVE, gate.verdict());
        assertEquals("the sample holds no row of the slice", gate.reason());
    }

    @Test
    void slicesAreComparedWithTheBaselineOnTheirOwnRows() {
        ModelResult model = compared(
                slicedSet(), ROWS.candidate(), ROWS.baseline(), "roc_auc@part=some no-worse-than baseline by 0.1");
        Difference own =
                Objects.requireNonNull(model.slices().get(1).comparison().get("roc_auc"));
        assertEquals(own.interval(), model.gates().get(0).interval());
    }

    @Test
    void undefinedMetricsDecideNothing() {
        EvaluationSet set = EvaluationSet.binary(new boolean[10]).build();
        EvaluationResult result = Evaluator.of(set)
                .judgedBy(Gates.of("roc_auc >= 0.5", "accuracy >= 0.1"))
                .build()
                .evaluate(TIER, List.of(Scores.of("m", new double[10])), Optional.empty());
        GateResult gate = result.model().gates().get(0);
        assertEquals(Verdict.INCONCLUSIVE, gate.verdict());
        assertEquals("undefined: no label is positive", gate.reason());
        assertEquals(OptionalDouble.empty(), gate.value());
        assertEquals(Optional.of(Verdict.INCONCLUSIVE), result.verdict());
    }

    @Test
    void anyFailBeatsInconclusiveWhichBeatsPass() {
        assertEquals(
                Optional.of(Verdict.PASS),
                result("roc_auc >= 0.6", "log_loss <= 0.9").verdict());
        assertEquals(
                Optional.of(Verdict.INCONCLUSIVE),
                result("roc_auc >= 0.6", "best_f1 >= 0.1").verdict());
        assertEquals(
                Optional.of(Verdict.FAIL),
                result("best_f1 >= 0.1", "roc_auc >= 0.99", "roc_auc >= 0.6").verdict());
    }

    @Test
    void theWorstModelDecides() {
        boolean[] labels = ROWS.labels();
        double[] perfect = IntStream.range(0, 4000)
                .mapToDouble(row -> labels[row] ? 0.9 : 0.1)
                .toArray();
        EvaluationResult result = Evaluator.of(ROWS.set().build())
                .judgedBy(Gates.of("roc_auc >= 0.95"))
                .build()
                .evaluate(TIER, List.of(Scores.of("perfect", perfect), ROWS.candidate()), Optional.empty());
        assertEquals(Optional.of(Verdict.PASS), result.model("perfect").verdict());
        assertEquals(Optional.of(Verdict.FAIL), result.model("candidate").verdict());
        assertEquals(Optional.of(Verdict.FAIL), result.verdict());
    }

    @Test
    void gatesNeedWhatTheyName() {
        assertMisuse(
                "A gate compares with a baseline, but there is none. Name one with --baseline (in code: pass the"
                        + " baseline's scores).",
                () -> result("roc_auc no-worse-than baseline by 0.1"));
        assertMisuse(
                "A gate names slices of column \"origin\", but the rows are not sliced by it. Slice columns: none.",
                () -> result("roc_auc@origin >= 0.5"));
        assertMisuse(
                "A gate names slices of column \"origin\", but the rows are not sliced by it. Slice columns: part.",
                () -> sliced("roc_auc@origin=x >= 0.5"));
        assertMisuse(unknown("auc_roc"), () -> result("auc_roc >= 0.5"));
    }

    @Test
    void aSliceColumnMayBeCalledByANumber() {
        List<String> values = IntStream.range(0, 4000)
                .mapToObj(row -> row % 2 == 0 ? "even" : "odd")
                .toList();
        ModelResult model = judged(
                ROWS.set().slice("2023", values).build(),
                "accuracy@2023 >= 0",
                "roc_auc@2023=odd >= 0",
                "mcc@ 2023 >= -1");
        assertEquals(
                List.of(
                        "accuracy@2023=even >= 0",
                        "accuracy@2023=odd >= 0",
                        "roc_auc@2023=odd >= 0",
                        "mcc@2023=even >= -1",
                        "mcc@2023=odd >= -1"),
                model.gates().stream().map(GateResult::rule).toList());
    }

    @Test
    void nothingIsWorseByAMetricThatIsBestBetweenItsEnds() {
        Evaluator.Builder slope = Evaluator.of(ROWS.set().build()).metrics("calibration_slope");
        String sentence = "Gate \"calibration_slope no-worse-than baseline by 0.1\" cannot be decided: the ideal of"
                + " calibration_slope lies between its ends, so no model is worse by it. If it has an interval, bound it"
                + " from both sides instead, with >= and <=.";
        Gates gates = Gates.of("calibration_slope no-worse-than baseline by 0.1");
        assertMisuse(sentence, () -> slope.judgedBy(gates).build().full(ROWS.candidate(), ROWS.baseline()));
        EvaluationResult unjudged = Evaluator.of(ROWS.set().build())
                .metrics("calibration_slope")
                .build()
                .full(ROWS.candidate(), ROWS.baseline());
        assertMisuse(sentence, () -> gates.judge(unjudged));
    }

    @Test
    void aResultIsJudgedOnlyByWhatItHolds() {
        EvaluationResult result = result("roc_auc >= 0.5");
        assertMisuse(
                "Gate \"sharpness >= 0.5\" reads sharpness, which the result does not hold; it holds "
                        + result.model().metrics().keySet() + ".",
                () -> Gates.of("sharpness >= 0.5").judge(result));
        assertMisuse(
                "Gate \"roc_auc no-worse-than baseline by 0\" reads a comparison, but the result has no baseline.",
                () -> Gates.of("roc_auc no-worse-than baseline by 0").judge(result));
    }

    @Test
    void aResultIsNotJudgedByColumnsItIsNotSlicedBy() {
        EvaluationResult sliced = new EvaluationResult(
                Optional.empty(), List.of(sliced("roc_auc >= 0.5")), TIME, PROVENANCE, Optional.empty());
        assertMisuse(
                "Gate \"roc_auc@prt >= 0.5\" names slices of column \"prt\", but the result is not sliced by it. Did you"
                        + " mean \"part\"? Slice columns: part.",
                () -> Gates.of("roc_auc@prt >= 0.5").judge(sliced));
        assertMisuse(
                "Gate \"roc_auc@part=most >= 0.5\" names slices of column \"part\", but the result is not sliced by it."
                        + " Slice columns: none.",
                () -> Gates.of("roc_auc@part=most >= 0.5").judge(result("roc_auc >= 0.5")));
    }

    @Test
    void judgingAgainForgetsTheJudgementBefore() {
        EvaluationResult once = new EvaluationResult(
                Optional.empty(), List.of(sliced("roc_auc@part >= 0.6")), TIME, PROVENANCE, Optional.empty());
        Gates same = Gates.of("roc_auc@part >= 0.6");
        assertEquals(once.models(), same.judge(once).models());
        ModelResult other = Gates.of("roc_auc >= 0.9").judge(once).model();
        assertEquals(1, other.gates().size());
        assertTrue(other.warnings().stream().noneMatch(notice -> notice.code().equals("NOT_GATED")));
        assertEquals(Optional.of(Verdict.FAIL), other.verdict());
    }

    private static EvaluationSet slicedSet() {
        List<String> values = IntStream.range(0, 4000)
                .mapToObj(row -> row % 40 < 27 ? "most" : row % 40 < 39 ? "some" : "few")
                .toList();
        return ROWS.set().slice("part", values).build();
    }

    private static ModelResult sliced(String... rules) {
        return judged(slicedSet(), rules);
    }

    private static ModelResult judged(EvaluationSet set, String... rules) {
        return Evaluator.of(set)
                .judgedBy(Gates.of(rules))
                .build()
                .evaluate(TIER, List.of(ROWS.candidate()), Optional.empty())
                .model();
    }

    private static ModelResult compared(EvaluationSet set, Scores candidate, Scores baseline, String rule) {
        return Evaluator.of(set)
                .judgedBy(Gates.of(rule))
                .build()
                .evaluate(TIER, List.of(candidate), Optional.of(baseline))
                .model();
    }

    private static EvaluationResult result(String... rules) {
        return Evaluator.of(ROWS.set().build())
                .judgedBy(Gates.of(rules))
                .build()
                .evaluate(TIER, List.of(ROWS.candidate()), Optional.empty());
    }

    private static GateResult only(String rule) {
        return result(rule).model().gates().get(0);
    }

    private static String unknown(String name) {
        return "There is no metric \"" + name + "\". Did you mean \"roc_auc\"? Metrics of binary predictions: "
                + Known.binaryMetrics() + ".";
    }
}
