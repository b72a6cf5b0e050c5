package io.github.tiercel.evaluation;

import static io.github.tiercel.data.Thrown.assertBadData;
import static io.github.tiercel.data.Thrown.assertMisuse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Scores;
import io.github.tiercel.gate.Gates;
import io.github.tiercel.metrics.compare.Difference;
import io.github.tiercel.metrics.compare.UnpairedDifference;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.GateResult;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.Notice;
import io.github.tiercel.result.SliceResult;
import io.github.tiercel.result.SliceSearch;
import io.github.tiercel.result.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunComparisonTest {

    private static final String WHY = "The rows are gone. Keep them next time.";
    private static final Simulated OURS = Simulated.rows(1500, 0.25, 1);
    private static final Simulated THEIRS = Simulated.rows(900, 0.25, 2);

    private static EvaluationResult run(EvaluationSet set, Scores... models) {
        return Evaluator.of(set).replicates(0).build().evaluate(Tier.full(), List.of(models), Optional.empty());
    }

    /** Two large slices and one of 40 rows; every run has its own last value. */
    private static EvaluationSet sliced(Simulated rows, String last) {
        List<String> values = IntStream.range(0, rows.labels().length)
                .mapToObj(row -> row < 40 ? last : row % 2 == 0 ? "de" : "fr")
                .toList();
        return rows.set().build().withSlice("country", values);
    }

    private static EvaluationResult candidate() {
        return run(sliced(OURS, "li"), OURS.candidate());
    }

    private static EvaluationResult baseline() {
        return run(sliced(THEIRS, "at"), THEIRS.baseline());
    }

    private static EvaluationResult compared() {
        return RunComparison.of(candidate(), baseline()).unpaired(WHY);
    }

    private static Difference of(Map<String, Difference> differences, String metric) {
        return Objects.requireNonNull(differences.get(metric), metric);
    }

    private static List<String> texts(EvaluationResult result, String code) {
        return result.model().warnings().stream()
                .filter(notice -> notice.code().equals(code))
                .map(Notice::text)
                .toList();
    }

    @Test
    void theCandidateIsComparedWithTheOtherRunsModel() {
        ModelResult model = compared().model();
        assertEquals(candidate().model().metrics(), model.metrics());
        assertEquals("baseline", model.baseline().orElseThrow().name());
        assertEquals(
                baseline().model().metrics(), model.baseline().orElseThrow().metrics());
        assertEquals(model.metrics().keySet(), model.comparison().keySet());
        model.comparison().forEach((metric, difference) -> {
            assertFalse(difference.paired(), metric);
            assertEquals(
                    UnpairedDifference.of(
                            candidate().model().metric(metric),
                            baseline().model().metric(metric)),
                    difference);
        });
    }

    @Test
    void aNoticeSaysWhyNoRowsWerePaired() {
        assertEquals(
                List.of(
                        "The differences from baseline are unpaired. The rows are gone. Keep them next time. Errors count"
                                + " as independent, so models on the same rows look less clearly apart than they are, and there"
                                + " are no p-values."),
                texts(compared(), "UNPAIRED"));
        assertEquals(List.of(), texts(compared(), "OTHER_SETTINGS"));
    }

    @Test
    void slicesOfBothRunsAreCompared() {
        Map<String, Map<String, Difference>> byValue = compared().model().slices().stream()
                .collect(Collectors.toMap(SliceResult::value, SliceResult::comparison));
        assertEquals(Map.of(), byValue.get("li"));
        Difference difference = of(Objects.requireNonNull(byValue.get("de")), "roc_auc");
        assertFalse(difference.paired());
        assertTrue(difference.interval().orElseThrow().width()
                > of(compared().model().comparison(), "roc_auc")
                        .interval()
                        .orElseThrow()
                        .width());
    }

    @Test
    void onlyMetricsOfBothAreCompared() {
        EvaluationResult few =
                Evaluator.of(THEIRS.set().build()).metrics("log_loss").build().full(THEIRS.baseline());
        ModelResult model = RunComparison.of(candidate(), few).unpaired(WHY).model();
        assertEquals(List.of("log_loss"), List.copyOf(model.comparison().keySet()));
        assertTrue(model.metrics().containsKey("roc_auc"));
    }

    @Test
    void gatesReadTheUnpairedInterval() {
        EvaluationResult judged = Gates.of(
                        "roc_auc no-worse-than baseline by 0.2",
                        "roc_auc no-worse-than baseline by 0",
                        "log_loss no-worse-than baseline by 0.2",
                        "roc_auc@country no-worse-than baseline by 0.2")
                .judge(compared());
        List<GateResult> gates = judged.model().gates();
        assertEquals(Verdict.PASS, gates.get(0).verdict());
        assertEquals(
                "the whole unpaired interval satisfies the rule", gates.get(0).reason());
        assertEquals(Verdict.INCONCLUSIVE, gates.get(1).verdict());
        assertEquals(
                "the unpaired interval spans the limit, so it cannot decide; a paired one is narrower where models saw"
                        + " the same rows",
                gates.get(1).reason());
        assertEquals(OptionalLong.empty(), gates.get(1).rowsNeeded());
        assertEquals(
                of(compared().model().comparison(), "roc_auc").interval(),
                gates.get(1).interval());
        assertEquals(Verdict.PASS, gates.get(2).verdict());
        assertEquals(
                List.of("roc_auc@country=de", "roc_auc@country=fr"),
                gates.subList(3, 5).stream()
                        .map(gate -> gate.rule().substring(0, gate.rule().indexOf(' ')))
                        .toList());
    }

    @Test
    void aWorseModelFailsByTheUnpairedIntervalToo() {
        double[] reversed = Arrays.stream(OURS.scores()).map(score -> 1 - score).toArray();
        EvaluationResult bad = run(OURS.set().build(), Scores.of("reversed", reversed));
        GateResult gate = Gates.of("roc_auc no-worse-than baseline by 0.01")
                .judge(RunComparison.of(bad, baseline()).unpaired(WHY))
                .model()
                .gates()
                .get(0);
        assertEquals(Verdict.FAIL, gate.verdict(), gate::line);
        assertEquals("no value in the unpaired interval satisfies the rule", gate.reason());
    }

    /** Fifty positive rows would be enough to judge it. */
    @Test
    void aSliceThatTheBaselineLacksIsNotJudged() {
        EvaluationSet other = THEIRS.set()
                .build()
                .withSlice(
                        "country", IntStream.range(0, 900).mapToObj(row -> "at").toList());
        EvaluationResult compared =
                RunComparison.of(candidate(), run(other, THEIRS.baseline())).unpaired(WHY);
        GateResult gate = Gates.of("roc_auc@country=de no-worse-than baseline by 0.5")
                .judge(compared)
                .model()
                .gates()
                .get(0);
        assertEquals(Verdict.INCONCLUSIVE, gate.verdict());
        assertEquals("the baseline was not evaluated on such a slice", gate.reason());
    }

    @Test
    void whatGatesSaidOfTheCandidateAloneIsLeftOut() {
        EvaluationResult judged =
                Gates.of("roc_auc >= 0.99", "roc_auc@country >= 0.1").judge(candidate());
        assertEquals(Optional.of(Verdict.FAIL), judged.verdict());
        assertTrue(!texts(judged, "NOT_GATED").isEmpty());
        EvaluationResult compared = RunComparison.of(judged, baseline()).unpaired(WHY);
        assertEquals(Optional.empty(), compared.verdict());
        assertEquals(List.of(), compared.model().gates());
        assertEquals(List.of(), texts(compared, "NOT_GATED"));
    }

    @Test
    void foldsAndWorseSlicesOfTheCandidateStay() {
        EvaluationSet folded = OURS.set()
                .slice(
                        "country",
                        IntStream.range(0, 1500).mapToObj(row -> "c" + row % 3).toList())
                .folds(
                        "fold",
                        IntStream.range(0, 1500).mapToObj(row -> "f" + row % 4).toList())
                .build();
        ModelResult alone = Evaluator.of(folded)
                .metrics("log_loss")
                .replicates(0)
                .slicing(Slicing.all().searching("log_loss"))
                .build()
                .evaluate(Tier.full(), List.of(OURS.candidate()), Optional.of(OURS.baseline()))
                .model();
        EvaluationResult run = candidate().withModels(List.of(alone));
        ModelResult compared = RunComparison.of(run, baseline()).unpaired(WHY).model();
        assertTrue(alone.folds().isPresent());
        assertEquals(alone.folds(), compared.folds());
        SliceSearch search = compared.sliceSearch().orElseThrow();
        assertEquals(alone.sliceSearch().orElseThrow().worseThanRest(), search.worseThanRest());
        assertTrue(alone.sliceSearch().orElseThrow().worseThanBaseline().isPresent());
        assertEquals(Optional.empty(), search.worseThanBaseline());
    }

    @Test
    void aComparisonIsComparedAnewWithoutItsOldNotices() {
        EvaluationResult before = RunComparison.of(candidate(), baseline()).unpaired("Long ago.");
        EvaluationResult again = RunComparison.of(before, baseline()).unpaired(WHY);
        assertEquals(compared().model(), again.model());
    }

    @Test
    void settingsThatChangeWhatAMetricMeansAreTold() {
        EvaluationResult strict = Evaluator.of(THEIRS.set().build())
                .threshold(0.75)
                .replicates(0)
                .build()
                .full(THEIRS.baseline());
        assertEquals(
                List.of(
                        "The runs differ in threshold, which metrics of decisions depend on: 0.5 in the candidate's, 0.75"
                                + " in the baseline's."),
                texts(RunComparison.of(candidate(), strict).unpaired(WHY), "OTHER_SETTINGS"));
    }

    @Test
    void oneOfSeveralBaselinesIsNamed() {
        EvaluationResult both = run(THEIRS.set().build(), THEIRS.baseline(), THEIRS.candidate());
        ModelResult model = RunComparison.of(candidate(), both, "candidate")
                .calling("candidate (before)")
                .unpaired(WHY)
                .model();
        assertEquals("candidate (before)", model.baseline().orElseThrow().name());
        assertEquals(
                both.model("candidate").metrics(),
                model.baseline().orElseThrow().metrics());
        assertMisuse(
                "The baseline's run holds 2 models, and one is compared with. Name one of baseline, candidate.",
                () -> RunComparison.of(candidate(), both));
        assertMisuse(
                "there is no model \"x\" in this result; it holds [baseline, candidate]",
                () -> RunComparison.of(candidate(), both, "x"));
    }

    @Test
    void everyModelOfTheCandidatesRunIsCompared() {
        EvaluationResult both = run(OURS.set().build(), OURS.candidate(), OURS.baseline());
        EvaluationResult compared = RunComparison.of(both, baseline()).unpaired(WHY);
        assertEquals(2, compared.models().size());
        compared.models()
                .forEach(model -> assertFalse(of(model.comparison(), "roc_auc").paired(), model.model()));
    }

    @Test
    void runsOfDifferentQuestionsAreRefused() {
        double[] numbers = {1, 2, 3, 4};
        EvaluationResult regression =
                run(EvaluationSet.regression(numbers).build(), Scores.of("mean", new double[] {2, 2, 3, 3}));
        assertBadData(
                "The runs differ in their task: the candidate's is binary, the baseline's regression. Only runs of one"
                        + " question can be compared.",
                () -> RunComparison.of(candidate(), regression));
        EvaluationResult cats = classes(List.of("cat", "dog"));
        EvaluationResult cows = classes(List.of("cat", "cow"));
        assertBadData(
                "The runs differ in their classes: the candidate's is \"cat\", \"dog\", the baseline's \"cat\", \"cow\"."
                        + " Only runs of one question can be compared.",
                () -> RunComparison.of(cats, cows));
        EvaluationResult late = positive("late");
        assertBadData(
                "The runs differ in their positive class: the candidate's is \"late\", the baseline's \"early\". Only"
                        + " runs of one question can be compared.",
                () -> RunComparison.of(late, positive("early")));
    }

    @Test
    void classesInAnotherOrderAreTheSame() {
        ModelResult model = RunComparison.of(classes(List.of("cat", "dog")), classes(List.of("dog", "cat")))
                .unpaired(WHY)
                .model();
        assertEquals(model.metrics().keySet(), model.comparison().keySet());
    }

    @Test
    void aCommaInTheNameOfAClassPartsNothing() {
        assertBadData(
                "The runs differ in their classes: the candidate's is \"a, b\", \"c\", the baseline's \"a\", \"b, c\"."
                        + " Only runs of one question can be compared.",
                () -> RunComparison.of(classes(List.of("a, b", "c")), classes(List.of("a", "b, c"))));
    }

    private static EvaluationResult classes(List<String> names) {
        double[][] scores = {{0.9, 0.2, 0.4, 0.7}, {0.1, 0.8, 0.6, 0.3}};
        return run(
                EvaluationSet.multiclass(new int[] {0, 1, 1, 0}, names).build(),
                Scores.ofClasses("model", names, scores));
    }

    private static EvaluationResult positive(String name) {
        EvaluationResult run = candidate();
        return run.traced(run.time(), run.provenance().withSetting("positive", name));
    }
}
