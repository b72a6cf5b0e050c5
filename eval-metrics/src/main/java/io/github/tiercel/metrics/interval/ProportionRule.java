package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.MeanTerms;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.ShareMetric;
import io.github.tiercel.metrics.binary.ConfusionMatrix;
import io.github.tiercel.metrics.binary.ProportionMetric;
import java.util.Arrays;
import java.util.Optional;

/**
 * A share of rows that labels choose, or of queries: Wilson, and Clopper-Pearson for gates, where they can be counted;
 * {@link MoverWilson} for a stratified sample. Weighted or clustered rows, and ties that count in between, are not
 * binomial and go the way of {@link SmoothRule}.
 */
final class ProportionRule<P extends Predictions> implements IntervalRule<P> {

    private final ShareMetric<P> metric;

    ProportionRule(ShareMetric<P> metric) {
        this.metric = metric;
    }

    @Override
    public Intervals intervals(Subject<P> subject) {
        Design design = subject.design();
        if (metric instanceof ProportionMetric decided && subject.isCounted()) {
            ConfusionMatrix matrix = ConfusionMatrix.at((BinaryPredictions) subject.predictions(), decided.threshold());
            return counted(decided.successes(matrix), decided.trials(matrix), subject.level());
        }
        if (design.isSample()) {
            return mover(subject)
                    .map(mover -> ofSample(mover, Evidence.of(subject)))
                    .orElseGet(() -> smooth(subject));
        }
        MeanTerms terms = metric.terms(subject.predictions());
        UnitTerms units = UnitTerms.of(subject.isEvenlyWeighted() ? counting(terms, subject) : terms, design);
        return units.areTrials() ? counted(units.successes(), units.trials(), subject.level()) : smooth(subject);
    }

    @Override
    public Optional<ErrorPlan> plan(Subject<P> subject) {
        return mover(subject).map(mover -> plan(mover, Evidence.of(subject))).orElseGet(() -> new SmoothRule<P>()
                .plan(subject));
    }

    /** Joined Wilson limits, where these are what a sample gets. */
    private Optional<MoverWilson> mover(Subject<P> subject) {
        Design design = subject.design();
        if (metric instanceof ProportionMetric decided && subject.predictions() instanceof BinaryPredictions binary) {
            Optional<LabelStrata> strata = LabelStrata.of(design, binary);
            if (strata.isPresent()) {
                return Optional.of(MoverWilson.of(decided, binary, design, strata.get(), subject.level()));
            }
        }
        return !design.isClustered() && subject.isSelfWeighted()
                ? MoverWilson.of(metric.terms(subject.predictions()), subject)
                : Optional.empty();
    }

    private static Optional<ErrorPlan> plan(MoverWilson mover, Evidence<?> evidence) {
        StratumSpreads spreads = evidence.spreads();
        return Optional.of(ErrorPlan.of(
                evidence.design(),
                sampled -> Optional.of(
                        mover.at(sampled).fullSet(spreads.fullSet(sampled).value())),
                sampled -> Optional.of(
                        mover.at(sampled).population(spreads.population(sampled).value()))));
    }

    /** A weight that all rows have counts as 1. */
    private static MeanTerms counting(MeanTerms terms, Subject<?> subject) {
        double common = subject.commonWeight();
        if (common == 1) {
            return terms;
        }
        double[] values = new double[terms.rows()];
        double[] weights = new double[values.length];
        Arrays.setAll(values, terms::value);
        Arrays.setAll(weights, row -> terms.weight(row) / common);
        return MeanTerms.wrap(values, weights);
    }

    private static Intervals counted(double successes, double trials, double level) {
        double share = successes / trials;
        return Intervals.of(
                ProportionInterval.WILSON.of(successes, trials, level),
                Optional.empty(),
                ProportionInterval.CLOPPER_PEARSON.of(successes, trials, level),
                Math.sqrt(share * (1 - share) / trials));
    }

    private Intervals ofSample(MoverWilson mover, Evidence<P> evidence) {
        Variance world = evidence.population();
        Interval population = mover.population(world.value());
        Interval fullSet = mover.fullSet(evidence.fullSet().value());
        return Intervals.of(population, Optional.of(fullSet), population, world.standardError());
    }

    private static <P extends Predictions> Intervals smooth(Subject<P> subject) {
        return new SmoothRule<P>().intervals(subject);
    }
}
