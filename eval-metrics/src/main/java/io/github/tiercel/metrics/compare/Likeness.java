package io.github.tiercel.metrics.compare;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.ScoreGroups;
import io.github.tiercel.metrics.binary.RankMetric;

/**
 * Whether two models cannot differ in a metric on any rows like these, because they give the same scores, or the same
 * ranking to a metric that reads nothing else. Equal decisions at a threshold are no such proof: they say that the
 * models did not differ here, not that they never do.
 */
final class Likeness {

    private Likeness() {}

    static boolean of(Metric<?> metric, Predictions candidate, Predictions baseline) {
        if (!(candidate instanceof BinaryPredictions ours) || !(baseline instanceof BinaryPredictions theirs)) {
            return candidate == baseline;
        }
        boolean ranks = metric instanceof RankMetric;
        return sameScores(ours, theirs) || (ranks && sameRanking(ours.groups(), theirs.groups()));
    }

    private static boolean sameScores(BinaryPredictions ours, BinaryPredictions theirs) {
        for (int row = 0; row < ours.rows(); row++) {
            if (ours.weight(row) > 0 && ours.score(row) != theirs.score(row)) {
                return false;
            }
        }
        return true;
    }

    /** Rows of equal score are sorted by number, so equal rankings have equal rows at every rank. */
    private static boolean sameRanking(ScoreGroups ours, ScoreGroups theirs) {
        if (ours.size() != theirs.size()) {
            return false;
        }
        for (int group = 0; group < ours.size(); group++) {
            if (ours.end(group) != theirs.end(group)) {
                return false;
            }
        }
        for (int rank = 0; rank < ours.rows(); rank++) {
            if (ours.row(rank) != theirs.row(rank)) {
                return false;
            }
        }
        return true;
    }
}
