package io.github.tiercel.evaluation;

import static io.github.tiercel.data.Thrown.assertMisuse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Scores;
import io.github.tiercel.metrics.Borrowed;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.Notice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReferenceTest {

    private static final int ROWS = 20_000;
    private static final Simulated DATA = Simulated.rows(ROWS, 0.1, 11);
    private static final EvaluationSet SET = DATA.set().build();
    private static final Evaluator EVALUATOR = Evaluator.of(SET).build();
    private static final Tier LARGER = Tier.fast().withRows(new SampleRows.Exactly(4096));

    /** The candidate a few epochs earlier: less sure, and a little off. */
    private static final Scores EARLIER = Scores.of("epoch 5", earlier());

    private static final TierScores NOW = EVALUATOR.scores(Tier.full(), DATA.candidate());
    private static final Reference REFERENCE = EVALUATOR.reference(EVALUATOR.scores(Tier.full(), EARLIER));

    private static double[] earlier() {
        Random random = new Random(3);
        return IntStream.range(0, ROWS)
                .mapToDouble(row -> {
                    double odds = Math.log(DATA.scores()[row] / (1 - DATA.scores()[row]));
                    return 1 / (1 + Math.exp(-0.9 * odds - 0.05 * random.nextGaussian()));
                })
                .toArray();
    }

    @Test
    void estimatesOfASampleComeNearerToThoseOfAllRows() {
        ModelResult full = EVALUATOR.full(DATA.candidate()).model();
        for (Tier tier : List.of(Tier.fast(), LARGER)) {
            ModelResult plain = EVALUATOR.evaluate(tier, NOW).model();
            ModelResult borrowing = EVALUATOR.evaluate(tier, NOW, REFERENCE).model();
            assertEquals(plain.metrics().keySet(), borrowing.metrics().keySet());
            borrowing.metrics().forEach((name, estimate) -> {
                Estimate alone = plain.metric(name);
                if (estimate.borrowed().isPresent()) {
                    assertBorrowed(alone, estimate);
                    Interval fullSet = estimate.fullSet().orElseThrow();
                    assertTrue(fullSet.width() < alone.fullSet().orElseThrow().width(), name);
                    // One sample, looked at for some ten metrics: 1.7 half widths are 3.3 standard errors.
                    double value = full.metric(name).value().orNaN();
                    assertTrue(Math.abs(value - estimate.value().orNaN()) < 0.85 * fullSet.width(), name);
                } else {
                    assertEquals(alone, estimate);
                }
            });
            for (String name : List.of("log_loss", "roc_auc")) {
                double width = borrowing.metric(name).fullSet().orElseThrow().width();
                assertTrue(width < plain.metric(name).fullSet().orElseThrow().width() / 2, name);
            }
            assertEquals(plain.slices(), borrowing.slices());
            assertEquals(plain.warnings(), borrowing.warnings());
        }
    }

    private static void assertBorrowed(Estimate alone, Estimate estimate) {
        Borrowed borrowed = estimate.borrowed().orElseThrow();
        assertEquals("epoch 5", borrowed.reference());
        assertEquals(alone.value(), borrowed.value());
        assertEquals(alone.population(), borrowed.population());
        assertEquals(alone.fullSet(), borrowed.fullSet());
        assertEquals(alone.rows(), estimate.rows());
        assertTrue(borrowed.correlation() * borrowed.correlation() >= 0.5);
    }

    @Test
    void onAllRowsAReferenceChangesNothing() {
        ModelResult expected = EVALUATOR.full(DATA.candidate()).model();
        Tier all = Tier.fast().withRows(new SampleRows.Exactly(ROWS));
        assertEquals(expected, EVALUATOR.evaluate(Tier.full(), NOW, REFERENCE).model());
        assertEquals(
                EVALUATOR.evaluate(all, NOW).model(),
                EVALUATOR.evaluate(all, NOW, REFERENCE).model());
    }

    @Test
    void aModelThatIsItsOwnReferenceHasItsValueOnAllRows() {
        ModelResult full = EVALUATOR.full(DATA.candidate()).model();
        ModelResult own =
                EVALUATOR.evaluate(Tier.fast(), NOW, EVALUATOR.reference(NOW)).model();
        for (Map.Entry<String, Estimate> metric : own.metrics().entrySet()) {
            if (metric.getValue().borrowed().isPresent()) {
                assertEquals(
                        full.metric(metric.getKey()).value(), metric.getValue().value());
                assertEquals(0, metric.getValue().fullSet().orElseThrow().width());
            }
        }
        assertTrue(own.metric("log_loss").borrowed().isPresent());
    }

    @Test
    void whatAReferenceIsTooStaleForIsPlainAndSaid() {
        Random random = new Random(5);
        Scores unrelated = Scores.of(
                "epoch 0",
                IntStream.range(0, ROWS).mapToDouble(row -> random.nextDouble()).toArray());
        Reference stale = EVALUATOR.reference(EVALUATOR.scores(Tier.full(), unrelated));
        ModelResult plain = EVALUATOR.evaluate(Tier.fast(), NOW).model();
        ModelResult found = EVALUATOR.evaluate(Tier.fast(), NOW, stale).model();
        assertEquals(plain.metric("log_loss"), found.metric("log_loss"));
        List<Notice> notices = found.warnings().stream()
                .filter(notice -> notice.code().equals("STALE_REFERENCE"))
                .toList();
        assertEquals(1, notices.size());
        String text = notices.get(0).text();
        assertTrue(text.startsWith("\"epoch 0\" explains less than half of the variance of "), text);
        assertTrue(text.contains("log_loss"), text);
        assertTrue(text.endsWith(", so nothing is borrowed from it there. Evaluate a newer model in full."), text);
        ModelResult some = EVALUATOR
                .evaluate(Tier.fast(), NOW, stale.expectedToLend(Set.of("log_loss")))
                .model();
        assertEquals(found.metrics(), some.metrics());
        assertEquals(
                List.of("\"epoch 0\" explains less than half of the variance of log_loss, so nothing is borrowed from"
                        + " it there. Evaluate a newer model in full."),
                some.warnings().stream()
                        .filter(notice -> notice.code().equals("STALE_REFERENCE"))
                        .map(Notice::text)
                        .toList());
    }

    /** Scores that are no probabilities have no log-loss, and nothing of it to lend. */
    @Test
    void aReferenceWithoutAValueLendsNothing() {
        double[] logits = IntStream.range(0, ROWS)
                .mapToDouble(row -> 10 * DATA.scores()[row] - 2)
                .toArray();
        Reference reference = EVALUATOR.reference(EVALUATOR.scores(Tier.full(), Scores.of("logits", logits)));
        ModelResult found = EVALUATOR.evaluate(Tier.fast(), NOW, reference).model();
        assertEquals(Optional.empty(), found.metric("log_loss").borrowed());
        assertTrue(found.metric("roc_auc").borrowed().isPresent());
    }

    @Test
    void slicesAreNotBorrowedFor() {
        EvaluationSet sliced = DATA.set()
                .slice(
                        "half",
                        IntStream.range(0, ROWS).mapToObj(row -> "h" + row % 2).toList())
                .build();
        Evaluator evaluator = Evaluator.of(sliced).build();
        ModelResult found = evaluator
                .evaluate(
                        Tier.fast(),
                        evaluator.scores(Tier.full(), DATA.candidate()),
                        evaluator.reference(evaluator.scores(Tier.full(), EARLIER)))
                .model();
        assertEquals(2, found.slices().size());
        found.slices().forEach(slice -> slice.metrics()
                .values()
                .forEach(estimate -> assertFalse(estimate.borrowed().isPresent())));
    }

    @Test
    void aReferenceNeedsScoresOfAllRows() {
        assertMisuse(
                "A reference needs scores of all rows, but those of \"epoch 5\" are of a sample. Score the model for"
                        + " the full tier.",
                () -> EVALUATOR.reference(EVALUATOR.scores(Tier.fast(), EARLIER)));
    }

    @Test
    void aReferenceOfAnotherEvaluatorIsRefused() {
        Evaluator other = Evaluator.of(SET).threshold(0.2).build();
        assertMisuse(
                "The reference \"epoch 5\" belongs to another evaluator. Make it with reference(scores) of the"
                        + " evaluator that borrows from it.",
                () -> other.evaluate(Tier.fast(), NOW, REFERENCE));
    }
}
