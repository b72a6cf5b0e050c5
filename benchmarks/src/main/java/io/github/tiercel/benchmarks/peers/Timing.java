package io.github.tiercel.benchmarks.peers;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Seconds of CPU time and by the clock on the wall. CPU time is that of the whole process, collector and compiler
 * included, as other programs count it too; Linux tells it in steps of 10 ms.
 */
record Timing(double cpuSeconds, double wallSeconds) {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    static Timing of(Runnable work) {
        long wall = System.nanoTime();
        long cpu = PROCESS.getProcessCpuTime();
        work.run();
        return new Timing(
                (PROCESS.getProcessCpuTime() - cpu) / NANOS_PER_SECOND, (System.nanoTime() - wall) / NANOS_PER_SECOND);
    }

    Timing plus(Timing other) {
        return new Timing(cpuSeconds + other.cpuSeconds, wallSeconds + other.wallSeconds);
    }

    Timing times(double factor) {
        return new Timing(cpuSeconds * factor, wallSeconds * factor);
    }
}
