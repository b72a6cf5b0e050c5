package io.github.tiercel.evaluation;

import io.github.tiercel.result.HoldoutUse;
import io.github.tiercel.result.ServingProfile;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;

/** A model's scores for the rows of a tier, wherever they come from. */
interface ScoreSource {

    /** {@return the model's name, as results show it} */
    String model();

    /** {@return what tells the model from every other; empty if nothing does} */
    default Optional<String> fingerprint() {
        return Optional.empty();
    }

    /** {@return by name, the fingerprints that tell a store the rows and labels; none where no store has the scores} */
    default SortedMap<String, String> storedRows() {
        return Collections.emptySortedMap();
    }

    /** {@return whether other rows have scores too, so that a sample can grow} */
    default boolean canGrow() {
        return true;
    }

    /** {@return how the model behaves in service; empty unless that was measured} */
    default Optional<ServingProfile> serving() {
        return Optional.empty();
    }

    /**
     * Counts an evaluation, and says how often the rows have been used so far; empty where nobody counts.
     *
     * @param tier the tier's name
     */
    default Optional<HoldoutUse> used(String tier) {
        return Optional.empty();
    }

    /**
     * {@return the scores of some rows}
     *
     * @param rows the rows of a tier
     */
    ScoredRows of(SampledRows rows);
}
