package io.github.tiercel.duckdb;

import java.util.Arrays;

/** What is known of rows that follow one another in the source. */
final class PlannedChunk {

    private static final int DROPPED = -1;

    private final int[] positions;
    private final double[] labels;
    private final byte[] strata;

    /** Makes a chunk of rows that are left out, unless they are put. */
    PlannedChunk(int rows) {
        this.positions = new int[rows];
        this.labels = new double[rows];
        this.strata = new byte[rows];
        Arrays.fill(positions, DROPPED);
    }

    void put(int i, int position, double label, int stratum) {
        positions[i] = position;
        labels[i] = label;
        strata[i] = (byte) stratum;
    }

    /** {@return whether a row is left out} */
    boolean isDropped(int i) {
        return positions[i] == DROPPED;
    }

    int position(int i) {
        return positions[i];
    }

    /** {@return the label as a number, as an evaluation set has it} */
    double label(int i) {
        return labels[i];
    }

    /** {@return the stratum as an unsigned byte; 0 where there are none} */
    byte stratum(int i) {
        return strata[i];
    }
}
