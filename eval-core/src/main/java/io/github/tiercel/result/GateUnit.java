package io.github.tiercel.result;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * The unit of the numbers of a gate on how a model behaves in service. Those of metrics have none.
 *
 * @since 0.1
 */
public enum GateUnit {
    /** Milliseconds, of latency. */
    MILLISECONDS("ms"),
    /** Rows a second, of throughput. */
    ROWS_PER_SECOND("rows/s"),
    /** Bytes, of memory and size. */
    BYTES("bytes");

    private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);
    private static final double MEBIBYTE = 1 << 20;

    private final String symbol;

    GateUnit(String symbol) {
        this.symbol = symbol;
    }

    /** {@return how results spell it: {@code "ms"}, {@code "rows/s"} or {@code "bytes"}} */
    public String symbol() {
        return symbol;
    }

    /**
     * {@return a number with its unit, for people: {@code "0.052 ms"}, {@code "512.0 MiB"}}
     *
     * <p>It is rounded to four significant digits, bytes to a tenth of a mebibyte.
     *
     * @param number in this unit
     */
    public String text(double number) {
        return this == BYTES
                ? String.format(Locale.ROOT, "%,.1f MiB", number / MEBIBYTE)
                : rounded(number) + " " + symbol;
    }

    /** {@return a number with its unit and all its digits} */
    String exactly(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString() + " " + symbol;
    }

    private static String rounded(double number) {
        if (!Double.isFinite(number)) {
            return Double.toString(number);
        }
        return BigDecimal.valueOf(number)
                .round(FOUR_DIGITS)
                .stripTrailingZeros()
                .toPlainString();
    }
}
