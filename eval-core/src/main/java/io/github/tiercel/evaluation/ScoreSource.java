package io.github.tiercel.evaluation;

import java.util.Optional;

/** A model's scores for the rows of a tier, wherever they come from. */
interface ScoreSource {

    /** {@return the model's name, as results show it} */
    String model();

    /** {@return what tells the model from every other; empty if nothing does} */
    default Optional<String> fingerprint() {
        return Optional.empty();
    }

    /** {@return whether other rows have scores too, so that a sample can grow} */
    default boolean canGrow() {
        return true;
    }

    /**
     * {@return the scores of some rows}
     *
     * @param rows the rows of a tier
     */
    ScoredRows of(SampledRows rows);
}
