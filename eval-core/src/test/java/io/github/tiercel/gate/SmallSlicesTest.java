package io.github.tiercel.gate;

import static io.github.tiercel.data.Thrown.assertMisuse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.Simulated;
import io.github.tiercel.evaluation.Slicing;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.GateResult;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.Notice;
import io.github.tiercel.result.Verdict;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Slices of few rows are left out of a result, but never out of the sight of its gates. */
class SmallSlicesTest {

    private static final int ROWS = 2000;
    private static final Simulated WORLD = Simulated.rows(ROWS, 0.5, 3);

    /** Of 1,000, 990, 7 and 3 rows. */
    private static String city(int row) {
        if (row < 1000) {
            return "Rome";
        }
        return row < 1990 ? "Oslo" : row < 1997 ? "Brno" : "Wick";
    }

    @Test
    void theyAreCounted() {
        ModelResult model = evaluate(Slicing.all().minRows(10)).model();
        assertEquals(List.of("Rome", "Oslo"), listed(model));
        assertEquals(
                List.of(new Notice(
                        "SMALL_SLICES",
                        "2 of 4 slices by \"city\", of 10 rows in all, have fewer than 10 rows and are left out.")),
                model.warnings().stream()
                        .filter(notice -> notice.code().equals("SMALL_SLICES"))
                        .toList());
        assertEquals(
                List.of("Rome", "Oslo", "Brno", "Wick"),
                listed(evaluate(Slicing.all()).model()));
    }

    @Test
    void aSliceThatAGateNamesStays() {
        ModelResult model =
                evaluate(Slicing.all().minRows(10), "accuracy@city=Wick >= 0.5").model();
        assertEquals(List.of("Rome", "Oslo", "Wick"), listed(model));
        GateResult gate = model.gates().get(0);
        assertEquals(Verdict.INCONCLUSIVE, gate.verdict());
        assertEquals(3, gate.rows());
    }

    @Test
    void slicesWithEnoughRowsToBeJudgedStay() {
        ModelResult model =
                evaluate(Slicing.all().minRows(995), "accuracy@city >= 0.5").model();
        assertEquals(List.of("Rome", "Oslo"), listed(model));
        assertEquals(2, model.gates().size());
        assertEquals(
                List.of("Rome"), listed(evaluate(Slicing.all().minRows(995)).model()));
    }

    @Test
    void aMistypedValueIsStillOne() {
        assertMisuse(
                "Gate \"accuracy@city=Wikc >= 0.5\" names the slice \"Wikc\", which no evaluated row belongs to. Did you"
                        + " mean \"Wick\"? Name a value of the column.",
                () -> evaluate(Slicing.all(), "accuracy@city=Wikc >= 0.5"));
    }

    @Test
    void aMistypedValueIsOneAlsoWhereOthersAreLeftOut() {
        assertMisuse(
                "Gate \"accuracy@city=Olso >= 0.5\" names the slice \"Olso\", which no evaluated row belongs to. Did you"
                        + " mean \"Oslo\"? Name a value of the column.",
                () -> evaluate(Slicing.all().minRows(10), "accuracy@city=Olso >= 0.5"));
        assertMisuse(
                "Gate \"accuracy@city=Rmoe >= 0.5\" names the slice \"Rmoe\", which no evaluated row belongs to. Did you"
                        + " mean \"Rome\"? Name a value of the column.",
                () -> evaluate(Slicing.all().minRows(ROWS), "accuracy@city=Rmoe >= 0.5"));
    }

    @Test
    void theLargestSliceOfAGatedColumnStays() {
        EvaluationResult result = Evaluator.of(WORLD.set()
                        .slice(
                                "row",
                                IntStream.range(0, ROWS)
                                        .mapToObj(row -> "r" + row / 4)
                                        .toList())
                        .build())
                .metrics("accuracy")
                .replicates(0)
                .slicing(Slicing.all().minRows(100))
                .judgedBy(Gates.of("accuracy@row >= 0.5"))
                .build()
                .full(WORLD.candidate());
        assertEquals(List.of("r0"), listed(result.model()));
        assertTrue(result.model().lacksSlicesBy("row"));
        GateResult gate = result.model().gates().get(0);
        assertEquals(Verdict.INCONCLUSIVE, gate.verdict());
        assertEquals("no value has 50 positive rows", gate.reason());
    }

    @Test
    void aMistypedColumnIsOneThoughAnotherLostSlices() {
        EvaluationResult stored = evaluate(Slicing.all().minRows(10));
        assertMisuse(
                "Gate \"accuracy@ctiy >= 0.5\" names slices of column \"ctiy\", but the result is not sliced by it. Did"
                        + " you mean \"city\"? Slice columns: city.",
                () -> later(stored, "accuracy@ctiy >= 0.5"));
    }

    @Test
    void aLaterGateOnASliceThatWasLeftOutIsOpen() {
        EvaluationResult stored = evaluate(Slicing.all().minRows(10));
        GateResult gate = later(stored, "accuracy@city=Wick >= 0.5");
        assertEquals(Verdict.INCONCLUSIVE, gate.verdict());
        assertEquals(
                "the result lists no such slice; those of few rows were left out of it, unless a gate read them",
                gate.reason());
        EvaluationResult none = evaluate(Slicing.all().minRows(ROWS));
        assertEquals(List.of(), listed(none.model()));
        assertEquals(Verdict.INCONCLUSIVE, later(none, "accuracy@city >= 0.5").verdict());
    }

    private static GateResult later(EvaluationResult stored, String rule) {
        return Gates.of(rule).judge(stored).model().gates().get(0);
    }

    private static List<String> listed(ModelResult model) {
        return model.slices().stream().map(slice -> slice.value()).toList();
    }

    private static EvaluationResult evaluate(Slicing slicing, String... rules) {
        Evaluator.Builder builder = Evaluator.of(WORLD.set()
                        .slice(
                                "city",
                                IntStream.range(0, ROWS)
                                        .mapToObj(SmallSlicesTest::city)
                                        .toList())
                        .build())
                .metrics("accuracy")
                .replicates(0)
                .slicing(slicing);
        if (rules.length > 0) {
            builder.judgedBy(Gates.of(rules));
        }
        return builder.build().full(WORLD.candidate());
    }
}
