package io.github.tiercel.metrics;

/**
 * Some consecutive steps of recall, side by side in memory. Owned by one thread and filled again and again.
 *
 * @since 0.1
 */
public final class StepBlock {

    /** How many steps a block holds at most. */
    public static final int CAPACITY = 256;

    private final double[] positives = new double[CAPACITY];
    private final double[] truePositives = new double[CAPACITY];
    private final double[] falsePositives = new double[CAPACITY];
    private final double[] ahead = new double[CAPACITY];
    private int size;

    /** Makes an empty block. */
    public StepBlock() {}

    /** {@return the number of steps} */
    public int size() {
        return size;
    }

    /**
     * {@return the positive weight of the step alone}
     *
     * @param step the step in this block, from 0
     */
    public double positive(int step) {
        return positives[step];
    }

    /**
     * {@return the positive weight at the step's score and above}
     *
     * @param step the step in this block, from 0
     */
    public double truePositives(int step) {
        return truePositives[step];
    }

    /**
     * {@return the negative weight at the step's score and above}
     *
     * @param step the step in this block, from 0
     */
    public double falsePositives(int step) {
        return falsePositives[step];
    }

    /**
     * {@return the negative weight that the step's positive rows lose against: all above its score, and half of what
     * stands at it}
     *
     * @param step the step in this block, from 0
     */
    public double ahead(int step) {
        return ahead[step];
    }

    /**
     * Sets how many steps there are; those not set before hold anything.
     *
     * @param steps at most {@link #CAPACITY}
     */
    public void resize(int steps) {
        size = steps;
    }

    /**
     * Sets a step.
     *
     * @param step the step in this block, from 0
     * @param positive the positive weight of the step alone
     * @param truePositive the positive weight at its score and above
     * @param falsePositive the negative weight at its score and above
     * @param negativeAhead the negative weight that its positive rows lose against
     */
    public void set(int step, double positive, double truePositive, double falsePositive, double negativeAhead) {
        positives[step] = positive;
        truePositives[step] = truePositive;
        falsePositives[step] = falsePositive;
        ahead[step] = negativeAhead;
    }
}
