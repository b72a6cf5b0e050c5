package io.github.tiercel.store;

import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/** CRC32C checksums as text: eight hexadecimal digits each, with spaces between them. */
final class Checksums {

    static final int DIGITS = 8;

    private static final Pattern SPACE = Pattern.compile(" ");

    private Checksums() {}

    static String hex(CRC32C crc) {
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    static String joined(List<String> checksums) {
        return String.join(" ", checksums);
    }

    /** Returns how long the text of so many is. */
    static long length(long count) {
        return count == 0 ? 0 : count * (DIGITS + 1) - 1;
    }

    static List<String> split(String joined) {
        return joined.isEmpty() ? List.of() : SPACE.splitAsStream(joined).toList();
    }
}
