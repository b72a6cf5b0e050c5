package io.github.tiercel.training;

import io.github.tiercel.result.EpochComparison;
import io.github.tiercel.result.Notice;
import io.github.tiercel.result.Progress;
import java.util.List;
import java.util.Optional;

/**
 * What an epoch means for the run.
 *
 * @param stop why training should stop; empty to go on
 */
record Step(Progress progress, Optional<EpochComparison> comparison, List<Notice> notices, Optional<String> stop) {

    static Step of(Progress progress, Optional<String> stop) {
        return new Step(progress, Optional.empty(), List.of(), stop);
    }
}
