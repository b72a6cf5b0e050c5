package io.github.tiercel.report;

import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.registry.MetricFamily;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a value stands without an interval. */
enum NoInterval {
    /** Of no rows at all. */
    NEVER("¹", "has no interval on any rows: neither influence values nor bootstrap replicates tell its error"),
    /** Without replicates. */
    WITHOUT_REPLICATES("²", "has an interval from bootstrap replicates alone: none were drawn, or they did not vary"),
    /** Of these rows. */
    ON_THESE_ROWS(
            "³", "has no interval here: its error cannot be estimated, since these rows are too few or do not vary");

    private final String mark;
    private final String sentence;

    NoInterval(String mark, String sentence) {
        this.mark = mark;
        this.sentence = sentence;
    }

    /** {@return why an estimate has no interval; empty where it has one, or no value} */
    static Optional<NoInterval> of(Estimate estimate) {
        return estimate.value().isDefined() && estimate.population().isEmpty()
                ? Optional.of(of(estimate.metric()))
                : Optional.empty();
    }

    private static NoInterval of(String name) {
        Optional<? extends Metric<?>> known = Stream.of(
                        MetricFamily.BINARY, MetricFamily.MULTICLASS, MetricFamily.REGRESSION, MetricFamily.RANKING)
                .flatMap(family -> family.named(name).stream())
                .findFirst();
        if (known.isEmpty() || known.get() instanceof SmoothMetric) {
            return ON_THESE_ROWS;
        }
        return known.get().isBootstrapped() ? WITHOUT_REPLICATES : NEVER;
    }

    String mark() {
        return mark;
    }

    String sentence() {
        return sentence;
    }
}
