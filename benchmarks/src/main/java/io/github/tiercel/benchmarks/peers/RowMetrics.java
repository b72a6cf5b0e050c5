package io.github.tiercel.benchmarks.peers;

import java.util.Map;

/** The metrics that a library for the JVM computes from arrays. */
interface RowMetrics {

    /** Name and version of the library. */
    String library();

    /** What is computed, and by which of its methods. */
    String computes();

    /** Each metric by its name. */
    Map<String, Double> values(Rows rows);
}
