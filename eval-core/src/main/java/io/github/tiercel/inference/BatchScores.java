package io.github.tiercel.inference;

import java.util.ArrayList;
import java.util.List;

/** Takes the scores of one batch and sees to it that each comes exactly once and is a number. */
final class BatchScores implements ScoreSink {

    private static final int WORD_BITS = 6;

    private final ModelFaults faults;
    private final int rows;
    private final double[][] planes;
    /** For each output one bit a row. */
    private final long[][] given;
    /** A model may catch what it was told, but gets no further with it. */
    private final List<ModelException> refusals = new ArrayList<>(0);

    BatchScores(ModelFaults faults, int rows, int outputs) {
        this.faults = faults;
        this.rows = rows;
        this.planes = new double[outputs][rows];
        this.given = new long[outputs][(rows + Long.SIZE - 1) / Long.SIZE];
    }

    @Override
    public void score(int row, double score) {
        if (planes.length > 1) {
            throw refusal(faults.noOutputNamed());
        }
        put(row, 0, score);
    }

    @Override
    public void score(int row, int output, double score) {
        if (row >= 0 && row < rows && (output < 0 || output >= planes.length)) {
            throw refusal(faults.noSuchOutput(row, output));
        }
        put(row, output, score);
    }

    private void put(int row, int output, double score) {
        if (row < 0 || row >= rows) {
            throw refusal(faults.noSuchRow(row));
        }
        long[] words = given[output];
        int word = row >> WORD_BITS;
        // A shift of a long takes the lowest six bits only.
        long bit = 1L << row;
        if ((words[word] & bit) != 0) {
            throw refusal(faults.twice(row, output));
        }
        words[word] |= bit;
        planes[output][row] = score;
    }

    private ModelException refusal(ModelException refusal) {
        refusals.add(refusal);
        return refusal;
    }

    /**
     * Throws what the model was told first, if it was told anything.
     *
     * @throws ModelException if the model gave a score that was refused
     */
    void requireNoRefusal() {
        if (!refusals.isEmpty()) {
            throw refusals.get(0);
        }
    }

    /**
     * {@return all scores of the batch}
     *
     * @throws ModelException if a score was refused, is missing, NaN or infinite
     */
    ScoreBlock block(int from, Precision precision) {
        requireNoRefusal();
        for (int output = 0; output < planes.length; output++) {
            requireComplete(output);
            requireNumbers(output, precision);
        }
        return precision == Precision.DOUBLE ? ScoreBlock.of(from, planes) : ScoreBlock.of(from, floats());
    }

    private void requireComplete(int output) {
        long[] words = given[output];
        int count = 0;
        for (long word : words) {
            count += Long.bitCount(word);
        }
        if (count < rows) {
            throw faults.missing(row -> (words[row >> WORD_BITS] & (1L << row)) != 0, output);
        }
    }

    /** A number that is too large for a float would be kept as infinity. */
    private void requireNumbers(int output, Precision precision) {
        double[] plane = planes[output];
        for (int row = 0; row < rows; row++) {
            plane[row] = precision == Precision.FLOAT ? (float) plane[row] : plane[row];
        }
        for (double score : plane) {
            if (!Double.isFinite(score)) {
                throw faults.notNumbers(plane, output);
            }
        }
    }

    private float[][] floats() {
        float[][] floats = new float[planes.length][rows];
        for (int output = 0; output < planes.length; output++) {
            for (int row = 0; row < rows; row++) {
                floats[output][row] = (float) planes[output][row];
            }
        }
        return floats;
    }
}
