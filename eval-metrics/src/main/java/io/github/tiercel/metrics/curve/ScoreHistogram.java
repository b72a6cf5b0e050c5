package io.github.tiercel.metrics.curve;

import io.github.tiercel.metrics.ScoreGroups;
import io.github.tiercel.metrics.binary.ConfusionMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How scores are distributed, for each label: the weight of rows in bins of equal width. A bin holds its lower end, the
 * last one its upper end too; scores beyond the ends are in the outer bins.
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * <pre>{@code
 * ScoreHistogram histogram = ScoreHistogram.of(predictions.groups(), predictions.areProbabilities()).orElseThrow();
 * }</pre>
 *
 * @param lowest the lower end of the first bin, finite
 * @param highest the upper end of the last bin, finite, at least {@code lowest}
 * @param positives the weight of positive rows, by bin
 * @param negatives the weight of negative rows, by bin
 * @since 0.1
 */
public record ScoreHistogram(double lowest, double highest, List<Double> positives, List<Double> negatives) {

    private static final int BINS = 40;

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if an end is not finite, the ends are in the wrong order, or the lists are empty
     *     or differ in length
     */
    public ScoreHistogram {
        positives = List.copyOf(positives);
        negatives = List.copyOf(negatives);
        if (!(Double.isFinite(lowest) && Double.isFinite(highest) && lowest <= highest)) {
            throw new IllegalArgumentException("ends must be finite and in order, got " + lowest + " and " + highest);
        }
        if (positives.isEmpty() || positives.size() != negatives.size()) {
            throw new IllegalArgumentException("bins must be the same for both labels, at least one, got "
                    + positives.size() + " and " + negatives.size());
        }
    }

    /**
     * {@return the histogram in 40 bins; empty without a finite score}
     *
     * @param groups the score groups
     * @param unit whether the ends are 0 and 1, as of probabilities, instead of the lowest and highest finite score
     */
    public static Optional<ScoreHistogram> of(ScoreGroups groups, boolean unit) {
        double[] finite = IntStream.of(firstFinite(groups), lastFinite(groups))
                .filter(group -> group >= 0)
                .mapToDouble(groups::score)
                .toArray();
        if (finite.length < 2) {
            return Optional.empty();
        }
        double lowest = unit ? 0 : finite[1];
        double highest = unit ? 1 : finite[0];
        return Optional.of(lowest == highest ? inOneBin(groups, lowest) : inBins(groups, lowest, highest));
    }

    /** Groups go from the highest score down. */
    private static int firstFinite(ScoreGroups groups) {
        return IntStream.range(0, groups.size())
                .filter(group -> Double.isFinite(groups.score(group)))
                .findFirst()
                .orElse(-1);
    }

    private static int lastFinite(ScoreGroups groups) {
        return IntStream.iterate(groups.size() - 1, group -> group >= 0, group -> group - 1)
                .filter(group -> Double.isFinite(groups.score(group)))
                .findFirst()
                .orElse(-1);
    }

    private static ScoreHistogram inOneBin(ScoreGroups groups, double score) {
        return new ScoreHistogram(score, score, List.of(groups.positives()), List.of(groups.negatives()));
    }

    private static ScoreHistogram inBins(ScoreGroups groups, double lowest, double highest) {
        // Halves do not overflow where the distance of the ends would.
        double[] starts = IntStream.range(1, BINS)
                .mapToDouble(bin -> lowest * (1 - (double) bin / BINS) + highest * ((double) bin / BINS))
                .toArray();
        List<Double> positives = new ArrayList<>();
        List<Double> negatives = new ArrayList<>();
        double positivesLeft = groups.positives();
        double negativesLeft = groups.negatives();
        for (ConfusionMatrix above : ThresholdSweep.of(groups, starts).matrices()) {
            positives.add(positivesLeft - above.truePositives());
            negatives.add(negativesLeft - above.falsePositives());
            positivesLeft = above.truePositives();
            negativesLeft = above.falsePositives();
        }
        positives.add(positivesLeft);
        negatives.add(negativesLeft);
        return new ScoreHistogram(lowest, highest, positives, negatives);
    }
}
