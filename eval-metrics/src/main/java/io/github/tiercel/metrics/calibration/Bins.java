package io.github.tiercel.metrics.calibration;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.CompensatedSum;
import io.github.tiercel.metrics.LabelWeights;
import io.github.tiercel.metrics.ScoreGroups;
import io.github.tiercel.metrics.UndefinedReason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Probabilities in bins: the rows of positive weight, ascending by score, and where each bin that holds any ends. A few
 * passes over the rows after the shared sort; 4 bytes a row.
 */
final class Bins {

    private final BinaryPredictions predictions;
    private final int[] rows;
    private final int[] ends;

    private Bins(BinaryPredictions predictions, int[] rows, int[] ends) {
        this.predictions = predictions;
        this.rows = rows;
        this.ends = ends;
    }

    /** Why there are no bins of some predictions; empty where there are. */
    static Optional<UndefinedReason> missing(BinaryPredictions predictions) {
        if (predictions.weightedRows() == 0) {
            return Optional.of(UndefinedReason.EMPTY);
        }
        return predictions.areProbabilities() ? Optional.empty() : Optional.of(UndefinedReason.NOT_PROBABILITIES);
    }

    static Bins of(BinaryPredictions predictions, Binning binning) {
        int[] rows = ascending(predictions.groups());
        return new Bins(predictions, rows, ends(predictions, rows, binning));
    }

    /** The bins that hold rows, from the lowest probability on; over groups where these suffice. */
    static List<Bin> list(BinaryPredictions predictions, Binning binning) {
        boolean counted =
                predictions.labelWeights().filter(LabelWeights::areEqual).isPresent();
        return counted && !binning.rule().partsTies()
                ? CountedBins.list(predictions.groups(), binning)
                : of(predictions, binning).list();
    }

    int size() {
        return ends.length;
    }

    int begin(int bin) {
        return bin == 0 ? 0 : ends[bin - 1];
    }

    int end(int bin) {
        return ends[bin];
    }

    /** The row at a place, from 0 for the lowest score. */
    int row(int place) {
        return rows[place];
    }

    private List<Bin> list() {
        List<Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < size(); bin++) {
            bins.add(Bin.of(predictions, rows, begin(bin), end(bin)));
        }
        return bins;
    }

    /** The mean over bins, by weight. */
    static double mean(List<Bin> bins, ToDoubleFunction<Bin> value) {
        CompensatedSum sum = new CompensatedSum();
        CompensatedSum total = new CompensatedSum();
        for (Bin bin : bins) {
            sum.add(bin.weight() * value.applyAsDouble(bin));
            total.add(bin.weight());
        }
        return sum.value() / total.value();
    }

    private static int[] ends(BinaryPredictions predictions, int[] rows, Binning binning) {
        double total = predictions.groups().total();
        CompensatedSum below = new CompensatedSum();
        int[] ends = new int[Math.min(binning.bins(), rows.length)];
        int count = 0;
        int last = -1;
        for (int i = 0; i < rows.length; i++) {
            if (i == 0 || binning.rule().partsTies() || startsGroup(predictions, rows, i)) {
                int bin = binning.bin(predictions.probability(rows[i]), below.value() / total);
                if (bin != last && i > 0) {
                    ends[count++] = i;
                }
                last = bin;
            }
            below.add(predictions.weight(rows[i]));
        }
        ends[count++] = rows.length;
        return Arrays.copyOf(ends, count);
    }

    private static boolean startsGroup(BinaryPredictions predictions, int[] rows, int i) {
        return predictions.score(rows[i]) != predictions.score(rows[i - 1]);
    }

    private static int[] ascending(ScoreGroups groups) {
        int[] rows = new int[groups.rows()];
        int next = 0;
        for (int g = groups.size() - 1; g >= 0; g--) {
            for (int rank = groups.begin(g); rank < groups.end(g); rank++) {
                rows[next++] = groups.row(rank);
            }
        }
        return rows;
    }
}
