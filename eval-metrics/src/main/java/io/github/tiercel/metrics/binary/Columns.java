package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.CompensatedSum;
import io.github.tiercel.metrics.StepBlock;

/**
 * A sum kept in as many columns as a block has steps. Additions to different columns do not wait for each other, and
 * each column takes few of them, so that rounding stays as small as in compensated sums.
 */
final class Columns {

    final double[] sums = new double[StepBlock.CAPACITY];

    double total() {
        return CompensatedSum.of(sums);
    }
}
