package io.github.tiercel.result;

/**
 * Where the time of an evaluation went, in milliseconds of wall time.
 *
 * @param readMillis reading and checking the rows; 0 if they were given in memory
 * @param inference having the models score the rows, and what of it was saved; nothing for scores that were given
 * @param metricsMillis sorting, and the values of all metrics
 * @param intervalsMillis intervals, comparison, bootstrap, curves and slices
 * @param totalMillis all of it
 * @since 0.1
 */
public record TimeBreakdown(
        double readMillis, InferenceCost inference, double metricsMillis, double intervalsMillis, double totalMillis) {

    /**
     * {@return the same with the time of reading added}
     *
     * @param millis time spent reading before the evaluation began
     */
    public TimeBreakdown withRead(double millis) {
        return new TimeBreakdown(readMillis + millis, inference, metricsMillis, intervalsMillis, totalMillis + millis);
    }
}
