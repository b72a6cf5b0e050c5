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
    private static final double TELLING_MILLIS = 100;
    private static final double NOTABLE_SHARE = 0.5;

    private ReadingNotice() {}

    /** {@return the result, whose models say so, unless they say already that they waited} */
    static EvaluationResult added(EvaluationResult result) {
        TimeBreakdown time = result.time();
        double all = time.readMillis() + time.inference().millis();
        double share = (time.readMillis() + time.inference().waitingMillis()) / all;
        boolean isNews = time.inference().rowsInferred() > 0 && all >= TELLING_MILLIS && share >= NOTABLE_SHARE;
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
