package io.github.tiercel.serving;

import io.github.tiercel.data.UsageException;
import java.util.OptionalDouble;

/** What scores decide: yes from a threshold on, or the output with the largest score. */
final class Decisions {

    private static final double PROBABLE = 0.5;

    private final PairedScores scores;
    private final OptionalDouble threshold;

    private Decisions(PairedScores scores, OptionalDouble threshold) {
        this.scores = scores;
        this.threshold = threshold;
    }

    /**
     * Decisions by the threshold named; where none is, by 0.5 of probabilities.
     *
     * @throws IllegalArgumentException if a threshold is named for several outputs
     */
    static Decisions of(PairedScores scores, OptionalDouble named) {
        if (scores.outputs().size() > 1 && named.isPresent()) {
            throw new UsageException(
                    "USAGE",
                    "A threshold is for one score a row; of " + scores.outputs().size()
                            + " outputs the largest decides. Leave the threshold out.");
        }
        boolean byHalf = scores.outputs().size() == 1 && named.isEmpty() && scores.areProbabilities();
        return new Decisions(scores, byHalf ? OptionalDouble.of(PROBABLE) : named);
    }

    OptionalDouble threshold() {
        return threshold;
    }

    boolean areMade() {
        return threshold.isPresent() || scores.outputs().size() > 1;
    }

    boolean isFlipped(int row) {
        if (threshold.isPresent()) {
            double cut = threshold.getAsDouble();
            return scores.reference(0)[row] >= cut != scores.served(0)[row] >= cut;
        }
        return areMade() && largest(row, true) != largest(row, false);
    }

    /** Of equal scores the first, as metrics of several classes have it. */
    private int largest(int row, boolean ofReference) {
        int largest = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int output = 0; output < scores.outputs().size(); output++) {
            double score = (ofReference ? scores.reference(output) : scores.served(output))[row];
            if (score > most) {
                largest = output;
                most = score;
            }
        }
        return largest;
    }

    int flips() {
        int flips = 0;
        for (int row = 0; row < scores.rows(); row++) {
            flips += isFlipped(row) ? 1 : 0;
        }
        return flips;
    }
}
