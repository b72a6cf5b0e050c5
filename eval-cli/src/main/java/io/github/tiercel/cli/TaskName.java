package io.github.tiercel.cli;

import io.github.tiercel.metrics.Task;
import java.util.Locale;

/** The tasks as the command line spells them. */
enum TaskName {
    binary,
    multiclass,
    regression,
    ranking;

    Task task() {
        return Task.valueOf(name().toUpperCase(Locale.ROOT));
    }
}
