package io.github.tiercel.serving;

/**
 * Calls until they become no faster: windows of calls, until the medians of some windows in a row are not below what
 * was reached before them by more than is worth waiting for.
 *
 * @param window how long a window is
 * @param mostNanos when to stop, steady or not
 */
record WarmUp(Clock clock, Extent window, long mostNanos) {

    private static final int STEADY_WINDOWS = 3;
    private static final double FALL = 0.02;
    private static final double MEDIAN = 50;

    /** {@return the number of calls made} */
    long run(Calls calls) throws InterruptedException {
        ClosedLoop loop = new ClosedLoop(clock);
        long began = clock.nanos();
        long made = 0;
        double reached = Double.POSITIVE_INFINITY;
        int steady = 0;
        long left = mostNanos;
        while (steady < STEADY_WINDOWS && left > 0) {
            LatencyRun run = loop.run(calls, window.within(left));
            made += run.calls();
            double median = run.latencies().getValueAtPercentile(MEDIAN);
            boolean fell = median < reached * (1 - FALL);
            steady = fell ? 0 : steady + 1;
            reached = fell ? median : reached;
            left = mostNanos - (clock.nanos() - began);
        }
        return made;
    }
}
