package io.github.tiercel.gate;

import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.interval.Quantiles;
import io.github.tiercel.result.GateResult;
import io.github.tiercel.result.Verdict;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How often a gate would say what of an equally good model on as many other rows of the same world: a test of the gate,
 * not of the model (an A/A test). A gate that calls equal models different, or never passes them, has too few rows.
 *
 * <p>Against a number, equally good is as good as observed, if that is the truth. Against a baseline it is exactly as
 * good as the baseline: FAIL is a false alarm then, and PASS the power of the gate. The value is taken as normal with
 * the standard error of the result, and the interval as reaching as far to both sides as the one observed:
 * {@code P(PASS) = Phi((truth - side - limit) / se)} for a rule with {@code >=}. Both are approximations, good where
 * the interval is far from the ends of the metric's range. Gates on the same rows do not err independently, so their
 * rates do not multiply to one of the whole verdict.
 *
 * <pre>{@code
 * for (GateRepeats repeats : Gates.of("roc_auc >= 0.7").selfTest(result)) {
 *   System.out.println(repeats.gate().rule() + " " + repeats.rates());
 * }
 * }</pre>
 *
 * @param model the model's name
 * @param gate what the gate says of the rows that are there
 * @param againstBaseline whether the gate compares with the baseline
 * @param rates how often it would say what; empty where no standard error above 0 is known
 * @since 0.1
 */
public record GateRepeats(String model, GateResult gate, boolean againstBaseline, Optional<Rates> rates) {

    /**
     * Probabilities of the three verdicts, which sum to 1.
     *
     * @param pass of PASS, in [0, 1]
     * @param inconclusive of INCONCLUSIVE, in [0, 1]
     * @param fail of FAIL, in [0, 1]
     * @since 0.1
     */
    public record Rates(double pass, double inconclusive, double fail) {

        /**
         * {@return the probability of a verdict}
         *
         * @param verdict one of the three
         */
        public double of(Verdict verdict) {
            return switch (verdict) {
                case PASS -> pass;
                case INCONCLUSIVE -> inconclusive;
                case FAIL -> fail;
            };
        }

        static Rates of(Inequality comparator, Interval interval, double value, double limit, Shift shift) {
            double below = value - interval.lower();
            double above = interval.upper() - value;
            double wholeAbove = Quantiles.normalProbability((shift.truth - below - limit) / shift.standardError);
            double wholeBelow = Quantiles.normalProbability((limit - above - shift.truth) / shift.standardError);
            double neither = Math.max(0, 1 - wholeAbove - wholeBelow);
            boolean more = comparator.holds(1, 0);
            return more ? new Rates(wholeAbove, neither, wholeBelow) : new Rates(wholeBelow, neither, wholeAbove);
        }
    }

    /** Around which value, and how far, those of other rows would lie. */
    record Shift(double truth, double standardError) {

        boolean isKnown() {
            return standardError > 0 && Double.isFinite(standardError) && Double.isFinite(truth);
        }
    }

    /**
     * {@return the probability of another verdict than the one that stands; empty for a comparison, whose rates are of
     * a model as good as the baseline and not of this one}
     */
    public OptionalDouble flips() {
        return againstBaseline || rates.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(1 - rates.get().of(gate.verdict()));
    }

    static GateRepeats unknown(String model, GateResult gate, boolean againstBaseline) {
        return new GateRepeats(model, gate, againstBaseline, Optional.empty());
    }

    static GateRepeats of(String model, GateResult gate, Inequality comparator, boolean againstBaseline, Shift shift) {
        if (!shift.isKnown() || gate.value().isEmpty()) {
            return unknown(model, gate, againstBaseline);
        }
        double value = gate.value().getAsDouble();
        Optional<Rates> rates =
                gate.interval().map(interval -> Rates.of(comparator, interval, value, gate.limit(), shift));
        return new GateRepeats(model, gate, againstBaseline, rates);
    }
}
