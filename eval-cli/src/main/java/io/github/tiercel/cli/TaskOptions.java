package io.github.tiercel.cli;

import io.github.tiercel.metrics.Task;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.ParseResult;

/** Options that mean something for one task only. */
final class TaskOptions {

    private static final Map<String, Task> ONLY = only();

    private TaskOptions() {}

    private static Map<String, Task> only() {
        Map<String, Task> only = new LinkedHashMap<>();
        only.put("--positive", Task.BINARY);
        only.put("--threshold", Task.BINARY);
        only.put("--without-relevant", Task.RANKING);
        return only;
    }

    /**
     * Refuses what would have no effect.
     *
     * @throws io.github.tiercel.data.UsageException if there is such an option
     */
    static void check(ParseResult given, Task task) {
        ONLY.forEach((option, only) -> {
            if (task != only && given.hasMatchedOption(option)) {
                throw Usage.mistake(option + " is for " + only.spelling() + " predictions only, and these are "
                        + task.spelling() + ". Leave it out.");
            }
        });
    }
}
