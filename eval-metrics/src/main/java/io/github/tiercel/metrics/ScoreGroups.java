package io.github.tiercel.metrics;

import io.github.tiercel.metrics.sort.ScoreCounts;
import java.util.OptionalInt;
import java.util.function.DoubleBinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The distinct scores of binary predictions in descending order, each with the weight of positive and of negative rows
 * at or above it: the one sort from which every rank metric, curve, sweep and replicate is read.
 *
 * <p>Group g holds all rows of one score, so ties never depend on the order of rows. The decision rule is {@code score
 * >= threshold}; predicting everything from the first to group g as positive has {@code truePositives(g)} and
 * {@code falsePositives(g)}. Rows of weight 0 are left out.
 *
 * <p>Sums of unit weights are exact; others are compensated, so they are within an ulp or two of the exact sum. The
 * weight of a group is summed by itself, so that a group counts beside others of 1e16 times its weight. Memory is 16
 * bytes a group; with weights 36, and 4 bytes a row. Where rows count alike, which row stands where is found out when
 * {@link #row} is first asked, by a second sort. Built in O(rows) by a radix sort. Immutable, and safe for use by
 * several threads.
 *
 * <pre>{@code
 * ScoreGroups groups = predictions.groups();
 * double recall = groups.truePositives(10) / groups.positives(); // of the eleven highest scores
 * }</pre>
 *
 * @since 0.1
 */
public final class ScoreGroups {

    private final BinaryPredictions predictions;
    private final GroupScores scores;
    private final GroupWeights weights;
    private @Nullable Order order;

    private ScoreGroups(BinaryPredictions predictions, GroupScores scores, GroupWeights weights) {
        this.predictions = predictions;
        this.scores = scores;
        this.weights = weights;
    }

    static ScoreGroups of(BinaryPredictions predictions) {
        return predictions
                .labelWeights()
                .map(weights -> ofCounts(predictions, weights))
                .orElseGet(() -> ofWeights(predictions));
    }

    private static ScoreGroups ofCounts(BinaryPredictions predictions, LabelWeights weights) {
        ScoreCounts counts = ScoreCounts.of(predictions.sharedLabels(), predictions.sharedScores());
        return new ScoreGroups(predictions, new GroupScores.Counted(counts), new GroupWeights.Counted(counts, weights));
    }

    private static ScoreGroups ofWeights(BinaryPredictions predictions) {
        GroupScores.Ranked ranked = GroupScores.Ranked.of(predictions);
        ScoreGroups groups =
                new ScoreGroups(predictions, ranked, GroupWeights.of(predictions, ranked.order(), ranked.ends()));
        groups.order = new Order(ranked.order());
        return groups;
    }

    /**
     * {@return the same groups with other cumulative weights, as a bootstrap replicate has them}
     *
     * @param cumulativePositives weight of positive rows in groups 0 to g, ascending; shared, not copied
     * @param cumulativeNegatives weight of negative rows in groups 0 to g, ascending; shared, not copied
     * @throws IllegalArgumentException if an array has not one element a group
     */
    public ScoreGroups withCumulativeWeights(double[] cumulativePositives, double[] cumulativeNegatives) {
        Arguments.sameLength("cumulativePositives", cumulativePositives.length, "groups", size());
        Arguments.sameLength("cumulativeNegatives", cumulativeNegatives.length, "groups", size());
        return new ScoreGroups(
                predictions, scores, new GroupWeights.Cumulative(cumulativePositives, cumulativeNegatives));
    }

    /** {@return the predictions these groups were made from} */
    public BinaryPredictions predictions() {
        return predictions;
    }

    /** {@return the number of groups: distinct scores among rows of positive weight} */
    public int size() {
        return scores.size();
    }

    /**
     * {@return the score that all rows of the group share}
     *
     * @param group the group, from 0 for the highest score
     */
    public double score(int group) {
        return scores.score(group);
    }

    /**
     * {@return the weight of positive rows in this and all higher groups}
     *
     * @param group the group, or -1 for "nothing", which has 0
     */
    public double truePositives(int group) {
        return weights.through(true, group);
    }

    /**
     * {@return the weight of negative rows in this and all higher groups}
     *
     * @param group the group, or -1 for "nothing", which has 0
     */
    public double falsePositives(int group) {
        return weights.through(false, group);
    }

    /**
     * {@return the weight of positive rows in the group}
     *
     * @param group the group, from 0
     */
    public double positive(int group) {
        return weights.of(true, group);
    }

    /**
     * {@return the weight of negative rows in the group}
     *
     * @param group the group, from 0
     */
    public double negative(int group) {
        return weights.of(false, group);
    }

    /**
     * {@return the weight of all rows in this and all higher groups}
     *
     * @param group the group, or -1 for "nothing", which has 0
     */
    public double depth(int group) {
        return truePositives(group) + falsePositives(group);
    }

    /**
     * {@return the share of positive weight in this and all higher groups; NaN where they have no weight, as the first
     * groups of a replicate may}
     *
     * @param group the group, from 0
     */
    public double precision(int group) {
        return truePositives(group) / depth(group);
    }

    /** {@return the weight of all positive rows} */
    public double positives() {
        return truePositives(size() - 1);
    }

    /** {@return the weight of all negative rows} */
    public double negatives() {
        return falsePositives(size() - 1);
    }

    /** {@return the weight of all rows} */
    public double total() {
        return positives() + negatives();
    }

    /** {@return the steps that recall takes from the highest score on, to be read once} */
    public RecallSteps steps() {
        return new GroupSteps(this);
    }

    /**
     * Reads some groups at once.
     *
     * @param from the first group
     * @param to the group after the last, at most {@link GroupBlock#CAPACITY} further on
     * @param block receives their weights
     */
    public void read(int from, int to, GroupBlock block) {
        weights.read(from, to, block);
        block.hold(from, to);
    }

    /** {@return how many rows are in the groups: those of positive weight} */
    public int rows() {
        return predictions.weightedRows();
    }

    /**
     * {@return the row at a rank}
     *
     * @param rank 0 for the highest score; rows of equal score are adjacent, ascending by row
     */
    public int row(int rank) {
        return order()[rank];
    }

    /**
     * {@return the first rank of a group}
     *
     * @param group the group, from 0
     */
    public int begin(int group) {
        return group == 0 ? 0 : scores.end(group - 1);
    }

    /**
     * {@return the rank after the last one of a group}
     *
     * @param group the group, from 0
     */
    public int end(int group) {
        return scores.end(group);
    }

    /**
     * {@return how many groups have a score of at least the threshold: those predicted positive}
     *
     * @param threshold any number but NaN; O(log groups)
     */
    public int groupsAtLeast(double threshold) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (score(middle) >= threshold) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * {@return the group down to which a number is best, of several the highest; empty where there is none}
     *
     * <p>The one rule by which all metrics choose a threshold. Numbers that differ by rounding alone
     * ({@link Direction#isBetter(double, double, Range)}) are equally good. A group without weight, as a replicate may
     * have, is no choice.
     *
     * @param direction which numbers are better
     * @param range the numbers that can be
     * @param through the number where true and false positives are these, NaN for no choice
     */
    public OptionalInt best(Direction direction, Range range, DoubleBinaryOperator through) {
        int best = -1;
        double bestNumber = Double.NaN;
        GroupBlock block = new GroupBlock();
        for (int from = 0; from < size(); from += block.size()) {
            read(from, Math.min(size(), from + GroupBlock.CAPACITY), block);
            for (int i = 0; i < block.size(); i++) {
                double number = block.positive(i) > 0 || block.negative(i) > 0
                        ? through.applyAsDouble(block.truePositives(i), block.falsePositives(i))
                        : Double.NaN;
                if (best < 0 ? !Double.isNaN(number) : direction.isBetter(number, bestNumber, range)) {
                    best = from + i;
                    bestNumber = number;
                }
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    /**
     * {@return the same scores without some of the rows, as what is left outside a fold}
     *
     * <p>Nothing is copied: what is read is subtracted on the way. Groups of which no row is left have no weight.
     *
     * @param part groups of some of these rows
     * @throws IllegalArgumentException if rows of one label have different weights: differences would lose small ones
     *     among large ones
     */
    public ScoreGroups without(ScoreGroups part) {
        if (!(scores instanceof GroupScores.Counted all) || !(part.scores instanceof GroupScores.Counted taken)) {
            throw new IllegalArgumentException(
                    "only rows that count alike within their label can be left out, got other weights");
        }
        return new ScoreGroups(
                predictions,
                scores,
                new GroupWeights.Rest(
                        all.counts(), taken.counts(), predictions.labelWeights().orElseThrow()));
    }

    private int[] order() {
        // Racing threads may sort twice; both arrive at the same order, so no lock is needed.
        Order known = order;
        if (known == null) {
            known = new Order(GroupScores.Ranked.order(predictions));
            order = known;
        }
        return known.rows;
    }

    /** Rows by rank, in a final field, so that a thread that sees the object sees all of them. */
    private static final class Order {

        private final int[] rows;

        private Order(int[] rows) {
            this.rows = rows;
        }
    }
}
