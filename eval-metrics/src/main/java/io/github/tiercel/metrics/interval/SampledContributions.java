package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.LabelWeights;

/**
 * Contributions of the rows of a sample in which each label is one stratum, known by sums over their influence values:
 * {@code u = w IF / W}. The variances are those of {@link UnitContributions}.
 */
final class SampledContributions implements Contributions {

    private final Design design;
    private final Stratum positives;
    private final Stratum negatives;
    private final Variance fullSet;

    private SampledContributions(Design design, Stratum positives, Stratum negatives) {
        this.design = design;
        this.positives = positives;
        this.negatives = negatives;
        this.fullSet = StratumVariance.joined(
                positives.variance(design), positives.rows, negatives.variance(design), negatives.rows);
    }

    static SampledContributions of(
            Design design,
            LabelStrata strata,
            LabelWeights weights,
            double total,
            LabelMoments positives,
            LabelMoments negatives) {
        return new SampledContributions(
                design,
                Stratum.of(strata.positives(), weights.positive() / total, positives),
                Stratum.of(strata.negatives(), weights.negative() / total, negatives));
    }

    @Override
    public int units() {
        return (int) (positives.rows + negatives.rows);
    }

    @Override
    public boolean hasError() {
        return units() >= ClassUnits.FEWEST;
    }

    @Override
    public double acceleration() {
        double squares = positives.squares + negatives.squares;
        return squares == 0 ? 0 : (positives.cubes + negatives.cubes) / (6 * squares * Math.sqrt(squares));
    }

    @Override
    public Variance population(Variance around) {
        double all = design.populationUnits();
        double standFor = positives.rows * positives.weight(design) + negatives.rows * negatives.weight(design);
        double sum = positives.squares / positives.weight(design) + negatives.squares / negatives.weight(design);
        return StratumVariance.ofWorld(around, sum, all, standFor);
    }

    @Override
    public Variance fullSet() {
        return fullSet;
    }

    /** Sums of contributions in one stratum. */
    private record Stratum(int number, double rows, double sum, double squares, double cubes) {

        static Stratum of(int number, double share, LabelMoments moments) {
            return new Stratum(
                    number,
                    moments.rows(),
                    share * moments.sum(),
                    share * share * moments.squares(),
                    share * share * share * moments.cubes());
        }

        /** A label without rows weighs nothing, so any weight will do. */
        double weight(Design design) {
            return number < 0 ? 1 : design.stratumWeight(number);
        }

        double variance(Design design) {
            return number < 0 ? 0 : StratumVariance.of(design, number, sum, squares);
        }
    }
}
