package io.github.tiercel.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * The footer's checksum, which is part of the footer: CRC32C of its bytes with zeros in place of the digits.
 *
 * <p>The digits stand at a fixed distance from the footer's end, so that nothing needs to be read from a footer before
 * it is known to be whole.
 */
final class FooterCheck {

    static final String NAME = "crc32c_footer";

    static final String BLANK = "0".repeat(Checksums.DIGITS);

    /** The digits, and the four zeros that FlatBuffers puts behind a text of that length. */
    private static final int FROM_END = Checksums.DIGITS + Integer.BYTES;

    private FooterCheck() {}

    /** Fills the digits in and returns the same array. */
    static byte[] stamped(byte[] footer) {
        byte[] digits = expected(footer).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(digits, 0, footer, footer.length - FROM_END, digits.length);
        return footer;
    }

    static boolean holds(byte[] footer) {
        return footer.length >= FROM_END && expected(footer).equals(found(footer));
    }

    private static String found(byte[] footer) {
        return new String(footer, footer.length - FROM_END, Checksums.DIGITS, StandardCharsets.US_ASCII);
    }

    private static String expected(byte[] footer) {
        byte[] blank = footer.clone();
        Arrays.fill(blank, blank.length - FROM_END, blank.length - Integer.BYTES, (byte) '0');
        CRC32C crc = new CRC32C();
        crc.update(blank);
        return Checksums.hex(crc);
    }
}
