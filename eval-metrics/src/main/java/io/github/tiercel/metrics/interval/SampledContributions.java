package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.LabelWeights;
import java.util.List;
import java.util.Optional;

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
        return StratumVariance.combine(around, set());
    }

    private Variance set() {
        double all = design.populationUnits();
        double standFor = positives.rows * positives.weight(design) + negatives.rows * negatives.weight(design);
        double sum = positives.squares / positives.weight(design) + negatives.squares / negatives.weight(design);
        return StratumVariance.ofSet(sum, all, standFor);
    }

    @Override
    public Variance fullSet() {
        return fullSet;
    }

    @Override
    public Optional<StratumSpreads> spreads() {
        double[] sum = new double[design.strata()];
        double[] squares = new double[sum.length];
        double[] present = new double[sum.length];
        for (Stratum stratum : List.of(positives, negatives)) {
            if (stratum.number >= 0) {
                sum[stratum.number] = stratum.sum;
                squares[stratum.number] = stratum.squares;
                present[stratum.number] = stratum.rows;
            }
        }
        return Optional.of(StratumSpreads.of(design, sum, squares, present, set()));
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
