package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.binary.ConfusionMatrix;
import io.github.tiercel.metrics.binary.ProportionMetric;
import java.util.Optional;

/**
 * A plain share of rows: Wilson, and Clopper-Pearson for gates; {@link MoverWilson} for a stratified sample. Weighted
 * or clustered rows are no longer binomial and go the way of {@link SmoothRule}.
 */
final class ProportionRule implements IntervalRule<BinaryPredictions> {

    private final ProportionMetric metric;

    ProportionRule(ProportionMetric metric) {
        this.metric = metric;
    }

    @Override
    public Intervals intervals(Evidence<BinaryPredictions> evidence) {
        if (evidence.isPlain()) {
            return counted(evidence);
        }
        boolean sampled = evidence.design().isSample() && !evidence.design().isClustered();
        return sampled && evidence.isSelfWeighted()
                ? ofSample(evidence)
                : new SmoothRule<BinaryPredictions>().intervals(evidence);
    }

    private Intervals counted(Evidence<BinaryPredictions> evidence) {
        ConfusionMatrix matrix = ConfusionMatrix.at(evidence.predictions(), metric.threshold());
        double successes = metric.successes(matrix);
        double trials = metric.trials(matrix);
        double share = successes / trials;
        return Intervals.of(
                ProportionInterval.WILSON.of(successes, trials, evidence.level()),
                Optional.empty(),
                ProportionInterval.CLOPPER_PEARSON.of(successes, trials, evidence.level()),
                Math.sqrt(share * (1 - share) / trials));
    }

    private Intervals ofSample(Evidence<BinaryPredictions> evidence) {
        MoverWilson mover = MoverWilson.of(metric, evidence);
        Variance world = evidence.population();
        Interval population = mover.population(world.value());
        Interval fullSet = mover.fullSet(evidence.fullSet().value());
        return Intervals.of(population, Optional.of(fullSet), population, world.standardError());
    }
}
