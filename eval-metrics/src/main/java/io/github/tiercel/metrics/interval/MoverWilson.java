package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.LabelWeights;
import io.github.tiercel.metrics.MeanTerms;
import io.github.tiercel.metrics.binary.ConfusionMatrix;
import io.github.tiercel.metrics.binary.ProportionMetric;
import java.util.Optional;

/**
 * The interval of a share from a stratified sample: Wilson limits in each stratum, joined by the method of variance
 * estimates recovery, {@code p -/+ sqrt(sum_h (N_h/N)² (p_h - limit_h)²)}.
 *
 * <p>A stratum in which the sample shows no mistake has an estimated variance of 0, so plain normal limits cover far
 * too little (.66 at level .95 was measured); Wilson limits do not collapse. For the value on the full set the number
 * of rows in a stratum is {@code n_h (N_h - 1) / (N_h - n_h)}; for the world the distance to the Wilson limits that the
 * full set itself would have is added under the root, so that it does not collapse either.
 *
 * <p>Source: G. Y. Zou, A. Donner, Statistics in Medicine 27 (2008), doi:10.1002/sim.3095.
 */
final class MoverWilson {

    private final Design design;
    private final double[] trials;
    private final double[] successes;
    private final double share;
    private final double below;
    private final double above;
    private final double all;
    private final boolean mixed;
    private final double level;

    private MoverWilson(
            Design design,
            double[] trials,
            double[] successes,
            double share,
            double below,
            double above,
            double all,
            boolean mixed,
            double level) {
        this.design = design;
        this.trials = trials;
        this.successes = successes;
        this.share = share;
        this.below = below;
        this.above = above;
        this.all = all;
        this.mixed = mixed;
        this.level = level;
    }

    /** Empty where a value is neither 0 nor 1. */
    static Optional<MoverWilson> of(MeanTerms terms, Subject<?> subject) {
        Design design = subject.design();
        double[] trials = new double[design.strata()];
        double[] successes = new double[design.strata()];
        for (int row = 0; row < terms.rows(); row++) {
            double value = terms.value(row);
            if (value != 0 && value != 1) {
                return Optional.empty();
            }
            if (terms.weight(row) > 0) {
                trials[design.stratum(row)]++;
                successes[design.stratum(row)] += value;
            }
        }
        return Optional.of(join(design, trials, successes, subject.level()));
    }

    /** Of a sample in which each label is a stratum, by the cells of the confusion matrix. */
    static MoverWilson of(
            ProportionMetric metric, BinaryPredictions predictions, Design design, LabelStrata strata, double level) {
        ConfusionMatrix matrix = ConfusionMatrix.at(predictions, metric.threshold());
        ConfusionMatrix positives =
                new ConfusionMatrix(metric.threshold(), matrix.truePositives(), 0, matrix.falseNegatives(), 0);
        ConfusionMatrix negatives =
                new ConfusionMatrix(metric.threshold(), 0, matrix.falsePositives(), 0, matrix.trueNegatives());
        LabelWeights weights = predictions.labelWeights().orElseThrow();
        double[] trials = new double[design.strata()];
        double[] successes = new double[trials.length];
        if (strata.positives() >= 0) {
            trials[strata.positives()] = Math.rint(metric.trials(positives) / weights.positive());
            successes[strata.positives()] = Math.rint(metric.successes(positives) / weights.positive());
        }
        if (strata.negatives() >= 0) {
            trials[strata.negatives()] = Math.rint(metric.trials(negatives) / weights.negative());
            successes[strata.negatives()] = Math.rint(metric.successes(negatives) / weights.negative());
        }
        return join(design, trials, successes, level);
    }

    /** The same shares within strata, in a sample of other sizes. */
    MoverWilson at(int[] sampled) {
        double[] otherTrials = new double[trials.length];
        double[] otherSuccesses = new double[trials.length];
        for (int h = 0; h < trials.length; h++) {
            if (trials[h] > 0) {
                otherTrials[h] = trials[h] * sampled[h] / design.sampled(h);
                otherSuccesses[h] = successes[h] * sampled[h] / design.sampled(h);
            }
        }
        return join(design.withSampled(sampled), otherTrials, otherSuccesses, level);
    }

    Interval fullSet(double linearisedVariance) {
        return interval(below, above, linearisedVariance);
    }

    Interval population(double linearisedVariance) {
        // The share may leave [0, 1] by rounding alone.
        Interval world = ProportionInterval.WILSON.of(Math.min(share, 1) * all, all, level);
        return interval(
                below + square(share - world.lower()), above + square(world.upper() - share), linearisedVariance);
    }

    private Interval interval(double squareBelow, double squareAbove, double linearisedVariance) {
        // Joined limits take the mix of strata as known; in a slice it is estimated too, and the linearised error has
        // it.
        double z = Quantiles.normal((1 + level) / 2);
        double least = mixed ? z * z * linearisedVariance : 0;
        double lower = Math.max(0, share - Math.sqrt(Math.max(least, squareBelow)));
        double upper = Math.min(1, share + Math.sqrt(Math.max(least, squareAbove)));
        return new Interval(lower, upper, level, "mover-wilson");
    }

    private static MoverWilson join(Design design, double[] trials, double[] successes, double level) {
        double all = 0;
        for (int h = 0; h < trials.length; h++) {
            all += inAll(design, h, trials[h]);
        }
        double share = 0;
        double below = 0;
        double above = 0;
        for (int h = 0; h < trials.length; h++) {
            if (trials[h] > 0) {
                double part = inAll(design, h, trials[h]) / all;
                double own = successes[h] / trials[h];
                Interval limits = limits(design, h, trials[h], successes[h], level);
                share += part * own;
                below += square(part * (own - limits.lower()));
                above += square(part * (limits.upper() - own));
            }
        }
        return new MoverWilson(design, trials, successes, share, below, above, all, isMixed(design, trials), level);
    }

    /** Whether several strata give some of their rows only, so that their shares in the mix are estimates. */
    private static boolean isMixed(Design design, double[] trials) {
        int strata = 0;
        boolean partial = false;
        for (int h = 0; h < trials.length; h++) {
            strata += trials[h] > 0 ? 1 : 0;
            partial |= trials[h] > 0 && trials[h] < design.sampled(h);
        }
        return partial && strata > 1;
    }

    private static Interval limits(Design design, int h, double trials, double successes, double level) {
        double all = inAll(design, h, trials);
        double share = successes / trials;
        if (all <= trials) {
            return new Interval(share, share, level, "whole");
        }
        double effective = trials * (all - 1) / (all - trials);
        return ProportionInterval.WILSON.of(share * effective, effective, level);
    }

    /** How many rows of the full set the rows of a stratum stand for; within a slice this is an estimate. */
    private static double inAll(Design design, int h, double trials) {
        return trials == 0 ? 0 : trials * design.population(h) / design.sampled(h);
    }

    private static double square(double x) {
        return x * x;
    }
}
