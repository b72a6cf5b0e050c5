package io.github.tiercel.metrics.calibration;

import io.github.tiercel.metrics.CompensatedSum;
import io.github.tiercel.metrics.GroupBlock;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.ScoreGroups;
import java.util.ArrayList;
import java.util.List;

/**
 * Bins of probabilities of rows that count alike, by score groups: what rows have in common is added up once, and no
 * row is looked at. Two passes over the groups.
 */
final class CountedBins {

    private final ScoreGroups groups;
    private final Binning binning;

    private CountedBins(ScoreGroups groups, Binning binning) {
        this.groups = groups;
        this.binning = binning;
    }

    /** The bins that hold rows, from the lowest probability on. */
    static List<Bin> list(ScoreGroups groups, Binning binning) {
        return new CountedBins(groups, binning).list();
    }

    private List<Bin> list() {
        List<Bin> bins = new ArrayList<>();
        int last = groups.size() - 1;
        while (last >= 0) {
            int bin = bin(last);
            int first = last;
            while (first > 0 && bin(first - 1) == bin) {
                first--;
            }
            bins.add(new Sums(first, last).bin());
            last = first - 1;
        }
        return bins;
    }

    private int bin(int group) {
        double shareBelow = (groups.total() - groups.depth(group)) / groups.total();
        return binning.bin(Range.UNIT.clamp(groups.score(group)), shareBelow);
    }

    /** What is added up over the groups of one bin. */
    private final class Sums {

        private final int first;
        private final int last;
        private final double weight;
        private final double predicted;
        private final double observed;
        private final GroupBlock block = new GroupBlock();

        Sums(int first, int last) {
            this.first = first;
            this.last = last;
            this.weight = groups.depth(last) - groups.depth(first - 1);
            double positives = groups.truePositives(last) - groups.truePositives(first - 1);
            this.observed = positives / weight;
            this.predicted = Math.min(1, sum((probability, positive, negative) -> (positive + negative) * probability));
        }

        Bin bin() {
            double variance = sum((probability, positive, negative) ->
                    (positive + negative) * (probability - predicted) * (probability - predicted));
            double covariance = sum((probability, positive, negative) ->
                    (probability - predicted) * (positive * (1 - observed) - negative * observed));
            int rows = groups.end(last) - groups.begin(first);
            return new Bin(
                    groups.score(last),
                    groups.score(first),
                    predicted,
                    observed,
                    variance,
                    covariance,
                    weight,
                    rows,
                    rows);
        }

        private double sum(GroupTerm term) {
            CompensatedSum sum = new CompensatedSum();
            for (int from = first; from <= last; from += block.size()) {
                groups.read(from, Math.min(last + 1, from + GroupBlock.CAPACITY), block);
                double part = 0;
                for (int i = 0; i < block.size(); i++) {
                    double probability = Range.UNIT.clamp(groups.score(from + i));
                    part += term.of(probability, block.positive(i), block.negative(i));
                }
                sum.add(part);
            }
            return sum.value() / weight;
        }
    }

    /** What a group adds to a sum. */
    @FunctionalInterface
    private interface GroupTerm {

        double of(double probability, double positive, double negative);
    }
}
