package io.github.tiercel.metrics.compare;

import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Adjusts p-values of several tests, so that those below a level alpha may be called findings together. Called
 * {@code p.adjust} in R.
 *
 * <p>{@link #HOLM} and {@link #BONFERRONI} bound the chance of any false finding, {@link #BENJAMINI_HOCHBERG} and
 * {@link #BENJAMINI_YEKUTIELI} the share of false ones among the findings. Gates that must all pass need none of them.
 *
 * <p>Immutable functions, safe for use by several threads. O(n log n).
 *
 * <pre>{@code
 * double[] adjusted = Adjustment.HOLM.adjust(0.01, 0.04, 0.03);   // 0.03, 0.06, 0.06
 * }</pre>
 *
 * @since 0.1
 */
public enum Adjustment {
    /** Each p-value times their number. */
    BONFERRONI {
        @Override
        IntToDoubleFunction factor(int tests) {
            return rank -> tests;
        }
    },
    /**
     * The p-value of ascending rank r times the number of tests from it on, never below that of a smaller one: as safe
     * as Bonferroni and never worse. Source: S. Holm, Scandinavian Journal of Statistics 6 (1979), JSTOR 4615733.
     */
    HOLM {
        @Override
        IntToDoubleFunction factor(int tests) {
            return rank -> tests - rank + 1.0;
        }
    },
    /**
     * The p-value of ascending rank r times {@code n / r}, never above that of a larger one; for tests that are
     * independent or positively dependent. Source: Y. Benjamini, Y. Hochberg, JRSS B 57 (1995),
     * doi:10.1111/j.2517-6161.1995.tb02031.x.
     */
    BENJAMINI_HOCHBERG {
        @Override
        IntToDoubleFunction factor(int tests) {
            return rank -> (double) tests / rank;
        }
    },
    /**
     * The same times {@code 1 + 1/2 + ... + 1/n}; for tests of any dependence, such as of slices that overlap. Source:
     * Y. Benjamini, D. Yekutieli, The Annals of Statistics 29 (2001), doi:10.1214/aos/1013699998.
     */
    BENJAMINI_YEKUTIELI {
        @Override
        IntToDoubleFunction factor(int tests) {
            double harmonic =
                    IntStream.rangeClosed(1, tests).mapToDouble(k -> 1.0 / k).sum();
            return rank -> harmonic * tests / rank;
        }
    };

    /** What the p-value of an ascending rank, from 1, is multiplied by. */
    abstract IntToDoubleFunction factor(int tests);

    /**
     * {@return the adjusted p-values in the order given, each at most 1}
     *
     * @param pValues numbers in [0, 1]
     * @throws IllegalArgumentException if a number is not in [0, 1]
     */
    public double[] adjust(double... pValues) {
        for (double p : pValues) {
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException("p-values must be in [0, 1], got " + p);
            }
        }
        int[] ascending = IntStream.range(0, pValues.length)
                .boxed()
                .sorted(Comparator.comparingDouble(test -> pValues[test]))
                .mapToInt(test -> test)
                .toArray();
        double[] adjusted = new double[pValues.length];
        IntToDoubleFunction factor = factor(adjusted.length);
        for (int rank = 1; rank <= adjusted.length; rank++) {
            int test = ascending[rank - 1];
            adjusted[test] = Math.min(1, factor.applyAsDouble(rank) * pValues[test]);
        }
        makeMonotone(adjusted, ascending);
        return adjusted;
    }

    /** Upwards from the smallest for Holm, downwards from the largest for rates of false findings. */
    private void makeMonotone(double[] adjusted, int[] ascending) {
        for (int rank = 1; this == HOLM && rank < ascending.length; rank++) {
            adjusted[ascending[rank]] = Math.max(adjusted[ascending[rank]], adjusted[ascending[rank - 1]]);
        }
        for (int rank = ascending.length - 2; this != HOLM && rank >= 0; rank--) {
            adjusted[ascending[rank]] = Math.min(adjusted[ascending[rank]], adjusted[ascending[rank + 1]]);
        }
    }
}
