package io.github.tiercel.training;

import static io.github.tiercel.data.Thrown.assertMisuse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Features;
import io.github.tiercel.evaluation.Cadence;
import io.github.tiercel.evaluation.CountingModel;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.ModelEvaluator;
import io.github.tiercel.evaluation.SampleRows;
import io.github.tiercel.evaluation.Simulated;
import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.result.EpochComparison;
import io.github.tiercel.result.EpochRecord;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.Notice;
import io.github.tiercel.result.Progress;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EarlyStoppingTest {

    private static final int ROWS = 40_000;
    private static final Simulated DATA = Simulated.rows(ROWS, 0.2, 5);
    private static final Tier FULL = Tier.full().withReplicates(0);

    @Test
    void anEpochIsComparedWithTheLastThatImproved() {
        var epochs = builder().earlyStopping("log_loss", 5).build();
        EpochResult first = epochs.onEpochEnd(1, scores(2, 1));
        assertEquals(Progress.IMPROVED, first.progress());
        assertEquals(Optional.empty(), first.summary().comparison());
        EpochResult better = epochs.onEpochEnd(2, scores(0.5, 2));
        assertTrue(better.improved());
        assertEquals(1, comparison(better).reference());
        EpochResult worse = epochs.onEpochEnd(3, scores(2, 3));
        assertEquals(Progress.NOT_IMPROVED, worse.progress());
        assertEquals(2, comparison(worse).reference());
        assertTrue(comparison(worse).upper() < 0);
        EpochResult close = epochs.onEpochEnd(4, scores(0.5, 4));
        assertEquals(Progress.UNDECIDED, close.progress());
        assertEquals(2, comparison(close).reference());
        assertEquals(4096, comparison(close).rows());
        assertTrue(comparison(close).lower() < 0 && comparison(close).upper() > 0);
    }

    @Test
    void equalScoresHaveNotImproved() {
        var epochs = builder().earlyStopping("log_loss", 5).build();
        epochs.onEpochEnd(1, scores(1, 1));
        EpochResult same = epochs.onEpochEnd(2, scores(1, 1));
        assertEquals(Progress.NOT_IMPROVED, same.progress());
        assertEquals(0, comparison(same).gain());
        assertFalse(same.isBest());
    }

    @Test
    void aSmallGainIsTheBestValueButNoImprovement() {
        var epochs = builder().earlyStopping("log_loss", 5).build();
        epochs.onEpochEnd(1, scores(0.5, 1));
        List<EpochResult> results = new ArrayList<>();
        for (int epoch = 2; epoch <= 5; epoch++) {
            results.add(epochs.onEpochEnd(epoch, scores(0.48, epoch)));
        }
        assertTrue(results.stream().anyMatch(EpochResult::isBest));
        assertTrue(results.stream().noneMatch(EpochResult::improved));
        assertTrue(epochs.bestEpoch().orElseThrow() > 1);
    }

    @Test
    void trainingStopsWhereNoEpochIsBetterByTheLeastGain() {
        var epochs = builder()
                .stopping(EarlyStopping.of("log_loss", 2).withMinDelta(0.01))
                .build();
        assertFalse(epochs.onEpochEnd(1, scores(0.5, 1)).shouldStop());
        assertFalse(epochs.onEpochEnd(2, scores(0.55, 2)).shouldStop());
        EpochResult last = epochs.onEpochEnd(3, scores(0.55, 3));
        assertEquals(Progress.NOT_IMPROVED, last.progress());
        assertEquals(Optional.of("log_loss has not improved for 2 evaluations by more than 0.01"), last.stop());
    }

    @Test
    void whatFewRowsCannotTellIsAskedOfMore() {
        var epochs = builder().earlyStopping("log_loss", 2).build();
        epochs.onEpochEnd(1, scores(0.5, 1));
        assertFalse(epochs.onEpochEnd(2, scores(0.5, 2)).shouldStop());
        EpochResult third = epochs.onEpochEnd(3, scores(0.5, 3));
        assertFalse(third.shouldStop());
        Notice enlarged = notice(third, "TIER_ENLARGED");
        assertEquals(
                "4,096 rows cannot tell whether log_loss is better than in epoch 1: from the next epoch on the fast tier"
                        + " takes 16,384.",
                enlarged.text());
        EpochResult fourth = epochs.onEpochEnd(4, scores(0.5, 4));
        assertEquals(16_384, fourth.tier("fast").orElseThrow().model().rows());
        assertEquals(16_384, comparison(fourth).rows());
        EpochResult fifth = epochs.onEpochEnd(5, scores(0.5, 5));
        assertEquals(ROWS, comparison(fifth).rows());
        assertEquals(Progress.UNDECIDED, fifth.progress());
        String why = fifth.stop().orElseThrow();
        assertTrue(
                why.startsWith("log_loss has not improved for 4 evaluations, as far as 40,000 rows can tell: a gain"
                        + " below 0.0"),
                why);
    }

    @Test
    void scoresOfTheSampleAloneCannotGrow() {
        var epochs = builder().earlyStopping("log_loss", 1).build();
        int[] rows = epochs.rows(Tier.fast());
        epochs.onEpochEnd(1, only(rows, scores(0.5, 1)));
        EpochResult second = epochs.onEpochEnd(2, only(rows, scores(0.45, 2)));
        String why = second.stop().orElseThrow();
        assertTrue(why.contains("as far as 4,096 rows can tell"), why);
    }

    @Test
    void aReferenceThatIsHardToBeatIsScoredAheadWhileItsModelIsAtHand() {
        var epochs = models().earlyStopping("log_loss", 1).build();
        epochs.onEpochEnd(1, blurred(0.65, 1));
        EpochResult second = epochs.onEpochEnd(2, blurred(0.5, 2));
        assertTrue(second.improved());
        EpochResult third = epochs.onEpochEnd(3, blurred(0.5, 3));
        assertFalse(third.shouldStop(), third.stop().toString());
        EpochResult fourth = epochs.onEpochEnd(4, blurred(0.48, 4));
        assertEquals(2, comparison(fourth).reference());
        assertEquals(16_384, comparison(fourth).rows());
        // Its model has trained on, so there are no more rows to compare.
        assertTrue(fourth.stop().orElseThrow().contains("as far as 16,384 rows can tell"));
    }

    @Test
    void aReferenceThatWasBeatenByFarCostsNoFurtherInference() {
        CountingModel network = CountingModel.anonymous();
        var epochs = models().earlyStopping("log_loss", 3).build();
        epochs.onEpochEnd(1, blurred(3, 1));
        epochs.onEpochEnd(2, network);
        assertTrue(network.asked() <= 4096 + CountingModel.PROBED, "asked for " + network.asked());
    }

    @Test
    void theFullTierOfAReferenceServesLaterComparisons() {
        var epochs = models().tiers(Tier.fast(), FULL)
                .fullOnImprovement()
                .earlyStopping("log_loss", 1)
                .build();
        epochs.onEpochEnd(1, blurred(0.5, 1));
        assertFalse(epochs.onEpochEnd(2, blurred(0.5, 2)).shouldStop());
        assertEquals(16_384, comparison(epochs.onEpochEnd(3, blurred(0.5, 3))).rows());
        EpochResult fourth = epochs.onEpochEnd(4, blurred(0.5, 4));
        assertEquals(ROWS, comparison(fourth).rows());
        assertTrue(fourth.shouldStop());
    }

    @Test
    void aNetworkThatHasTrainedOnIsNeverScoredInItsEarlierEpochsPlace() {
        Tier half =
                new Tier("half", new SampleRows.Exactly(10_000), Tier.fast().metrics(), 0, new Cadence.OnImprovement());
        var epochs = models().tiers(Tier.fast(), half, FULL)
                .earlyStopping("log_loss", 1)
                .build();
        int[] asked = new int[1];
        epochs.onEpochEnd(1, row -> {
            asked[0]++;
            return blurred(0.5, 1).applyAsDouble(row);
        });
        int askedAtItsEpoch = asked[0];
        EpochResult second = epochs.onEpochEnd(2, blurred(0.48, 2));
        notice(second, "TIER_ENLARGED");
        EpochResult third = epochs.onEpochEnd(3, blurred(0.48, 3));
        assertEquals(10_000, comparison(third).rows());
        epochs.onEpochEnd(4, blurred(0.48, 4));
        assertEquals(askedAtItsEpoch, asked[0]);
    }

    @Test
    void aReferenceThatCannotBeScoredOnMoreRowsIsSaidAndEndsTheWait() {
        var epochs = models().earlyStopping("log_loss", 1).build();
        boolean[] broken = new boolean[1];
        Predictor<double[]> first = Predictor.<double[]>of(row -> {
                    if (broken[0]) {
                        throw new IllegalStateException("the file is gone");
                    }
                    return blurred(0.5, 1).applyAsDouble(row);
                })
                .withFingerprint(ModelFingerprint.of("first"));
        epochs.onEpochEnd(1, first);
        broken[0] = true;
        EpochResult second = epochs.onEpochEnd(2, blurred(0.48, 2));
        String text = notice(second, "REFERENCE_NOT_SCORED").text();
        assertTrue(
                text.startsWith(
                        "Epoch 1 could not be scored on more rows, so later epochs are compared with it on 4,096: "),
                text);
        assertTrue(second.stop().orElseThrow().contains("as far as 4,096 rows can tell"));
    }

    @Test
    void anEpochOfTheWarmUpWithoutAValueTriesNobodysPatience() {
        var epochs = builder()
                .stopping(EarlyStopping.of("log_loss", 1).withWarmUp(2))
                .build();
        epochs.onEpochEnd(1, scores(1, 1));
        double[] broken = scores(1, 2);
        broken[0] = Double.NaN;
        assertFalse(epochs.onEpochEnd(2, broken).shouldStop());
        assertTrue(epochs.onEpochEnd(3, broken).shouldStop());
    }

    @Test
    void epochsOfTheWarmUpAreNotTested() {
        var epochs = builder()
                .stopping(EarlyStopping.of("log_loss", 1).withWarmUp(3))
                .build();
        epochs.onEpochEnd(1, scores(1, 1));
        EpochResult second = epochs.onEpochEnd(2, scores(0.2, 2));
        assertEquals(Progress.UNDECIDED, second.progress());
        assertEquals(Optional.empty(), second.summary().comparison());
        EpochResult third = epochs.onEpochEnd(3, scores(2, 3));
        assertFalse(third.shouldStop());
        EpochResult fourth = epochs.onEpochEnd(4, scores(1, 4));
        assertEquals(2, comparison(fourth).reference());
        assertTrue(fourth.shouldStop());
    }

    @Test
    void theAlphaOfALookIsItsShareOfTheEpochsThatWereAnnounced() {
        var known = builder()
                .stopping(EarlyStopping.of("log_loss", 5).withAlpha(0.1).withWarmUp(1))
                .epochBudget(12)
                .build();
        var open = builder().earlyStopping("log_loss", 5).build();
        for (int epoch = 1; epoch <= 3; epoch++) {
            known.onEpochEnd(epoch, scores(1, epoch));
            open.onEpochEnd(epoch, scores(1, epoch));
        }
        assertEquals(0.1 / 11, alpha(known), 1e-15);
        assertEquals(0.05 * 6 / (Math.PI * Math.PI) / 4, alpha(open), 1e-15);
    }

    /** With a warm-up of one epoch or none, the first one is the only one that is not tested. */
    @Test
    void everyEpochThatWasAnnouncedHasItsShareAndNoLaterOne() {
        for (int warmUp = 0; warmUp <= 2; warmUp++) {
            var epochs = builder()
                    .stopping(EarlyStopping.of("log_loss", 9).withWarmUp(warmUp))
                    .epochBudget(3)
                    .build();
            double spent = 0;
            for (int epoch = 1; epoch <= 3; epoch++) {
                EpochResult announced = epochs.onEpochEnd(epoch, scores(5 - epoch, epoch));
                assertEquals(List.of(), announced.warnings());
                spent += announced
                        .summary()
                        .comparison()
                        .map(EpochComparison::alpha)
                        .orElse(0.0);
            }
            assertEquals(0.05, spent, 1e-15);
            EpochResult late = epochs.onEpochEnd(4, scores(0.1, 4));
            assertEquals(Progress.UNDECIDED, late.progress());
            assertTrue(late.isBest());
            assertEquals(Optional.empty(), late.summary().comparison());
            assertEquals(
                    "All of alpha, 0.05, was for the epochs that epochBudget announced, so whether log_loss improves in"
                            + " later ones is not tested. Announce as many epochs as there will be.",
                    notice(late, "ALPHA_SPENT").text());
            assertEquals(Optional.of("the budget of 3 epochs is used up"), late.stop());
            assertEquals(List.of(), epochs.onEpochEnd(5, scores(0.05, 5)).warnings());
        }
    }

    @Test
    void aLeastGainThatTheRowsCannotResolveIsSaidOnce() {
        var epochs = builder()
                .stopping(EarlyStopping.of("log_loss", 9).withMinDelta(0.0005))
                .build();
        epochs.onEpochEnd(1, scores(0.5, 1));
        String text = notice(epochs.onEpochEnd(2, scores(0.5, 2)), "MIN_DELTA_UNRESOLVED")
                .text();
        assertTrue(
                text.matches(
                        "On 4,096 rows a gain of log_loss shows only where it exceeds minDelta, 0\\.0005, by more than"
                                + " 0\\.0\\d+\\. It would take about [\\d,]+ rows to resolve minDelta itself, and there are 40,000:"
                                + " set a larger one\\."),
                text);
        assertEquals(List.of(), epochs.onEpochEnd(3, scores(0.5, 3)).warnings());
    }

    @Test
    void budgetsEndTraining() {
        var counted = builder().epochBudget(2).build();
        assertFalse(counted.onEpochEnd(1, scores(1, 1)).shouldStop());
        assertEquals(
                Optional.of("the budget of 2 epochs is used up"),
                counted.onEpochEnd(2, scores(0.1, 2)).stop());
        var timed = builder().timeBudget(Duration.ofNanos(1)).build();
        assertEquals(
                Optional.of("the budget of 0.0 s is used up"),
                timed.onEpochEnd(1, scores(1, 1)).stop());
        assertMisuse("epochs must be at least 1, got 0", () -> builder().epochBudget(0));
        assertMisuse(
                "the time budget must be above 0, got PT0S", () -> builder().timeBudget(Duration.ZERO));
    }

    /** The usual ways to say that there is no limit. */
    @Test
    void aTimeBudgetBeyondAllTimeIsNone() {
        for (Duration most : List.of(
                Duration.ofSeconds(Long.MAX_VALUE),
                ChronoUnit.FOREVER.getDuration(),
                Duration.ofNanos(Long.MAX_VALUE))) {
            var epochs = builder().timeBudget(most).build();
            assertEquals(Optional.empty(), epochs.onEpochEnd(1, scores(1, 1)).stop());
        }
    }

    @Test
    void anEpochWithoutAValueHasNotImproved() {
        var epochs = builder().earlyStopping("log_loss", 2).build();
        epochs.onEpochEnd(1, scores(1, 1));
        double[] broken = scores(1, 2);
        broken[0] = Double.NaN;
        EpochResult second = epochs.onEpochEnd(2, broken);
        assertEquals(Progress.NOT_IMPROVED, second.progress());
        assertEquals(
                Optional.of("log_loss has not improved for 2 evaluations"),
                epochs.onEpochEnd(3, broken).stop());
    }

    @Test
    void anEpochCanBePromotedOnDemand() {
        var epochs = models().tiers(Tier.fast(), FULL).build();
        CountingModel network = CountingModel.anonymous();
        epochs.onEpochEnd(1, network);
        EvaluationResult full = epochs.promote();
        assertEquals(ROWS, full.model().rows());
        assertEquals(ROWS - 4096, full.time().inference().rowsInferred());
        assertEquals(
                List.of("fast", "full"),
                List.copyOf(epochs.history().epochs().get(0).tiers().keySet()));
        assertEquals(full.model(), epochs.best().model());
        assertEquals(full, epochs.promote());
    }

    @Test
    void samplesBorrowFromTheLastEpochThatWasScoredOnAllRows() {
        var borrowing = builder().tiers(Tier.fast(), FULL).fullEvery(2).build();
        var plain = builder()
                .tiers(Tier.fast(), FULL)
                .fullEvery(2)
                .withoutBorrowing()
                .build();
        for (int epoch = 1; epoch <= 3; epoch++) {
            double[] scores = scores(0.1, epoch);
            EpochResult with = borrowing.onEpochEnd(epoch, scores);
            EpochResult without = plain.onEpochEnd(epoch, scores);
            assertEquals(without.progress(), with.progress());
            assertEquals(without.isBest(), with.isBest());
            Estimate own = without.tier("fast").orElseThrow().model().metric("log_loss");
            Estimate borrowed = with.tier("fast").orElseThrow().model().metric("log_loss");
            assertEquals(epoch == 3, borrowed.borrowed().isPresent());
            assertTrue(own.borrowed().isEmpty());
            if (epoch == 3) {
                assertEquals("epoch 2", borrowed.borrowed().orElseThrow().reference());
                assertEquals(own.value(), borrowed.borrowed().orElseThrow().value());
                assertTrue(borrowed.fullSet().orElseThrow().width()
                        < own.fullSet().orElseThrow().width());
            }
        }
    }

    /** Once it lends no more; what it never lent is of no use to know. */
    @Test
    void thatAReferenceHasGrownStaleIsSaidOnce() {
        var epochs = builder().tiers(Tier.fast(), FULL).build();
        List<List<String>> said = new ArrayList<>();
        for (int epoch = 1; epoch <= 7; epoch++) {
            double[] scores = epoch == 3 || epoch == 4 || epoch == 6 ? unrelated(epoch) : scores(0.1, epoch);
            EpochResult result = epochs.onEpochEnd(epoch, scores);
            said.add(stale(result));
            if (epoch == 1 || epoch == 5) {
                epochs.promote();
            }
        }
        List<String> sentence = said.get(2);
        assertEquals(List.of(List.of(), List.of(), sentence, List.of(), List.of(), List.of(), List.of()), said);
        assertEquals(1, sentence.size());
        assertTrue(
                sentence.get(0).startsWith("\"epoch 1\" explains less than half of the variance of "), sentence.get(0));
        assertTrue(sentence.get(0).contains("log_loss"), sentence.get(0));
    }

    private static List<String> stale(EpochResult result) {
        return result.warnings().stream()
                .filter(notice -> notice.code().equals("STALE_REFERENCE"))
                .map(Notice::text)
                .toList();
    }

    private static double[] unrelated(int seed) {
        Random random = new Random(seed);
        return IntStream.range(0, ROWS).mapToDouble(row -> random.nextDouble()).toArray();
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        EarlyStopping rule = EarlyStopping.of("log_loss", 1);
        assertMisuse("patience must be at least 1, got 0", () -> EarlyStopping.of("log_loss", 0));
        assertMisuse("alpha must be in (0, 0.5), got 0.5", () -> rule.withAlpha(0.5));
        assertMisuse("warmUp must be at least 0, got -1", () -> rule.withWarmUp(-1));
        assertMisuse("minDelta must be a finite number of at least 0, got -1.0", () -> rule.withMinDelta(-1));
        assertMisuse(
                "The error of \"median_ae\" is not known row by row, so early stopping cannot tell gain from noise. Monitor"
                        + " another, or use patience(...), which compares plain values.",
                () -> EpochEvaluator.ofScores(
                                Evaluator.of(EvaluationSet.regression(new double[] {1, 2, 3})
                                                .build())
                                        .metrics("median_ae")
                                        .build(),
                                "run")
                        .earlyStopping("median_ae", 2)
                        .build());
    }

    private static double alpha(EpochEvaluator<?> epochs) {
        List<EpochRecord> all = epochs.history().epochs();
        return all.get(all.size() - 1).comparison().orElseThrow().alpha();
    }

    private static Notice notice(EpochResult result, String code) {
        return result.warnings().stream()
                .filter(notice -> notice.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + code + " in " + result.warnings()));
    }

    private static EpochComparison comparison(EpochResult result) {
        return result.summary().comparison().orElseThrow();
    }

    private static EpochEvaluator.Builder<Void> builder() {
        return EpochEvaluator.ofScores(Evaluator.of(set()).build(), "run");
    }

    private static EpochEvaluator.Builder<double[]> models() {
        double[][] rows = Arrays.stream(DATA.scores())
                .mapToObj(score -> new double[] {score})
                .toArray(double[][]::new);
        ModelEvaluator<double[]> evaluator =
                Evaluator.of(set()).features(Features.of(rows)).build();
        return EpochEvaluator.of(evaluator, "run");
    }

    private static EvaluationSet set() {
        return DATA.set().ids(LongStream.range(0, ROWS).toArray()).build();
    }

    private static ToDoubleFunction<double[]> blurred(double blur, long seed) {
        return row -> blur(row[0], blur, new Random(Double.doubleToLongBits(row[0]) ^ seed * 0x9E3779B97F4A7C15L));
    }

    private static double[] scores(double blur, long seed) {
        Random random = new Random(seed);
        return Arrays.stream(DATA.scores())
                .map(score -> blur(score, blur, random))
                .toArray();
    }

    private static double blur(double score, double blur, Random random) {
        double odds = Math.log(score / (1 - score)) + blur * random.nextGaussian();
        return 1 / (1 + Math.exp(-odds));
    }

    private static double[] only(int[] rows, double[] scores) {
        return Arrays.stream(rows).mapToDouble(row -> scores[row]).toArray();
    }
}
