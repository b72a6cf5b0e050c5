package io.github.tiercel.metrics.binary;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Numbers in names: plain decimals without an exponent or trailing zeros, joined by underscores. */
final class Plain {

    private Plain() {}

    static String text(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    static String join(double... numbers) {
        return Arrays.stream(numbers).mapToObj(Plain::text).collect(Collectors.joining("_"));
    }
}
