package io.github.tiercel.evaluation;

import io.github.tiercel.metrics.BootstrapInterval;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.compare.BootstrapComparison;
import io.github.tiercel.metrics.compare.Difference;
import io.github.tiercel.metrics.compare.PairedComparison;
import io.github.tiercel.metrics.interval.Design;
import io.github.tiercel.metrics.interval.IntervalEstimator;
import io.github.tiercel.metrics.interval.Linearisation;
import io.github.tiercel.metrics.resample.Replicates;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Gives values their intervals, and pairs of models their differences, on the rows of one design. */
final class Estimates<P extends Predictions> {

    private static final double ROUNDING = 1e-12;

    private final Settings<P> settings;
    private final Design design;

    Estimates(Settings<P> settings, Design design) {
        this.settings = settings;
        this.design = design;
    }

    Settings<P> settings() {
        return settings;
    }

    /** Whether the rows are a sample. */
    boolean ofSample() {
        return design.isSample();
    }

    /** A metric beside those that were asked for, without replicates. */
    Estimate of(Metric<P> metric, P predictions) {
        return IntervalEstimator.of(design, settings.level()).estimate(metric, predictions);
    }

    Map<String, Estimate> of(Contender<P> contender) {
        IntervalEstimator estimator = IntervalEstimator.of(design, settings.level());
        Map<String, Estimate> estimates = new LinkedHashMap<>();
        for (Metric<P> metric : settings.metrics()) {
            Estimate analytic = estimator.estimate(metric, contender.predictions(), contender.value(metric));
            Estimate estimate = bootstrap(metric, contender)
                    .map(interval -> withBootstrap(analytic, interval, metric instanceof SmoothMetric))
                    .orElse(analytic);
            estimates.put(metric.name(), estimate);
        }
        return estimates;
    }

    Map<String, Difference> differences(Contender<P> candidate, Contender<P> baseline) {
        Map<String, Difference> differences = new LinkedHashMap<>();
        for (Metric<P> metric : settings.metrics()) {
            differences.put(
                    metric.name(),
                    resampled(metric, candidate, baseline).orElseGet(() -> PairedComparison.of(design, settings.level())
                            .difference(
                                    metric,
                                    candidate.predictions(),
                                    candidate.value(metric),
                                    baseline.predictions(),
                                    baseline.value(metric))));
        }
        return differences;
    }

    /** The difference from replicates, for a metric that has no influence values to compare. */
    private Optional<Difference> resampled(Metric<P> metric, Contender<P> candidate, Contender<P> baseline) {
        Optional<Replicates> ours = candidate.replicates(metric);
        Optional<Replicates> theirs = baseline.replicates(metric);
        boolean possible = !(metric instanceof SmoothMetric) && ours.isPresent() && theirs.isPresent();
        return possible
                        && candidate.value(metric) instanceof Value.Defined a
                        && baseline.value(metric) instanceof Value.Defined b
                ? Optional.of(BootstrapComparison.of(
                        metric, a.number() - b.number(), ours.get(), theirs.get(), settings.level()))
                : Optional.empty();
    }

    private Optional<BootstrapInterval> bootstrap(Metric<P> metric, Contender<P> contender) {
        return contender.value(metric) instanceof Value.Defined defined
                ? contender
                        .replicates(metric)
                        .flatMap(own -> own.bca(
                                defined.number(), acceleration(metric, contender, defined.number()), settings.level()))
                        // Replicates that differ by rounding only, as of a perfect ranking, say nothing of the error.
                        .filter(interval ->
                                interval.interval().width() > metric.range().rounding(defined.number(), ROUNDING))
                : Optional.empty();
    }

    private double acceleration(Metric<P> metric, Contender<P> contender, double value) {
        return metric instanceof SmoothMetric<P> smooth
                ? Linearisation.acceleration(design, smooth, contender.predictions(), value)
                : 0;
    }

    /** Where a smooth metric has no interval, no error can be estimated, and replicates only hide that. */
    private Estimate withBootstrap(Estimate estimate, BootstrapInterval interval, boolean isSmooth) {
        Estimate both = estimate.withBootstrap(interval);
        Estimate gated = isSmooth ? both : both.withGate(interval.interval());
        boolean first = !isSmooth || settings.intervals() == IntervalKind.BOOTSTRAP;
        return first ? gated.withPopulation(interval.interval()) : gated;
    }
}
