package io.github.tiercel.inference;

import java.util.Arrays;
import java.util.List;

/**
 * The scores of contiguous positions of an order: one plane of scores an output, in the model's own precision.
 *
 * <p>Holds the arrays it is given and hands them out without copying: nobody may change them. Safe for use by several
 * threads under that condition.
 *
 * @since 0.1
 */
public final class ScoreBlock {

    private final int from;
    private final int rows;
    private final Precision precision;
    private final double[][] doubles;
    private final float[][] floats;

    private ScoreBlock(int from, int rows, Precision precision, double[][] doubles, float[][] floats) {
        this.from = from;
        this.rows = rows;
        this.precision = precision;
        this.doubles = doubles;
        this.floats = floats;
    }

    /**
     * {@return a block of doubles}
     *
     * @param from the first position, from 0
     * @param planes for each output one score a position; at least one output, all of one length
     * @throws IllegalArgumentException if {@code from} is negative or there is no output
     */
    public static ScoreBlock of(int from, double[][] planes) {
        require(from, planes.length);
        return new ScoreBlock(from, planes[0].length, Precision.DOUBLE, planes, new float[0][]);
    }

    /**
     * {@return a block of floats}
     *
     * @param from the first position, from 0
     * @param planes for each output one score a position; at least one output, all of one length
     * @throws IllegalArgumentException if {@code from} is negative or there is no output
     */
    public static ScoreBlock of(int from, float[][] planes) {
        require(from, planes.length);
        return new ScoreBlock(from, planes[0].length, Precision.FLOAT, new double[0][], planes);
    }

    /**
     * {@return one block of several}
     *
     * @param blocks at least one, each beginning where the one before ends, of equal outputs and precision
     */
    public static ScoreBlock join(List<ScoreBlock> blocks) {
        ScoreBlock first = blocks.get(0);
        if (blocks.size() == 1) {
            return first;
        }
        int rows = blocks.get(blocks.size() - 1).to() - first.from;
        return first.precision == Precision.DOUBLE ? joinDoubles(blocks, rows) : joinFloats(blocks, rows);
    }

    private static ScoreBlock joinDoubles(List<ScoreBlock> blocks, int rows) {
        ScoreBlock first = blocks.get(0);
        double[][] planes = new double[first.outputs()][rows];
        for (ScoreBlock block : blocks) {
            for (int output = 0; output < planes.length; output++) {
                System.arraycopy(block.doubles[output], 0, planes[output], block.from - first.from, block.rows);
            }
        }
        return of(first.from, planes);
    }

    private static ScoreBlock joinFloats(List<ScoreBlock> blocks, int rows) {
        ScoreBlock first = blocks.get(0);
        float[][] planes = new float[first.outputs()][rows];
        for (ScoreBlock block : blocks) {
            for (int output = 0; output < planes.length; output++) {
                System.arraycopy(block.floats[output], 0, planes[output], block.from - first.from, block.rows);
            }
        }
        return of(first.from, planes);
    }

    /** {@return the first position} */
    public int from() {
        return from;
    }

    /** {@return the position after the last} */
    public int to() {
        return from + rows;
    }

    /** {@return the number of positions, at least 1} */
    public int rows() {
        return rows;
    }

    /** {@return the type of the scores} */
    public Precision precision() {
        return precision;
    }

    /** {@return the number of outputs, at least 1} */
    public int outputs() {
        return Math.max(doubles.length, floats.length);
    }

    /**
     * {@return a score, widened to double}
     *
     * @param output the output, from 0
     * @param position the position, in [{@link #from()}, {@link #to()})
     */
    public double score(int output, int position) {
        return precision == Precision.DOUBLE ? doubles[output][position - from] : floats[output][position - from];
    }

    /**
     * {@return the scores of an output; not to be changed}
     *
     * @param output the output, from 0
     * @throws IllegalStateException if the scores are floats
     */
    public double[] doubles(int output) {
        requirePrecision(Precision.DOUBLE);
        return doubles[output];
    }

    /**
     * {@return the scores of an output; not to be changed}
     *
     * @param output the output, from 0
     * @throws IllegalStateException if the scores are doubles
     */
    public float[] floats(int output) {
        requirePrecision(Precision.FLOAT);
        return floats[output];
    }

    /**
     * {@return the part of the block up to a position}
     *
     * @param to the position after the last, in ({@link #from()}, {@link #to()}]
     * @throws IllegalArgumentException if {@code to} is out of range
     */
    public ScoreBlock upTo(int to) {
        if (!(to > from && to <= to())) {
            throw new IllegalArgumentException("to must be in (" + from + ", " + to() + "], got " + to);
        }
        if (to == to()) {
            return this;
        }
        return precision == Precision.DOUBLE
                ? of(
                        from,
                        Arrays.stream(doubles)
                                .map(plane -> Arrays.copyOf(plane, to - from))
                                .toArray(double[][]::new))
                : of(
                        from,
                        Arrays.stream(floats)
                                .map(plane -> Arrays.copyOf(plane, to - from))
                                .toArray(float[][]::new));
    }

    private static void require(int from, int outputs) {
        if (from < 0 || outputs == 0) {
            throw new IllegalArgumentException("a block must begin at 0 or later and have an output, got from " + from
                    + " and " + outputs + " outputs");
        }
    }

    /**
     * {@return the part of the block from a position on}
     *
     * @param position the first position of the part, in [{@link #from()}, {@link #to()})
     */
    public ScoreBlock startingAt(int position) {
        if (position == from) {
            return this;
        }
        return precision == Precision.DOUBLE
                ? of(
                        position,
                        Arrays.stream(doubles)
                                .map(plane -> Arrays.copyOfRange(plane, position - from, rows))
                                .toArray(double[][]::new))
                : of(
                        position,
                        Arrays.stream(floats)
                                .map(plane -> Arrays.copyOfRange(plane, position - from, rows))
                                .toArray(float[][]::new));
    }

    private void requirePrecision(Precision wanted) {
        if (precision != wanted) {
            throw new IllegalStateException("the scores are of precision " + precision + ", not " + wanted);
        }
    }
}
