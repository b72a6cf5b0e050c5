package io.github.tiercel.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A size as people write it.
 *
 * @param bytes at least 0
 */
record ByteSize(long bytes) {

    private static final Pattern PATTERN = Pattern.compile("(\\d{1,19})([kmgt]i)?b?");
    private static final String UNITS = "kmgt";
    private static final int BITS_A_STEP = 10;

    /** Reads a whole number with a unit: B, KiB, MiB, GiB or TiB; without one it is bytes. */
    static final class Converter implements ITypeConverter<ByteSize> {

        Converter() {}

        @Override
        public ByteSize convert(String text) {
            Matcher size = PATTERN.matcher(text.toLowerCase(Locale.ROOT));
            if (!size.matches()) {
                throw new TypeConversionException("expected a size such as 512MiB, 10GiB or 0 but was '" + text + "'");
            }
            try {
                return new ByteSize(Math.multiplyExact(Long.parseLong(size.group(1)), unit(size)));
            } catch (ArithmeticException | NumberFormatException e) {
                throw new TypeConversionException("'" + text + "' is too large a size");
            }
        }

        private static long unit(Matcher size) {
            return size.group(2) == null
                    ? 1
                    : 1L << (BITS_A_STEP * (1 + UNITS.indexOf(size.group(2).charAt(0))));
        }
    }
}
