package io.github.tiercel.duckdb;

/**
 * What DuckDB may use.
 *
 * @param bytes memory outside of the Java heap
 * @param threads threads of its own
 */
record Limits(long bytes, int threads) {

    /** What one thread needs for its read buffers; with less DuckDB gives up halfway. */
    private static final long BYTES_PER_THREAD = 64L << 20;

    static final Limits DEFAULT = new Limits(1L << 30, Runtime.getRuntime().availableProcessors());

    Limits {
        if (bytes < 1) {
            throw new IllegalArgumentException("memoryLimit must be at least 1 byte, got " + bytes);
        }
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, got " + threads);
        }
    }

    Limits withBytes(long value) {
        return new Limits(value, threads);
    }

    Limits withThreads(int value) {
        return new Limits(bytes, value);
    }

    /** {@return the threads that the memory suffices for} */
    long usableThreads() {
        return Math.min(threads, Math.max(1, bytes / BYTES_PER_THREAD));
    }
}
