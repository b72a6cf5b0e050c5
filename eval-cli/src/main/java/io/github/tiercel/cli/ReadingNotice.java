package io.github.tiercel.cli;

import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.Notice;
import io.github.tiercel.result.TimeBreakdown;
import java.util.List;
import java.util.Locale;

/** Says when reading a file took longer than its models took to score it. */
final class ReadingNotice {

    private static final String CODE = "INPUT_BOUND";
    /** Nobody notices less. */
    private static final double NOTICED_MILLIS = 100;

    /** With fewer, most of the time is that in which a reader starts, which says nothing of the data. */
    private static final int TELLING_ROWS = 10_000;

    private static final double NOTABLE_SHARE = 0.5;

    private ReadingNotice() {}

    /** {@return the result, whose models say so, unless they say already that they waited} */
    static EvaluationResult added(EvaluationResult result) {
        TimeBreakdown time = result.time();
        double waited = time.readMillis() + time.inference().waitingMillis();
        double share = waited / (time.readMillis() + time.inference().millis());
        boolean isNews = time.inference().rowsInferred() > 0
                && result.models().get(0).rowsTotal() >= TELLING_ROWS
                && waited >= NOTICED_MILLIS
                && share >= NOTABLE_SHARE;
        return isNews
                ? result.withModels(result.models().stream()
                        .map(model -> added(model, share))
                        .toList())
                : result;
    }

    private static ModelResult added(ModelResult model, double share) {
        boolean isSaid =
                model.warnings().stream().anyMatch(notice -> notice.code().equals(CODE));
        return isSaid ? model : model.withNotices(List.of(new Notice(CODE, text(share))));
    }

    private static String text(double share) {
        return String.format(
                Locale.ROOT,
                "input-bound: %.0f %% of the time from the file to the scores was waiting for data. A faster model or more"
                        + " threads for it would gain nothing; later runs find the file packed.",
                100 * share);
    }
}
