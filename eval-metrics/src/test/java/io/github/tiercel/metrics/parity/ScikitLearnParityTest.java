package io.github.tiercel.metrics.parity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.Task;
import io.github.tiercel.metrics.parity.Oracle.CaseColumns;
import io.github.tiercel.metrics.parity.Oracle.Reply;
import io.github.tiercel.metrics.registry.MetricFamily;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * On random data with ties, weights, rare and absent classes every metric is what scikit-learn says it is, but for the
 * differences that are listed. A small part runs in every build; the profile "parity" compares 200,000 values.
 */
class ScikitLearnParityTest {

    /** How many times as many cases as in every build. */
    private static final int TIMES = Integer.getInteger("tiercel.parity", 1);

    private static final int VALUES_PER_TIME = 5_000;

    @TempDir
    private static Path folder;

    private static final Comparison COMPARISON = new Comparison(Difference.FROM_SCIKIT_LEARN);

    @BeforeAll
    static void compare() {
        List<RandomCases<?>> cases = List.of(
                RandomCases.binary(72 * TIMES),
                RandomCases.multiclass(64 * TIMES),
                RandomCases.regression(96 * TIMES),
                RandomCases.ranking(60 * TIMES));
        Map<String, List<CaseColumns>> byTask = new LinkedHashMap<>();
        cases.forEach(some -> byTask.put(some.family().task().spelling(), some.columns()));
        Reply reply = Oracle.SCIKIT_LEARN.askOrSkip(folder, byTask);
        for (int task = 0; task < cases.size(); task++) {
            COMPARISON.add(cases.get(task), reply.answers().get(task));
        }
        System.out.println(reply.versions() + ": " + COMPARISON);
    }

    @Test
    void noValueDiffersUnlessListed() {
        assertEquals("", COMPARISON.unexplained());
    }

    @Test
    void enoughValuesAreCompared() {
        assertTrue(COMPARISON.agreements() >= VALUES_PER_TIME * TIMES, COMPARISON::toString);
    }

    @Test
    void everyListedDifferenceOccurs() {
        assertEquals(Set.of(), COMPARISON.unseen());
    }

    @Test
    void everyMetricIsComparedOrHasNoCounterpart() {
        Set<String> neither = new TreeSet<>();
        for (Task task : Task.values()) {
            MetricFamily.of(task).all().stream()
                    .map(metric -> task.spelling() + " " + metric.name())
                    .filter(name -> !COMPARISON.metrics().contains(name))
                    .forEach(neither::add);
        }
        assertEquals(
                DifferencesPage.withoutCounterpart(),
                neither,
                "compare new metrics in scikit_learn.py, or list them in docs/differences-from-scikit-learn.md");
        assertEquals(Set.of(), COMPARISON.unknown(), "names of scikit_learn.py that Tiercel does not know");
    }
}
