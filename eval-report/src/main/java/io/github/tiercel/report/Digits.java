package io.github.tiercel.report;

import io.github.tiercel.metrics.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;

/**
 * How many digits a number deserves: two significant ones of its margin of error, and the value to the same place, so
 * that a table shows what is known and not what is noise. Digits and separators are the same in every locale.
 *
 * @param decimals digits after the point, from {@value #FEWEST} to {@value #MOST}
 */
record Digits(int decimals) {

    private static final int FEWEST = 3;
    private static final int MOST = 6;

    /** Numbers from here on are written with an exponent. */
    private static final double LARGE = 1e9;

    /** Without a margin, a number is shown as if it were known to one part in a hundred: to four digits. */
    private static final double ASSUMED_MARGIN = 0.01;

    private static final MathContext SIX = new MathContext(6);

    static Digits of(double value, Optional<Interval> interval) {
        double margin = interval.map(around -> margin(value, around)).orElse(0.0);
        return forMargin(margin > 0 && Double.isFinite(margin) ? margin : Math.abs(value) * ASSUMED_MARGIN);
    }

    private static double margin(double value, Interval interval) {
        if (Double.isFinite(interval.width())) {
            return interval.width() / 2;
        }
        return Math.min(Math.abs(value - interval.lower()), Math.abs(value - interval.upper()));
    }

    private static Digits forMargin(double margin) {
        if (!(margin > 0 && Double.isFinite(margin))) {
            return new Digits(FEWEST);
        }
        int decimals = 1 - (int) Math.floor(Math.log10(margin));
        return new Digits(Math.max(FEWEST, Math.min(MOST, decimals)));
    }

    /** {@return a number without margin, as a setting: six significant digits and no zeros behind them} */
    static String toCopy(double number) {
        double magnitude = Math.abs(number);
        if (!(magnitude >= 1e-6 && magnitude < LARGE)) {
            return new Digits(FEWEST).plain(number);
        }
        return BigDecimal.valueOf(number).round(SIX).stripTrailingZeros().toPlainString();
    }

    /** {@return with as many more digits as it takes to tell a number from a limit that it does not equal} */
    Digits telling(double limit, double... numbers) {
        for (double number : numbers) {
            if (number != limit && decimals < MOST && plain(number).equals(plain(limit))) {
                return new Digits(decimals + 1).telling(limit, numbers);
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
        if (magnitude >= LARGE) {
            return String.format(Locale.ROOT, "%.3e", magnitude);
        }
        String fixed = String.format(Locale.ROOT, "%,." + decimals + "f", magnitude);
        // At the most digits there are, a number that looks like zero is not noise but small.
        boolean tiny = decimals == MOST && magnitude > 0 && isZero(fixed);
        return tiny ? String.format(Locale.ROOT, "%.1e", magnitude) : fixed;
    }

    private static boolean isZero(String digits) {
        return digits.chars().noneMatch(digit -> digit >= '1' && digit <= '9');
    }
}
