package io.github.tiercel.serving;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;

/**
 * Amounts in text: as gate rules spell them, exactly, in the largest unit that gives a whole number; and for people.
 */
final class Amounts {

    private static final long THOUSAND = 1000;
    private static final long KIBI = 1024;
    private static final String[] TIMES = {"ns", "us", "ms", "s"};
    private static final String[] SIZES = {"B", "KiB", "MiB", "GiB"};

    private Amounts() {}

    static String time(Duration time) {
        return whole(time.toNanos(), THOUSAND, TIMES);
    }

    static String bytes(long bytes) {
        return whole(bytes, KIBI, SIZES);
    }

    private static String whole(long amount, long step, String... units) {
        int unit = 0;
        long left = amount;
        while (unit + 1 < units.length && left % step == 0) {
            left /= step;
            unit++;
        }
        return left + units[unit];
    }

    static String threeDigits(double number) {
        BigDecimal rounded = new BigDecimal(number).round(new MathContext(3));
        return (rounded.scale() < 0 ? rounded.setScale(0) : rounded).toPlainString();
    }

    static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
