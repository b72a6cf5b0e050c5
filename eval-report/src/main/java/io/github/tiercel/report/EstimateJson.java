package io.github.tiercel.report;

import io.github.tiercel.metrics.BootstrapInterval;
import io.github.tiercel.metrics.Borrowed;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.compare.Adjustment;
import io.github.tiercel.metrics.compare.Difference;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The keys of estimates, differences and intervals, written into the object that is open. */
final class EstimateJson {

    private final JsonSink json;

    /** Whether estimates rest on positive rows, which only yes-or-no labels have. */
    private final boolean positives;

    EstimateJson(JsonSink json, boolean positives) {
        this.json = json;
        this.positives = positives;
    }

    /** Writes estimates by the metric's name. */
    void members(String name, Map<String, Estimate> estimates) throws IOException {
        json.members(name, estimates, this::write);
    }

    /**
     * Writes differences by the metric's name; nothing where there is none.
     *
     * @param adjusted the adjusted p-value of a metric
     */
    void differences(
            String name,
            Map<String, Difference> differences,
            Adjustment adjustment,
            Function<String, OptionalDouble> adjusted)
            throws IOException {
        json.someMembers(name, differences, difference -> {
            write(difference);
            adjusted(adjustment, adjusted.apply(difference.metric()));
        });
    }

    /** Follows from the other p-values, so a reader of results computes it anew. */
    private void adjusted(Adjustment adjustment, OptionalDouble pValue) throws IOException {
        if (pValue.isPresent()) {
            json.number("p_value_adjusted", pValue);
            json.text("adjustment", adjustment.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    void write(Estimate estimate) throws IOException {
        if (estimate.value() instanceof Value.Defined defined) {
            defined(estimate, defined.number());
        } else {
            json.optional(estimate.value().reason(), this::undefined);
        }
        json.text("direction", name(estimate.direction()));
        // A set has no order of its own; without sorting, bytes would differ from one JVM to the next.
        json.names("flags", estimate.flags().stream().sorted().map(Enum::name).toList());
        json.count("rows", estimate.rows());
        if (positives) {
            json.count("positives", estimate.positives());
        }
    }

    private void defined(Estimate estimate, double value) throws IOException {
        json.value("value", value);
        json.optional(estimate.population(), this::write);
        // Follows from the metric, so a reader of results finds it anew.
        json.optional(NoInterval.of(estimate), why -> json.text("no_interval", why.sentence()));
        json.number("standard_error", estimate.standardError());
        json.object("gate", estimate.gate(), this::write);
        json.object("bootstrap", estimate.bootstrap(), this::bootstrap);
        json.object("full_set", estimate.fullSet(), this::write);
        json.object("borrowed", estimate.borrowed(), this::borrowed);
    }

    private void borrowed(Borrowed borrowed) throws IOException {
        json.text("reference", borrowed.reference());
        json.number("share", borrowed.share());
        json.number("correlation", borrowed.correlation());
        json.value("value", borrowed.value().orNaN());
        json.optional(borrowed.population(), this::write);
        json.object("full_set", borrowed.fullSet(), this::write);
    }

    private void bootstrap(BootstrapInterval bootstrap) throws IOException {
        write(bootstrap.interval());
        json.count("replicates", bootstrap.replicates());
        json.count("undefined_replicates", bootstrap.undefined());
        json.number("bias", bootstrap.bias());
        json.number("standard_error", bootstrap.standardError());
        json.number("monte_carlo_error", bootstrap.monteCarloError());
        json.text("scheme", bootstrap.scheme());
        json.number("approximation_error", bootstrap.approximationError());
    }

    void write(Difference difference) throws IOException {
        if (difference.value() instanceof Value.Defined defined) {
            json.value("difference", defined.number());
            json.optional(difference.interval(), this::write);
            json.number("p_value", difference.pValue());
            json.optional(difference.method(), method -> json.text("p_value_method", method));
            json.number("standard_error", difference.standardError());
            if (Double.isFinite(difference.degreesOfFreedom())) {
                json.number("degrees_of_freedom", difference.degreesOfFreedom());
            }
        } else {
            json.optional(difference.value().reason(), this::undefined);
        }
        json.text("direction", name(difference.direction()));
        json.truth("paired", difference.paired());
    }

    void write(Interval interval) throws IOException {
        json.number("lower", interval.lower());
        json.number("upper", interval.upper());
        json.number("level", interval.level());
        json.text("method", interval.method());
    }

    static String name(Direction direction) {
        return direction.name().toLowerCase(Locale.ROOT);
    }

    private void undefined(UndefinedReason reason) throws IOException {
        json.text("undefined", reason.sentence());
        json.text("code", reason.name());
    }
}
