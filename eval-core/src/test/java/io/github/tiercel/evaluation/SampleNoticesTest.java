package io.github.tiercel.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Scores;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.EstimateFlag;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.Notice;
import io.github.tiercel.result.SliceResult;
import io.github.tiercel.sampling.Strata;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is said of a sample in which some strata, slices or groups are few or missing. */
class SampleNoticesTest {

    private static final int ROWS = 4_000;
    private static final Simulated SIMULATED = Simulated.rows(ROWS, 0.1, 1);

    @Test
    void allRowsAreNoSample() {
        EvaluationSet set = set(row -> "value " + row / 2);
        assertEquals(List.of(), codes(evaluate(set, SIMULATED.candidate(), ROWS)));
    }

    @Test
    void aSampleLargerThanTheDataIsAllRowsAndSaidToBe() {
        EvaluationSet set = set(row -> "value " + row % 4);
        assertEquals(
                List.of(new Notice(
                        "ALL_ROWS",
                        "100,000 rows were asked for, but there are 4,000. All rows are used; the fast and the full tier are"
                                + " then the same.")),
                evaluate(set, SIMULATED.candidate(), 100_000).warnings());
        assertEquals(List.of(), evaluate(set, SIMULATED.candidate(), ROWS).warnings());
    }

    @Test
    void aSampleWithRowsOfEverySliceNeedsNoNotice() {
        ModelResult sample = evaluate(set(row -> "value " + row % 4), SIMULATED.candidate(), 1024);
        assertEquals(List.of(), codes(sample));
        assertEquals(4, sample.slices().size());
    }

    @Test
    void slicesWithoutASampledRowAreNamed() {
        EvaluationSet set = set(row -> row < 3 ? "rare " + row : "common");
        ModelResult sample = evaluate(set, SIMULATED.candidate(), 128);
        Set<String> shown = sample.slices().stream().map(SliceResult::value).collect(Collectors.toSet());
        assertEquals(Set.of("common"), shown);
        assertEquals(
                List.of(new Notice(
                        "SLICES_NOT_DRAWN",
                        "3 values of \"place\" have no row in the sample and no slice here: \"rare 0\", \"rare 1\","
                                + " \"rare 2\". Evaluate more rows to see them.")),
                notices(sample));
    }

    @Test
    void everyValueIsEitherASliceOrCountedAsMissing() {
        EvaluationSet set = set(row -> "value " + row / 4);
        ModelResult sample = evaluate(set, SIMULATED.candidate(), 1024);
        int missing = ROWS / 4 - sample.slices().size();
        assertTrue(missing > 5, () -> "missing " + missing);
        String text = notices(sample).get(0).text();
        assertTrue(text.startsWith(missing + " values of \"place\" have no row in the sample"), text);
        assertTrue(text.endsWith(" and " + (missing - 5) + " others. Evaluate more rows to see them."), text);
    }

    @Test
    void aSliceWithFewPositivesIsMarkedAndOneWithNoneIsUndefined() {
        boolean[] labels = SIMULATED.labels();
        EvaluationSet set = set(row -> labels[row] ? row % 20 == 0 ? "few" : "only" : row % 2 == 0 ? "few" : "none");
        ModelResult sample = evaluate(set, SIMULATED.candidate(), 1024);
        assertTrue(slice(sample, "few").positives().orElseThrow() < 25);
        for (Estimate estimate : slice(sample, "few").metrics().values()) {
            assertTrue(estimate.flags().contains(EstimateFlag.SMALL_SAMPLE), estimate.metric());
        }
        assertEquals(Optional.of(0), slice(sample, "none").positives());
        Estimate none = Objects.requireNonNull(slice(sample, "none").metrics().get("roc_auc"));
        assertEquals(Optional.empty(), none.population());
        assertTrue(none.value().reason().isPresent());
    }

    @Test
    void strataOfWhichFewRowsAreDrawnAreNamed() {
        int[] slices = IntStream.range(0, ROWS).map(row -> row % 100).toArray();
        List<String> names = IntStream.range(0, 100).mapToObj(i -> "s" + i).toList();
        boolean[] labels = SIMULATED.labels();
        int[] classes = IntStream.range(0, ROWS).map(row -> labels[row] ? 1 : 0).toArray();
        EvaluationSet set = SIMULATED
                .set()
                .ids(ids())
                .build()
                .withStrata(Strata.ofClassesAndSlices(classes, List.of("no", "yes"), slices, names));
        Notice notice = notices(evaluate(set, SIMULATED.candidate(), 500)).get(0);
        assertEquals("TINY_STRATA", notice.code());
        assertTrue(
                notice.text().contains(" strata have fewer than 5 rows in the sample and stand for ")
                        && notice.text().contains(": \"no & s0\", ")
                        && notice.text()
                                .endsWith(". The errors within them are rough. Evaluate more rows to know"
                                        + " them better."),
                notice.text());
    }

    @Test
    void aStratumTakenWholeIsNotTiny() {
        boolean[] labels = new boolean[ROWS];
        Arrays.fill(labels, 0, 2, true);
        EvaluationSet set = EvaluationSet.binary(labels).ids(ids()).build();
        assertEquals(List.of("SMALL_SAMPLE"), codes(evaluate(set, SIMULATED.candidate(), 1024)));
    }

    @Test
    void oneTinyStratumIsSpokenOfInTheSingular() {
        int[] classes = IntStream.range(0, ROWS).map(row -> row < 40 ? 1 : 0).toArray();
        EvaluationSet set =
                SIMULATED.set().ids(ids()).build().withStrata(Strata.ofClasses(classes, List.of("many", "few")));
        assertEquals(
                new Notice(
                        "TINY_STRATA",
                        "1 of 2 strata has fewer than 5 rows in the sample and stands for 40: \"few\". The errors within"
                                + " them are rough. Evaluate more rows to know them better."),
                notices(evaluate(set, SIMULATED.candidate(), 32)).stream()
                        .filter(notice -> notice.code().equals("TINY_STRATA"))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void strataThatWereMergedAreSpokenOf() {
        int[] classes = IntStream.range(0, ROWS).map(row -> row % 400).toArray();
        List<String> names = IntStream.range(0, 400).mapToObj(c -> "c" + c).toList();
        EvaluationSet set = SIMULATED.set().ids(ids()).build().withStrata(Strata.ofClasses(classes, names));
        assertEquals(
                new Notice(
                        "MERGED_STRATA",
                        "There are more classes or slices than the 256 strata a sample can have, so the 145 rarest share"
                                + " 1 stratum and some of them may be missing from the sample."),
                notices(evaluate(set, SIMULATED.candidate(), 2048)).stream()
                        .filter(notice -> notice.code().equals("MERGED_STRATA"))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void fewQueriesGetNoIntervalAndAreSpokenOf() {
        ModelResult sample =
                evaluate(SimulatedTasks.ranking(400).build(), SimulatedTasks.ofRelevance("m", 400, 1), 250);
        assertEquals(Optional.empty(), sample.metric("ndcg@10").population());
        assertTrue(notices(sample)
                .contains(new Notice(
                        "FEW_GROUPS",
                        "Only 25 queries are in the sample; below 30 no interval is given. Evaluate more rows to"
                                + " get one.")));
    }

    private static EvaluationSet set(IntFunction<String> slice) {
        List<String> values = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            values.add(slice.apply(row));
        }
        return SIMULATED.set().ids(ids()).slice("place", values).build();
    }

    private static long[] ids() {
        return IntStream.range(0, ROWS).mapToLong(row -> row).toArray();
    }

    private static ModelResult evaluate(EvaluationSet set, Scores scores, int rows) {
        return Evaluator.of(set)
                .build()
                .evaluate(Tier.fast().withRows(new SampleRows.Exactly(rows)), List.of(scores), Optional.empty())
                .model();
    }

    private static SliceResult slice(ModelResult model, String value) {
        return model.slices().stream()
                .filter(slice -> slice.value().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private static List<Notice> notices(ModelResult model) {
        return model.warnings().stream()
                .filter(notice -> !notice.code().equals("WITHOUT_RELEVANT"))
                .toList();
    }

    private static List<String> codes(ModelResult model) {
        return new TreeSet<>(notices(model).stream().map(Notice::code).toList())
                .stream().toList();
    }
}
