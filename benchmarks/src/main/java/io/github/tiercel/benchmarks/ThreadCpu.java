package io.github.tiercel.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** What the current thread has computed, as opposed to waited: it means the same on a machine that others use too. */
final class ThreadCpu {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final double NANOS_PER_MILLI = 1e6;

    private ThreadCpu() {}

    static double millis() {
        return THREADS.getCurrentThreadCpuTime() / NANOS_PER_MILLI;
    }
}
