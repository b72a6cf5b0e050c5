package io.github.tiercel.result;

/**
 * How much evidence a set of rows holds, in what metrics of the task rest on.
 *
 * @param unit what is counted
 * @param count how many there are
 * @since 0.1
 */
public record Support(Unit unit, int count) {

    /**
     * What counts as evidence.
     *
     * @since 0.1
     */
    public enum Unit {
        /** Rows with a positive label, of binary predictions. */
        POSITIVES("positive rows", 50),
        /** Rows of the declared class that has the fewest, of several classes. */
        RAREST_CLASS("rows of every class", 50),
        /** Rows, of predicted numbers. */
        ROWS("rows", 100),
        /** Queries, of rankings. */
        QUERIES("queries", 30);

        private final String noun;
        private final int fewest;

        Unit(String noun, int fewest) {
            this.noun = noun;
            this.fewest = fewest;
        }

        /** {@return the unit in words, in the plural} */
        public String noun() {
            return noun;
        }

        /** {@return with fewer of them a slice is not judged, because its interval says too little} */
        public int fewest() {
            return fewest;
        }
    }

    /** {@return whether a slice with this much evidence is judged and searched} */
    public boolean isEnough() {
        return count >= unit.fewest();
    }
}
