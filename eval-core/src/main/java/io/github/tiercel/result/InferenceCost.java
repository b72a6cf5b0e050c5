package io.github.tiercel.result;

/**
 * What it took to have the scores of an evaluation, over all its models.
 *
 * @param millis wall time of having the scores: reading and checking stored ones, inferring the rest, waiting for data
 *     or for another thread that infers the same
 * @param rowsInferred rows that a model scored for this evaluation
 * @param rowsReused rows whose scores were there already, in memory or on disk
 * @param rowsChecked rows scored once more, to see whether stored scores are still the model's; not among the above
 * @param savedMillis the time that scoring the reused rows once took, as far as it was recorded
 * @param waitingMillis the part of {@code millis} in which the model waited for its rows
 * @param batchRows the most rows that a model got in one call, also where scores that depend on it were there already;
 *     else 0 where nothing was inferred, or nobody counted
 * @since 0.1
 */
public record InferenceCost(
        double millis,
        long rowsInferred,
        long rowsReused,
        long rowsChecked,
        double savedMillis,
        double waitingMillis,
        int batchRows) {

    /** Scores that were given: nothing inferred, nothing reused. */
    public static final InferenceCost NONE = new InferenceCost(0, 0, 0, 0, 0, 0);

    /**
     * A cost of which nobody knows the size of batches.
     *
     * @param millis wall time of having the scores
     * @param rowsInferred rows that a model scored
     * @param rowsReused rows whose scores were there already
     * @param rowsChecked rows scored once more
     * @param savedMillis the time that scoring the reused rows once took
     * @param waitingMillis the part of {@code millis} in which the model waited for its rows
     */
    public InferenceCost(
            double millis,
            long rowsInferred,
            long rowsReused,
            long rowsChecked,
            double savedMillis,
            double waitingMillis) {
        this(millis, rowsInferred, rowsReused, rowsChecked, savedMillis, waitingMillis, 0);
    }

    /**
     * {@return the sum of both}
     *
     * @param other the cost of another model
     */
    public InferenceCost plus(InferenceCost other) {
        return new InferenceCost(
                millis + other.millis,
                rowsInferred + other.rowsInferred,
                rowsReused + other.rowsReused,
                rowsChecked + other.rowsChecked,
                savedMillis + other.savedMillis,
                waitingMillis + other.waitingMillis,
                Math.max(batchRows, other.batchRows));
    }

    /**
     * {@return what it took in all to have the scores of a sample that grew: rows that were inferred for a smaller size
     * are inferred once, and not reused as well}
     *
     * @param earlier the cost of all smaller sizes
     */
    public InferenceCost after(InferenceCost earlier) {
        long inferred = earlier.rowsInferred + rowsInferred;
        long reused = Math.max(0, rowsReused - earlier.rowsInferred);
        return new InferenceCost(
                earlier.millis + millis,
                inferred,
                reused,
                earlier.rowsChecked + rowsChecked,
                rowsReused == 0 ? 0 : savedMillis * reused / rowsReused,
                earlier.waitingMillis + waitingMillis,
                Math.max(batchRows, earlier.batchRows));
    }
}
