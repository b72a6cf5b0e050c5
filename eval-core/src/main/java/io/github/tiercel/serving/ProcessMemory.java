package io.github.tiercel.serving;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** The memory of this process. */
final class ProcessMemory {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String RESIDENT = "VmRSS:";
    private static final long KIBI = 1024;

    private ProcessMemory() {}

    /** The bytes that the process has in memory now; empty where the system does not say. */
    static OptionalLong residentBytes() {
        return residentBytes(STATUS);
    }

    static OptionalLong residentBytes(Path status) {
        if (!Files.isReadable(status)) {
            return OptionalLong.empty();
        }
        try {
            return residentBytes(Files.readAllLines(status));
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    private static OptionalLong residentBytes(List<String> lines) {
        return lines.stream()
                .filter(line -> line.matches(RESIDENT + "\\s+\\d+ kB"))
                .mapToLong(line -> KIBI * Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst();
    }

    /** Forgets how much of the heap was in use before. */
    static void forgetHeapPeak() {
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    /**
     * The most that was in use of each of the heap's pools, summed up: they need not have been at their most together.
     */
    static long heapPeakBytes() {
        return heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isValid())
                .toList();
    }
}
