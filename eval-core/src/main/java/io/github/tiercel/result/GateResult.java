package io.github.tiercel.result;

import io.github.tiercel.metrics.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The judgement of one gate rule, or of one slice under a rule that names a column.
 *
 * @param rule the rule as written, with the slice it was applied to: {@code "roc_auc@origin=ORD >= 0.7"}
 * @param verdict PASS, FAIL or INCONCLUSIVE
 * @param value the observed value, or the observed difference for a rule against a baseline
 * @param interval what was held against the limit; empty where there is none
 * @param limit the number in the rule; for "no-worse-than baseline by M" the bound that M puts on the difference
 * @param rows how many rows the value rests on: the evaluated ones, or those of the slice; 0 for a limit on how a model
 *     behaves in service
 * @param rowsNeeded about how many such rows would decide, if the observed value is the true one; only when
 *     inconclusive
 * @param reason why the verdict is what it is, in one sentence without a full stop
 * @param unit the unit of value, interval and limit; empty for a metric
 * @param calls how many timed calls the value rests on, for latency; empty for all else
 * @since 0.1
 */
public record GateResult(
        String rule,
        Verdict verdict,
        OptionalDouble value,
        Optional<Interval> interval,
        double limit,
        int rows,
        OptionalLong rowsNeeded,
        String reason,
        Optional<GateUnit> unit,
        OptionalLong calls) {

    /**
     * "About" so many rows: more digits would claim what a forecast cannot know; upwards, so never below the rows now.
     */
    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.CEILING);

    private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);

    /**
     * The judgement of a rule about a metric.
     *
     * @param rule the rule as written, with the slice it was applied to
     * @param verdict PASS, FAIL or INCONCLUSIVE
     * @param value the observed value
     * @param interval what was held against the limit
     * @param limit the number in the rule
     * @param rows how many rows the value rests on
     * @param rowsNeeded about how many such rows would decide
     * @param reason why the verdict is what it is
     */
    public GateResult(
            String rule,
            Verdict verdict,
            OptionalDouble value,
            Optional<Interval> interval,
            double limit,
            int rows,
            OptionalLong rowsNeeded,
            String reason) {
        this(rule, verdict, value, interval, limit, rows, rowsNeeded, reason, Optional.empty(), OptionalLong.empty());
    }

    /** {@return the reason, and how many rows would decide, without a full stop} */
    public String explanation() {
        if (rowsNeeded.isEmpty()) {
            return reason;
        }
        long about =
                BigDecimal.valueOf(rowsNeeded.getAsLong()).round(TWO_DIGITS).longValue();
        return String.format(Locale.ROOT, "%s; about %,d rows instead of %,d would decide", reason, about, rows);
    }

    /**
     * {@return all of this in one line, for messages: {@code FAIL roc_auc >= 0.8: 0.7166 in [0.7089, 0.7243] at 0.95,
     * limit 0.8, 38,000 rows; no value in the interval satisfies the rule}}
     *
     * <p>Numbers are rounded to four significant digits, but never to the limit.
     */
    public String line() {
        String observed = value.isEmpty()
                ? ""
                : text(value.getAsDouble()) + interval.map(this::text).orElse("") + ", limit "
                        + unit.map(in -> in.text(limit)).orElse(Double.toString(limit)) + counted() + "; ";
        return verdict + " " + rule + ": " + observed + explanation();
    }

    /** Throughput, memory and size rest on neither. */
    private String counted() {
        if (unit.isEmpty()) {
            return String.format(Locale.ROOT, ", %,d rows", rows);
        }
        return calls.isPresent() ? String.format(Locale.ROOT, ", %,d calls", calls.getAsLong()) : "";
    }

    private String text(Interval ends) {
        return " in [" + text(ends.lower()) + ", " + text(ends.upper()) + "] at " + ends.level();
    }

    private String text(double number) {
        if (unit.isPresent() && Double.isFinite(number)) {
            String text = unit.get().text(number);
            return number != limit && text.equals(unit.get().text(limit))
                    ? unit.get().exactly(number)
                    : text;
        }
        if (!Double.isFinite(number)) {
            return Double.toString(number);
        }
        String rounded = BigDecimal.valueOf(number)
                .round(FOUR_DIGITS)
                .stripTrailingZeros()
                .toPlainString();
        return number != limit && Double.parseDouble(rounded) == limit ? Double.toString(number) : rounded;
    }
}
