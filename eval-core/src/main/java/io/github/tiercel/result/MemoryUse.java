package io.github.tiercel.result;

import java.util.OptionalLong;

/**
 * The memory of a process that runs a model, in bytes.
 *
 * @param residentBytes the most that the process had in memory while the model was at work, natives included; empty
 *     where the system does not say
 * @param modelBytes by how much that is more than before the model was loaded; empty where the system does not say
 * @param heapBytes the most of the Java heap that was in use
 * @since 0.1
 */
public record MemoryUse(OptionalLong residentBytes, OptionalLong modelBytes, long heapBytes) {}
