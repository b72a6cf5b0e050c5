package io.github.tiercel.report;

import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.Value;
import java.util.Optional;

/** A value with its interval behind it. */
final class IntervalText {

    private IntervalText() {}

    /** {@return for example {@code "0.690 [0.661, 0.719]"}; the value alone where no interval is known} */
    static String of(Estimate estimate) {
        return of(estimate.value(), estimate.population());
    }

    /** {@return the same of a value and its interval, if there is one} */
    static String of(Value value, Optional<Interval> around) {
        if (!(value instanceof Value.Defined defined)) {
            return "undefined";
        }
        Digits digits = Digits.of(defined.number(), around);
        String interval = around.map(known -> " " + digits.plain(known)).orElse("");
        return digits.plain(defined.number()) + interval;
    }
}
