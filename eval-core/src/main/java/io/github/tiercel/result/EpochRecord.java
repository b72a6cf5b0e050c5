package io.github.tiercel.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was found at the end of one epoch.
 *
 * @param epoch the epoch's number, from 0 or 1 as the trainer counts
 * @param tiers what each tier found, by its name, the smallest first; empty if the evaluation failed
 * @param improved whether this epoch was better than all before it
 * @param trainingMillis wall time since the evaluation of the epoch before, or since the loop began
 * @param evaluationMillis wall time of this evaluation, inference included
 * @param warnings what went wrong, such as a model that gave NaN
 * @since 0.1
 */
public record EpochRecord(
        int epoch,
        Map<String, TierRecord> tiers,
        boolean improved,
        double trainingMillis,
        double evaluationMillis,
        List<Notice> warnings) {

    /** Copies the collections, keeping their order. */
    public EpochRecord {
        tiers = Collections.unmodifiableMap(new LinkedHashMap<>(tiers));
        warnings = List.copyOf(warnings);
    }
}
