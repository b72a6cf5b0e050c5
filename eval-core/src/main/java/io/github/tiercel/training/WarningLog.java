package io.github.tiercel.training;

import io.github.tiercel.result.Notice;
import java.lang.System.Logger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Logs each kind of warning once: a model that gives NaN gives it at every epoch. One thread. */
final class WarningLog {

    private static final Logger LOGGER = System.getLogger(EpochEvaluator.class.getName());

    private final Set<String> seen = new HashSet<>();

    void warn(String run, int epoch, List<Notice> notices) {
        for (Notice notice : notices) {
            if (seen.add(notice.code())) {
                LOGGER.log(
                        Logger.Level.WARNING,
                        "{0}, epoch {1}: {2} (said once)",
                        run,
                        String.valueOf(epoch),
                        notice.text());
            }
        }
    }
}
