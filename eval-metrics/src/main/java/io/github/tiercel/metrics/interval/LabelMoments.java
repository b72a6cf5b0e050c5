package io.github.tiercel.metrics.interval;

/**
 * Sums over the influence values of rows of one label.
 *
 * @param rows how many rows the value is of
 * @param sum the sum of IF
 * @param squares the sum of IF²
 * @param cubes the sum of IF³
 */
record LabelMoments(double rows, double sum, double squares, double cubes) {

    /** The same with some more rows of one influence value; the number of rows stays. */
    LabelMoments plus(double times, double influence) {
        double squares = times * influence * influence;
        return new LabelMoments(rows, sum + times * influence, this.squares + squares, cubes + squares * influence);
    }
}
