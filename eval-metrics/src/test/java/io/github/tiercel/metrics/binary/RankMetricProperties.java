package io.github.tiercel.metrics.binary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.RandomPredictions;
import io.github.tiercel.metrics.Value;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Rank metrics read the order of scores and nothing else; areas equal brute force. */
class RankMetricProperties {

    private static final double TOLERANCE = 1e-12;

    @Provide
    Arbitrary<Metric<BinaryPredictions>> rankMetrics() {
        return Arbitraries.of(BinaryMetrics.all().stream()
                .filter(metric -> metric instanceof RankMetric)
                .toList());
    }

    @Provide
    Arbitrary<BinaryPredictions> predictions() {
        return RandomPredictions.any();
    }

    @Provide
    Arbitrary<BinaryPredictions> bothClasses() {
        return RandomPredictions.withBothClasses();
    }

    @Property(seed = "42")
    void scoresTimesABillionthGiveTheSameBits(
            @ForAll("rankMetrics") Metric<BinaryPredictions> metric,
            @ForAll("predictions") BinaryPredictions predictions) {
        BinaryPredictions scaled = Variants.withScores(predictions, row -> predictions.score(row) * 1e-9);
        // Rounding in the product may merge neighbours; such a map is not strictly increasing.
        assumeTrue(distinct(predictions).length == distinct(scaled).length);
        assertEquals(metric.value(predictions), metric.value(scaled));
    }

    @Property(seed = "42")
    void ranksGiveTheSameBitsAsScores(
            @ForAll("rankMetrics") Metric<BinaryPredictions> metric,
            @ForAll("predictions") BinaryPredictions predictions) {
        double[] distinct = distinct(predictions);
        BinaryPredictions ranks =
                Variants.withScores(predictions, row -> Arrays.binarySearch(distinct, predictions.score(row) + 0.0));
        assertEquals(metric.value(predictions), metric.value(ranks));
    }

    @Property(seed = "42")
    void aucOfFlippedLabelsOrNegatedScoresIsTheRestToOne(@ForAll("bothClasses") BinaryPredictions predictions) {
        double auc = BinaryMetrics.ROC_AUC.value(predictions).orNaN();
        BinaryPredictions flipped = Variants.withLabels(predictions, row -> !predictions.label(row));
        BinaryPredictions negated = Variants.withScores(predictions, row -> -predictions.score(row));
        assertEquals(1 - auc, BinaryMetrics.ROC_AUC.value(flipped).orNaN(), TOLERANCE);
        assertEquals(1 - auc, BinaryMetrics.ROC_AUC.value(negated).orNaN(), TOLERANCE);
    }

    @Property(seed = "42")
    void allScoresTiedGiveChance(@ForAll("bothClasses") BinaryPredictions predictions, @ForAll double score) {
        BinaryPredictions tied = Variants.withScores(predictions, row -> score);
        double prevalence = tied.groups().positives() / tied.groups().total();
        assertEquals(0.5, BinaryMetrics.ROC_AUC.value(tied).orNaN(), TOLERANCE);
        assertEquals(prevalence, BinaryMetrics.AVERAGE_PRECISION.value(tied).orNaN(), TOLERANCE);
        assertEquals(prevalence, BinaryMetrics.PR_AUC_DG.value(tied).orNaN(), TOLERANCE);
        assertEquals(0, BinaryMetrics.GINI.value(tied).orNaN(), TOLERANCE);
        assertEquals(0, BinaryMetrics.KS.value(tied).orNaN());
    }

    @Property(seed = "42")
    void aucIsTheMannWhitneyStatistic(@ForAll("bothClasses") BinaryPredictions predictions) {
        double wins = 0;
        double pairs = 0;
        for (int i = 0; i < predictions.rows(); i++) {
            for (int j = 0; j < predictions.rows(); j++) {
                if (predictions.label(i) && !predictions.label(j)) {
                    double pair = predictions.weight(i) * predictions.weight(j);
                    wins += pair * win(predictions.score(i), predictions.score(j));
                    pairs += pair;
                }
            }
        }
        assertEquals(wins / pairs, BinaryMetrics.ROC_AUC.value(predictions).orNaN(), TOLERANCE);
    }

    @Property(seed = "42")
    void averagePrecisionIsTheMeanPrecisionAtPositiveRows(@ForAll("bothClasses") BinaryPredictions predictions) {
        double sum = 0;
        double positives = 0;
        for (int row = 0; row < predictions.rows(); row++) {
            if (predictions.label(row) && predictions.weight(row) > 0) {
                sum += predictions.weight(row) * precisionAt(predictions, predictions.score(row));
                positives += predictions.weight(row);
            }
        }
        assertEquals(
                sum / positives,
                BinaryMetrics.AVERAGE_PRECISION.value(predictions).orNaN(),
                TOLERANCE);
    }

    @Property(seed = "42")
    void bestF1IsTheLargestOverAllScores(@ForAll("bothClasses") BinaryPredictions predictions) {
        double best = Arrays.stream(distinct(predictions))
                .map(score -> BinaryMetrics.F1
                        .value(ConfusionMatrix.at(predictions, score))
                        .orNaN())
                .max()
                .orElseThrow();
        Value value = BinaryMetrics.BEST_F1.value(predictions);
        double threshold =
                BinaryMetrics.BEST_F1.choose(predictions.groups()).orElseThrow().threshold();
        assertEquals(best, value.orNaN(), TOLERANCE);
        assertEquals(
                best,
                BinaryMetrics.F1
                        .value(ConfusionMatrix.at(predictions, threshold))
                        .orNaN(),
                TOLERANCE);
    }

    private static double win(double positive, double negative) {
        if (positive == negative) {
            return 0.5;
        }
        return positive > negative ? 1 : 0;
    }

    private static double precisionAt(BinaryPredictions predictions, double threshold) {
        double positive = 0;
        double all = 0;
        for (int row = 0; row < predictions.rows(); row++) {
            if (predictions.score(row) >= threshold) {
                positive += predictions.label(row) ? predictions.weight(row) : 0;
                all += predictions.weight(row);
            }
        }
        return positive / all;
    }

    private static double[] distinct(BinaryPredictions predictions) {
        return IntStream.range(0, predictions.rows())
                .mapToDouble(row -> predictions.score(row) + 0.0)
                .sorted()
                .distinct()
                .toArray();
    }
}
