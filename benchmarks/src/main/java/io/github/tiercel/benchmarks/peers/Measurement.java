package io.github.tiercel.benchmarks.peers;

import java.util.Map;

/**
 * What a program took for a job.
 *
 * @param program name and version
 * @param job what was asked for
 * @param computes what the program makes of it
 * @param run how many replicates ran, and whether the time of more was extrapolated
 * @param timing the whole job
 * @param values the point values by name
 */
record Measurement(String program, Job job, String computes, String run, Timing timing, Map<String, Double> values) {}
