package io.github.tiercel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.compare.Difference;
import io.github.tiercel.result.BaselineResult;
import io.github.tiercel.result.BinaryFindings;
import io.github.tiercel.result.ClassResult;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.MulticlassFindings;
import io.github.tiercel.result.RankingFindings;
import io.github.tiercel.result.SliceResult;
import io.github.tiercel.result.Support;
import io.github.tiercel.result.TaskFindings;
import io.github.tiercel.result.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class ResultTableProperties {

    @Provide
    Arbitrary<Long> seeds() {
        return AnyResult.seeds();
    }

    @Property(tries = 500, seed = "20261122")
    void everyResultHasATable(@ForAll("seeds") long seed, @ForAll @IntRange(min = 40, max = 200) int width) {
        String table = ResultTable.render(AnyResult.of(seed), width, Style.PLAIN);
        assertTrue(table.endsWith("\n"), table);
        table.lines().forEach(line -> assertEquals(DisplayText.escaped(line), line));
        assertEquals(table.chars().filter(c -> c == '\n').count(), table.lines().count());
    }

    @Property(tries = 200, seed = "20261126")
    void positivesAreSaidOfNoOtherTask(@ForAll("seeds") long seed) {
        AnyResult.of(seed)
                .models()
                .forEach(model -> assertEquals(
                        model.binary().isPresent(), EvidenceText.of(model).contains("positive")));
    }

    @Property(tries = 300, seed = "20261123")
    void anyNameActsLikePlainLettersOfItsWidth(
            @ForAll("seeds") long seed, @ForAll @IntRange(min = 40, max = 200) int width) {
        String name = "n" + AnyResult.text(seed);
        String letters = DisplayText.escaped(name)
                .codePoints()
                .mapToObj(Character::toString)
                // Rules of gates break between words.
                .map(one -> one.equals(" ") ? one : List.of("", "x", "字").get(DisplayText.width(one)))
                .collect(Collectors.joining());
        assertEquals(lines(letters, width), lines(name, width));
    }

    private static long lines(String name, int width) {
        return ResultTable.render(named(name, 0.7, 0.01), width, Style.PLAIN)
                .lines()
                .count();
    }

    @Property(tries = 300, seed = "20261124")
    void linesKeepTheWidth(
            @ForAll("seeds") long seed,
            @ForAll @DoubleRange(min = 0, max = 1) double value,
            @ForAll @DoubleRange(min = 1e-5, max = 0.3) double margin,
            @ForAll @IntRange(min = 80, max = 200) int width) {
        String table = ResultTable.render(named("n" + AnyResult.text(seed), value, margin), width, Style.PLAIN);
        table.lines().forEach(line -> assertTrue(DisplayText.width(line) <= width, () -> width + ":\n" + table));
    }

    @Property(tries = 200, seed = "20261125")
    void coloursChangeNoCharacter(@ForAll("seeds") long seed) {
        EvaluationResult result = AnyResult.of(seed);
        String coloured = ResultTable.render(result, 100, Style.COLOUR);
        assertEquals(ResultTable.render(result, 100, Style.PLAIN), coloured.replaceAll("\u001b\\[[0-9]*m", ""));
    }

    /** Models of three tasks that use one name wherever a name from data may stand. */
    private static EvaluationResult named(String name, double value, double margin) {
        Estimate estimate = HandMadeParts.estimate(name, value, value - margin, value + margin);
        Map<String, Estimate> rates = Map.of("precision", estimate, "recall", estimate, "f1", estimate);
        return HandMade.of(
                named(name, estimate, BinaryFindings.of(450_000)),
                named(
                        name,
                        estimate,
                        MulticlassFindings.of(
                                List.of(
                                        new ClassResult(name, 450_000, rates),
                                        new ClassResult("other", 450_000, rates)),
                                HandMadeTasks.confusion(
                                        List.of(name, "other"), new double[][] {{300_000, 150_000}, {0.5, 449_999}}))),
                named(name, estimate, RankingFindings.of(450_000, 225_000)));
    }

    private static ModelResult named(String name, Estimate estimate, TaskFindings findings) {
        double value = estimate.value().orNaN();
        double margin = estimate.population().orElseThrow().width() / 2;
        Difference difference = HandMadeParts.difference(name, Direction.HIGHER_IS_BETTER, value, -margin, value, 0.5);
        return new ModelResult(
                name,
                "full",
                900_000,
                1_000_000,
                Map.of(name, estimate),
                findings,
                List.of(new SliceResult(
                        name,
                        name,
                        450_000,
                        new Support(Support.Unit.POSITIVES, 225_000),
                        Map.of(name, estimate),
                        Map.of())),
                Optional.of(new BaselineResult(name, Map.of(name, estimate))),
                Map.of(name, difference),
                List.of(HandMadeParts.gate(
                        name, Verdict.FAIL, value, value - margin, value + margin, 0.9, OptionalLong.empty(), "why")),
                List.of());
    }
}
