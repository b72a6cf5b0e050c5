package io.github.tiercel.report;

import io.github.tiercel.result.EpochRecord;
import io.github.tiercel.result.Progress;

/** What an epoch is beside the last one that improved, in a word. */
final class ProgressText {

    private ProgressText() {}

    /** {@return the word; empty for an epoch that has not improved} */
    static String of(EpochRecord epoch) {
        return epoch.progress() == Progress.NOT_IMPROVED ? "" : key(epoch.progress());
    }

    /** {@return the word of JSON} */
    static String key(Progress progress) {
        return switch (progress) {
            case IMPROVED -> "improved";
            case NOT_IMPROVED -> "not_improved";
            case UNDECIDED -> "undecided";
        };
    }
}
