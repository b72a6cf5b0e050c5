package io.github.tiercel.report;

import java.util.List;
import java.util.Locale;

/** Sizes for people, in powers of 1024, the same in every locale. */
final class ByteText {

    private static final List<String> UNITS = List.of("KiB", "MiB", "GiB", "TiB", "PiB", "EiB");
    private static final int STEP = 1024;

    /** From here on one decimal would round up to the next unit. */
    private static final double LARGEST = 1023.95;

    private ByteText() {}

    /** {@return a size such as {@code "812 bytes"}, {@code "614.0 KiB"} or {@code "3.2 GiB"}} */
    static String of(long bytes) {
        if (bytes < STEP) {
            return bytes + (bytes == 1 ? " byte" : " bytes");
        }
        double size = (double) bytes / STEP;
        int unit = 0;
        while (size >= LARGEST) {
            size /= STEP;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", size, UNITS.get(unit));
    }
}
