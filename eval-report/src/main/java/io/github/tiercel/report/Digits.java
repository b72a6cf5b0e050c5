package io.github.tiercel.report;

import io.github.tiercel.metrics.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;

/**
 * How many digits a number deserves: two significant ones of its margin of error, and the value to the same place, so
 * that a table shows what is known and not what is noise. Numbers up to 1, as most metrics are, have at least
 * {@value #FEWEST} decimals; very small and very large ones share the exponent of the value, to compare at a glance.
 * Digits and separators are the same in every locale.
 *
 * @param decimals digits after the point, from 0 to {@value #MOST}
 * @param exponent the power of ten that numbers are multiples of; 0 for numbers as they are
 */
record Digits(int decimals, int exponent) {

    private static final int FEWEST = 3;
    private static final int MOST = 6;

    /** Numbers from here on are written with an exponent. */
    private static final double LARGE = 1e9;

    /** Numbers below, margins of error included, are written with an exponent. */
    private static final double SMALL = 1e-4;

    /** A number so many powers of ten above the shared exponent has its own. */
    private static final int FAR = 4;

    /** Without a margin, a number is shown as if it were known to one part in a hundred: to four digits. */
    private static final double ASSUMED_MARGIN = 0.01;

    private static final double TENFOLD = 10;
    private static final MathContext SIX = new MathContext(6);

    Digits(int decimals) {
        this(decimals, 0);
    }

    static Digits of(double value, Optional<Interval> interval) {
        return known(value, interval.map(around -> margin(value, around)).orElse(0.0));
    }

    /**
     * {@return the digits of a time or a rate, whose interval may reach far above it: two significant ones of the value
     * at least}
     */
    static Digits ofSkewed(double value, Optional<Interval> interval) {
        double most = Math.abs(value) / TENFOLD;
        return known(
                value,
                interval.map(around -> Math.min(most, margin(value, around))).orElse(0.0));
    }

    /** {@return two significant digits of a margin, which has none itself} */
    static Digits ofMargin(double margin) {
        return known(margin, margin);
    }

    /** {@return the digits of a mean and a standard deviation: three significant ones of the deviation} */
    static Digits ofSpread(double mean, double deviation) {
        return known(mean, deviation / 10);
    }

    /** {@return the digits of the deviation: those of its mean, unless these are too few to show it} */
    static Digits ofDeviation(double mean, double deviation) {
        Digits shared = ofSpread(mean, deviation);
        boolean shown = !(deviation > 0) || 1 - power(deviation / 10) + shared.exponent <= shared.decimals;
        return shown ? shared : ofSpread(deviation, deviation);
    }

    private static double margin(double value, Interval interval) {
        if (Double.isFinite(interval.width())) {
            return interval.width() / 2;
        }
        return Math.min(Math.abs(value - interval.lower()), Math.abs(value - interval.upper()));
    }

    private static Digits known(double value, double margin) {
        double size = Double.isFinite(value) ? Math.abs(value) : 0;
        double known = margin > 0 && Double.isFinite(margin) ? margin : size * ASSUMED_MARGIN;
        return size > 0 || known > 0 ? forMargin(size, Math.max(known, Double.MIN_VALUE)) : new Digits(FEWEST);
    }

    private static Digits forMargin(double size, double known) {
        int decimals = 1 - power(known);
        double larger = Math.max(size, known);
        if (larger < SMALL || size >= LARGE) {
            int exponent = power(larger < SMALL ? larger : size);
            return new Digits(between(1, decimals + exponent, MOST), exponent);
        }
        return new Digits(between(larger <= 1 ? FEWEST : 0, decimals, MOST));
    }

    private static int power(double number) {
        return (int) Math.floor(Math.log10(number));
    }

    private static int between(int least, int number, int most) {
        return Math.max(least, Math.min(most, number));
    }

    /** {@return a number without margin, as a setting: six significant digits and no zeros behind them} */
    static String toCopy(double number) {
        double magnitude = Math.abs(number);
        if (!(magnitude >= 1e-6 && magnitude < LARGE)) {
            return of(number, Optional.empty()).plain(number);
        }
        return BigDecimal.valueOf(number).round(SIX).stripTrailingZeros().toPlainString();
    }

    /** {@return with as many more digits as it takes to tell a number from a limit that it does not equal} */
    Digits telling(double limit, double... numbers) {
        for (double number : numbers) {
            if (number != limit && decimals < MOST && plain(number).equals(plain(limit))) {
                return new Digits(decimals + 1, exponent).telling(limit, numbers);
            }
        }
        return this;
    }

    String plain(double number) {
        return text(number, "");
    }

    /** {@return the number with its sign, for differences; zero has none} */
    String signed(double number) {
        return text(number, "+");
    }

    String plain(Interval interval) {
        return brackets(interval, plain(interval.lower()), plain(interval.upper()));
    }

    String signed(Interval interval) {
        return brackets(interval, signed(interval.lower()), signed(interval.upper()));
    }

    private static String brackets(Interval interval, String lower, String upper) {
        String open = Double.isInfinite(interval.lower()) ? "(" : "[";
        String close = Double.isInfinite(interval.upper()) ? ")" : "]";
        return open + lower + ", " + upper + close;
    }

    private String text(double number, String plus) {
        if (Double.isNaN(number)) {
            return "unknown";
        }
        String sign = number < 0 ? "-" : plus;
        if (Double.isInfinite(number)) {
            return sign + "inf";
        }
        String digits = digits(Math.abs(number));
        return isZero(digits) ? digits : sign + digits;
    }

    private String digits(double magnitude) {
        if (exponent != 0 && magnitude < Math.pow(10, exponent + FAR)) {
            return magnitude == 0 ? "0" : multiple(magnitude);
        }
        if (magnitude >= LARGE) {
            return String.format(Locale.ROOT, "%.3e", magnitude);
        }
        String fixed = String.format(Locale.ROOT, "%,." + decimals + "f", magnitude);
        // At the most digits there are, a number that looks like zero is not noise but small.
        boolean tiny = decimals == MOST && magnitude > 0 && isZero(fixed);
        return tiny ? String.format(Locale.ROOT, "%.1e", magnitude) : fixed;
    }

    private String multiple(double magnitude) {
        BigDecimal times = BigDecimal.valueOf(magnitude).movePointLeft(exponent);
        return String.format(Locale.ROOT, "%." + decimals + "fe%+03d", times, exponent);
    }

    /** Whether no digit in front of the exponent is another one than 0. */
    private static boolean isZero(String digits) {
        return digits.chars().takeWhile(digit -> digit != 'e').noneMatch(digit -> digit >= '1' && digit <= '9');
    }
}
