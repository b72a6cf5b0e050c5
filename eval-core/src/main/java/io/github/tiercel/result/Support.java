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
        POSITIVES("positive rows"),
        /** Rows of the declared class that has the fewest, of several classes. */
        RAREST_CLASS("rows of every class"),
        /** Rows, of predicted numbers. */
        ROWS("rows"),
        /** Queries, of rankings. */
        QUERIES("queries");

        private final String noun;

        Unit(String noun) {
            this.noun = noun;
        }

        /** {@return the unit in words, in the plural} */
        public String noun() {
            return noun;
        }
    }
}
