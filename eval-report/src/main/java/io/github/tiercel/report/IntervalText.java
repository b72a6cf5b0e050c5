package io.github.tiercel.report;

import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Value;

/** A value with its interval behind it. */
final class IntervalText {

    private IntervalText() {}

    /** {@return for example {@code "0.690 [0.661, 0.719]"}; the value alone where no interval is known} */
    static String of(Estimate estimate) {
        if (!(estimate.value() instanceof Value.Defined defined)) {
            return "undefined";
        }
        Digits digits = Digits.of(defined.number(), estimate.population());
        String interval =
                estimate.population().map(around -> " " + digits.plain(around)).orElse("");
        return digits.plain(defined.number()) + interval;
    }
}
