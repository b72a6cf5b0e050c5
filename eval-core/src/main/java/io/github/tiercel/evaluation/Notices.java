package io.github.tiercel.evaluation;

import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.result.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/** What a reader should know before trusting the numbers of a model. */
final class Notices {

    private final List<Notice> notices = new ArrayList<>();

    private Notices() {}

    static <P extends Predictions> Notices of(
            Contender<P> model, Optional<Contender<P>> baseline, Map<String, Estimate> metrics, Settings<P> settings) {
        Notices notices = new Notices();
        settings.kind().notice(notices, model, metrics, settings);
        baseline.ifPresent(other -> notices.sameScores(settings.kind(), model.predictions(), other));
        return notices;
    }

    /** Adds what follows from how the rows were drawn rather than from the scores. */
    Notices andOfRows(boolean haveIds, boolean areSample, int replicates) {
        if (areSample && replicates > 0) {
            add(
                    "NO_BOOTSTRAP",
                    "The rows are a sample, whose strata are fixed by design, so no bootstrap was"
                            + " made. Evaluate all rows to get one.");
        }
        if (!haveIds && (areSample || replicates > 0)) {
            add(
                    "NO_IDS",
                    "Rows have no ids, so sample and bootstrap go by position and change when rows are added or"
                            + " reordered. Name a column of ids to keep them.");
        }
        return this;
    }

    Notices and(List<Notice> more) {
        notices.addAll(more);
        return this;
    }

    List<Notice> list() {
        return notices;
    }

    private <P extends Predictions> void sameScores(TaskKind<P> kind, P predictions, Contender<P> baseline) {
        if (count(predictions, row -> !kind.sameScores(predictions, baseline.predictions(), row)) == 0) {
            add(
                    "SAME_AS_BASELINE",
                    "Every score equals that of the baseline \"" + baseline.model()
                            + "\". Check that these are two models.");
        }
    }

    void add(String code, String text) {
        notices.add(new Notice(code, text));
    }

    /** How many rows of positive weight meet a condition. */
    static int count(Predictions predictions, IntPredicate condition) {
        int count = 0;
        for (int row = 0; row < predictions.rows(); row++) {
            count += predictions.weight(row) > 0 && condition.test(row) ? 1 : 0;
        }
        return count;
    }

    /** Whether some row of positive weight meets a condition. */
    static boolean any(Predictions predictions, IntPredicate condition) {
        for (int row = 0; row < predictions.rows(); row++) {
            if (predictions.weight(row) > 0 && condition.test(row)) {
                return true;
            }
        }
        return false;
    }

    static String scores(int count, String one, String several) {
        return number(count) + (count == 1 ? " score " + one : " scores " + several);
    }

    static String number(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }
}
