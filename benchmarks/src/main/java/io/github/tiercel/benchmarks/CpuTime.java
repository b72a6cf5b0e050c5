package io.github.tiercel.benchmarks;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The CPU time of the measuring thread, which JMH shows beside the elapsed time as {@code cpuMillis}, and the calls
 * that it was spent on: both are sums over all iterations, so one by the other is the CPU time of a call.
 */
@AuxCounters(AuxCounters.Type.EVENTS)
@State(Scope.Thread)
public class CpuTime {

    /** Milliseconds of CPU time. */
    public double cpuMillis;

    /** Calls that were measured. */
    public long calls;

    private double start;

    /** Forgets the iteration before. */
    @Setup(Level.Iteration)
    public void reset() {
        cpuMillis = 0;
        calls = 0;
    }

    void begin() {
        start = ThreadCpu.millis();
    }

    void end() {
        cpuMillis += ThreadCpu.millis() - start;
        calls++;
    }
}
