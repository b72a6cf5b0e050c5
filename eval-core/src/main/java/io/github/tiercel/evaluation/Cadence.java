package io.github.tiercel.evaluation;

/**
 * How often a training loop evaluates a tier. Immutable.
 *
 * @since 0.1
 */
public sealed interface Cadence {

    /**
     * Every so many epochs.
     *
     * @param epochs at least 1; 1 for every epoch
     */
    record Every(int epochs) implements Cadence {
        /**
         * Checks the number.
         *
         * @throws IllegalArgumentException if {@code epochs} is below 1
         */
        public Every {
            if (epochs < 1) {
                throw new IllegalArgumentException("epochs must be at least 1, got " + epochs);
            }
        }

        @Override
        public boolean isDue(int count, boolean improved) {
            return count % epochs == 0;
        }
    }

    /** At every epoch that is better than all before it, going by the smallest tier. */
    record OnImprovement() implements Cadence {
        @Override
        public boolean isDue(int count, boolean improved) {
            return improved;
        }
    }

    /** Never by itself: only for the best epoch, when asked for it. */
    record OnDemand() implements Cadence {
        @Override
        public boolean isDue(int count, boolean improved) {
            return false;
        }
    }

    /**
     * {@return whether the tier is due}
     *
     * @param count the epochs evaluated so far, this one included, at least 1
     * @param improved whether this epoch is better than all before it
     */
    boolean isDue(int count, boolean improved);
}
