package io.github.tiercel.serving;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The machine that this process runs on. */
final class ThisMachine implements Machine {

    static final ThisMachine INSTANCE = new ThisMachine();

    private static final int ROUNDS = 100_000;

    /** A thread that parks may wake up this much late; the rest is spent spinning. */
    private static final long SPIN_NANOS = 200_000;

    private ThisMachine() {}

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public void waitUntil(long nanos) throws InterruptedException {
        long left = nanos - System.nanoTime();
        while (left > 0) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while waiting for the next call");
            }
            if (left > SPIN_NANOS) {
                LockSupport.parkNanos(left - SPIN_NANOS);
            } else {
                Thread.onSpinWait();
            }
            left = nanos - System.nanoTime();
        }
    }

    @Override
    public void work() {
        long state = 1;
        for (int round = 0; round < ROUNDS; round++) {
            state ^= state << 13;
            state ^= state >>> 7;
            state ^= state << 17;
        }
        // Xorshift never comes to 0; a compiler that does not know has to do the work.
        if (state == 0) {
            throw new IllegalStateException("xorshift came to 0");
        }
    }

    @Override
    public OptionalDouble load() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return load < 0 ? OptionalDouble.empty() : OptionalDouble.of(load);
    }

    /** In a container the load is that of the whole machine, while Java counts the processors of the container. */
    @Override
    public int processors() {
        return Math.max(Runtime.getRuntime().availableProcessors(), listed());
    }

    private static int listed() {
        Path statistics = Path.of("/proc/stat");
        if (!Files.isReadable(statistics)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(statistics)) {
            return (int) lines.filter(line -> line.matches("cpu\\d+ .*")).count();
        } catch (IOException e) {
            return 0;
        }
    }
}
