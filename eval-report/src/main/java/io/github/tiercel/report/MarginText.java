package io.github.tiercel.report;

import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Value;

/** A value with half the width of its interval: the shortest honest form, for places with little room. */
final class MarginText {

    private MarginText() {}

    /** {@return for example {@code "0.1743 ±0.0031"}; the value alone where no finite interval is known} */
    static String of(Estimate estimate) {
        if (!(estimate.value() instanceof Value.Defined defined)) {
            return "undefined";
        }
        Digits digits = Digits.of(defined.number(), estimate.population());
        String margin = estimate.population()
                .map(interval -> interval.width() / 2)
                .filter(Double::isFinite)
                .map(half -> " ±" + digits.plain(half))
                .orElse("");
        return digits.plain(defined.number()) + margin;
    }
}
