package io.github.tiercel.metrics;

/**
 * Some consecutive score groups, side by side in memory: their weights, and the influence values that a metric gives to
 * their rows. Owned by one thread and filled again and again.
 *
 * @since 0.1
 */
public final class GroupBlock {

    /** How many groups a block holds at most. */
    public static final int CAPACITY = 256;

    final double[] positives = new double[CAPACITY];
    final double[] negatives = new double[CAPACITY];
    final double[] truePositives = new double[CAPACITY];
    final double[] falsePositives = new double[CAPACITY];
    private final double[] positiveInfluence = new double[CAPACITY];
    private final double[] negativeInfluence = new double[CAPACITY];
    private int begin;
    private int size;

    /** Makes an empty block. */
    public GroupBlock() {}

    /** Puts a group by its counts and those of the group above; differences of counts are exact. */
    void put(int i, LabelWeights weights, int tpAbove, int tpThrough, int fpAbove, int fpThrough) {
        positives[i] = weights.positive() * (tpThrough - tpAbove);
        negatives[i] = weights.negative() * (fpThrough - fpAbove);
        truePositives[i] = weights.positive() * tpThrough;
        falsePositives[i] = weights.negative() * fpThrough;
    }

    void hold(int from, int to) {
        begin = from;
        size = to - from;
    }

    /** {@return the first group} */
    public int begin() {
        return begin;
    }

    /** {@return the number of groups} */
    public int size() {
        return size;
    }

    /**
     * {@return the positive weight in a group}
     *
     * @param i the group, counted from the first of the block
     */
    public double positive(int i) {
        return positives[i];
    }

    /**
     * {@return the negative weight in a group}
     *
     * @param i the group, counted from the first of the block
     */
    public double negative(int i) {
        return negatives[i];
    }

    /**
     * {@return the positive weight in a group and all higher ones}
     *
     * @param i the group, counted from the first of the block
     */
    public double truePositives(int i) {
        return truePositives[i];
    }

    /**
     * {@return the negative weight in a group and all higher ones}
     *
     * @param i the group, counted from the first of the block
     */
    public double falsePositives(int i) {
        return falsePositives[i];
    }

    /**
     * Sets the influence values of the rows of a group.
     *
     * @param i the group, counted from the first of the block
     * @param ofPositives that of its positive rows
     * @param ofNegatives that of its negative rows
     */
    public void influence(int i, double ofPositives, double ofNegatives) {
        positiveInfluence[i] = ofPositives;
        negativeInfluence[i] = ofNegatives;
    }

    /**
     * {@return the influence value of the positive rows of a group}
     *
     * @param i the group, counted from the first of the block
     */
    public double positiveInfluence(int i) {
        return positiveInfluence[i];
    }

    /**
     * {@return the influence value of the negative rows of a group}
     *
     * @param i the group, counted from the first of the block
     */
    public double negativeInfluence(int i) {
        return negativeInfluence[i];
    }
}
