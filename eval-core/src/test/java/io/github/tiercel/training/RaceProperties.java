package io.github.tiercel.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.Scores;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.Simulated;
import io.github.tiercel.result.RaceEntry;
import io.github.tiercel.result.RaceResult;
import io.github.tiercel.result.RaceStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class RaceProperties {

    private static final int ROWS = 5_000;
    private static final Simulated DATA = Simulated.rows(ROWS, 0.3, 8);
    private static final Evaluator EVALUATOR = Evaluator.of(DATA.set().build()).build();

    @Property(tries = 60, seed = "71")
    void everyCandidateHasOneEntryThatSaysWhyItLeft(
            @ForAll @Size(min = 2, max = 6) List<@DoubleRange(max = 2) Double> blurs,
            @ForAll @IntRange(min = 6_144, max = 30_000) int budget) {
        List<Scores> candidates = candidates(blurs);
        RaceResult race = race().rowBudget(budget).runScores(candidates);
        assertEquals(
                candidates.stream().map(Scores::model).sorted().toList(),
                race.entries().stream().map(RaceEntry::model).sorted().toList());
        assertTrue(race.rowsScored() <= Math.min(budget, race.rowsOfAll()));
        assertEquals(
                race.rowsScored(),
                race.entries().stream().mapToLong(RaceEntry::rows).sum());
        int most = race.entries().stream().mapToInt(RaceEntry::rows).max().orElseThrow();
        for (RaceEntry entry : race.entries()) {
            assertTrue(!entry.status().isLeft() || entry.rows() == most, entry.toString());
            boolean worse =
                    entry.comparison().filter(known -> known.upper() < 0).isPresent();
            assertEquals(entry.status() == RaceStatus.DROPPED, worse, entry.toString());
        }
    }

    @Property(tries = 40, seed = "72")
    void theOrderOfCandidatesDoesNotMatter(
            @ForAll @Size(min = 2, max = 6) List<@DoubleRange(max = 2) Double> blurs, @ForAll Random random) {
        List<Scores> candidates = candidates(blurs);
        List<Scores> others = new ArrayList<>(candidates);
        Collections.shuffle(others, random);
        assertEquals(
                race().runScores(candidates).entries(), race().runScores(others).entries());
    }

    @Property(tries = 40, seed = "73")
    void aCopyOfACandidateFaresAsItDoes(@ForAll @Size(min = 2, max = 4) List<@DoubleRange(max = 2) Double> blurs) {
        List<Scores> candidates = candidates(blurs);
        double[] copied = scores(blurs.get(0), 0);
        candidates.add(Scores.of("copy", copied));
        RaceResult race = race().runScores(candidates);
        RaceEntry first = entry(race, "0");
        RaceEntry copy = entry(race, "copy");
        assertEquals(first.status(), copy.status());
        assertEquals(first.rows(), copy.rows());
    }

    private static RaceEntry entry(RaceResult race, String model) {
        return race.entries().stream()
                .filter(entry -> entry.model().equals(model))
                .findFirst()
                .orElseThrow();
    }

    private static Race<Void> race() {
        return Race.ofScores(EVALUATOR, "log_loss");
    }

    private static List<Scores> candidates(List<Double> blurs) {
        List<Scores> candidates = new ArrayList<>();
        for (double blur : blurs) {
            candidates.add(Scores.of(Integer.toString(candidates.size()), scores(blur, candidates.size())));
        }
        return candidates;
    }

    /** Even without blur no two candidates are equal. */
    private static double[] scores(double blur, int candidate) {
        Random random = new Random(candidate);
        return Arrays.stream(DATA.scores())
                .map(score -> Math.log(score / (1 - score)) + (0.01 + blur) * random.nextGaussian())
                .map(odds -> 1 / (1 + Math.exp(-odds)))
                .toArray();
    }
}
