package io.github.tiercel.inference;

/**
 * How far a model's scores of the same rows are apart, at two times or in two batches.
 *
 * @param largest the largest absolute difference
 * @param isRounding whether none is above {@value #TOLERANCE}, absolutely and, where a score is above 1, relatively to
 *     the larger: graphics processors and batches of other sizes round that differently
 * @since 0.1
 */
public record ScoreDifference(double largest, boolean isRounding) {

    /** Scores may differ by this much, absolutely and relatively, before they count as others. */
    public static final double TOLERANCE = 1e-5;

    /** No difference. */
    public static final ScoreDifference NONE = new ScoreDifference(0, true);

    /**
     * {@return the difference at the positions that two blocks share}
     *
     * @param one scores
     * @param other scores of as many outputs
     */
    public static ScoreDifference between(ScoreBlock one, ScoreBlock other) {
        ScoreDifference all = NONE;
        int to = Math.min(one.to(), other.to());
        for (int output = 0; output < one.outputs(); output++) {
            for (int position = Math.max(one.from(), other.from()); position < to; position++) {
                all = all.or(of(one.score(output, position), other.score(output, position)));
            }
        }
        return all;
    }

    private static ScoreDifference of(double one, double other) {
        // Equal infinities have no difference but NaN.
        double difference = one == other ? 0 : Math.abs(one - other);
        double size = Math.max(Math.abs(one), Math.abs(other));
        double most = TOLERANCE * Math.max(1, Math.min(size, Double.MAX_VALUE));
        return new ScoreDifference(difference, difference <= most);
    }

    /**
     * {@return the larger of both}
     *
     * @param other the difference of other rows
     */
    public ScoreDifference or(ScoreDifference other) {
        return new ScoreDifference(Math.max(largest, other.largest), isRounding && other.isRounding);
    }
}
