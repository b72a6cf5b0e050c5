package io.github.tiercel.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was found at the end of one epoch.
 *
 * @param epoch the epoch's number, from 0 or 1 as the trainer counts
 * @param tiers what each tier found, by its name, the smallest first; empty if the evaluation failed
 * @param best whether the epoch's value is better than all before it, be it by chance: the one to keep a checkpoint of
 * @param progress whether the epoch has improved by the rule of the run
 * @param comparison what that rests on; empty for the first epoch, in a warm-up, where the epoch has no value, and
 *     where plain values are compared
 * @param trainingMillis wall time since the evaluation of the epoch before, or since the loop began
 * @param evaluationMillis wall time of this evaluation, inference included
 * @param warnings what went wrong, such as a model that gave NaN
 * @since 0.1
 */
public record EpochRecord(
        int epoch,
        Map<String, TierRecord> tiers,
        boolean best,
        Progress progress,
        Optional<EpochComparison> comparison,
        double trainingMillis,
        double evaluationMillis,
        List<Notice> warnings) {

    /** Copies the collections, keeping their order. */
    public EpochRecord {
        tiers = Collections.unmodifiableMap(new LinkedHashMap<>(tiers));
        warnings = List.copyOf(warnings);
    }

    /** {@return whether the epoch has improved by the rule of the run} */
    public boolean improved() {
        return progress.isImproved();
    }

    /**
     * {@return the same epoch with what another tier found}
     *
     * @param tier the tier's name
     * @param found what it found
     * @param millis how long that took
     */
    public EpochRecord withTier(String tier, TierRecord found, double millis) {
        Map<String, TierRecord> more = new LinkedHashMap<>(tiers);
        more.put(tier, found);
        return new EpochRecord(
                epoch, more, best, progress, comparison, trainingMillis, evaluationMillis + millis, warnings);
    }
}
