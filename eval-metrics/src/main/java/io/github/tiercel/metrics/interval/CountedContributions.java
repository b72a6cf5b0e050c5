package io.github.tiercel.metrics.interval;

import java.util.Optional;

/**
 * Contributions of independent rows that count one each, known by their sums: {@code u = IF / n}.
 *
 * @param units the rows that the value is of
 * @param squares the sum of {@code (IF / n)²}
 * @param cubes the sum of {@code (IF / n)³}
 */
record CountedContributions(int units, double squares, double cubes) implements Contributions {

    static CountedContributions of(LabelMoments positives, LabelMoments negatives, double rows) {
        return new CountedContributions(
                (int) (positives.rows() + negatives.rows()),
                (positives.squares() + negatives.squares()) / (rows * rows),
                (positives.cubes() + negatives.cubes()) / (rows * rows * rows));
    }

    @Override
    public boolean hasError() {
        return units >= ClassUnits.FEWEST;
    }

    @Override
    public double acceleration() {
        return squares == 0 ? 0 : cubes / (6 * squares * Math.sqrt(squares));
    }

    @Override
    public Variance population(Variance around) {
        return new Variance(squares * units / (units - 1.0), units - 1.0);
    }

    @Override
    public Variance fullSet() {
        return new Variance(0, Double.POSITIVE_INFINITY);
    }

    @Override
    public Optional<StratumSpreads> spreads() {
        return Optional.empty();
    }
}
