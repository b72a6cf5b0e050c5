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
        if (metric instanceof ProportionMetric decided && subject.predictions() instanceof BinaryPredictions binary) {
            Optional<LabelStrata> strata = LabelStrata.of(design, binary);
            if (strata.isPresent()) {
                MoverWilson mover = MoverWilson.of(decided, binary, design, strata.get(), subject.level());
                return ofSample(mover, Evidence.of(subject));
            }
        }
        MeanTerms terms = metric.terms(subject.predictions());
        if (!design.isSample()) {
            UnitTerms units = UnitTerms.of(subject.isEvenlyWeighted() ? counting(terms, subject) : terms, design);
            return units.areTrials() ? counted(units.successes(), units.trials(), subject.level()) : smooth(subject);
        }
        return !design.isClustered() && subject.isSelfWeighted() ? ofSample(terms, subject) : smooth(subject);
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

    private Intervals ofSample(MeanTerms terms, Subject<P> subject) {
        Optional<MoverWilson> mover = MoverWilson.of(terms, subject);
        return mover.isPresent() ? ofSample(mover.get(), Evidence.of(subject)) : smooth(subject);
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
