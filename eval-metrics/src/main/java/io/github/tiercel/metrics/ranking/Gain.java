package io.github.tiercel.metrics.ranking;

/**
 * What a row of some relevance is worth at the top of a ranking.
 *
 * @since 0.1
 */
public enum Gain {
    /** The relevance itself, as in scikit-learn. */
    LINEAR {
        @Override
        double of(double relevance) {
            return relevance;
        }

        @Override
        double share(double relevance, double most) {
            return relevance / most;
        }
    },
    /** {@code 2^relevance - 1}, as in LightGBM and XGBoost. */
    EXPONENTIAL {
        @Override
        double of(double relevance) {
            // Powers of two are exact, and so is taking 1 from them; below 1 the difference would lose digits.
            return relevance < 1 ? Math.expm1(relevance * LN_2) : Math.pow(2, relevance) - 1;
        }

        @Override
        double share(double relevance, double most) {
            // Beyond 2^1000 the 1 is lost anyway, and the power itself would overflow.
            return most > 1000 && relevance > 0
                    ? Math.pow(2, relevance - most)
                    : Math.expm1(relevance * LN_2) / Math.expm1(most * LN_2);
        }
    };

    private static final double LN_2 = Math.log(2);

    /** The gain; infinite where it is too large. */
    abstract double of(double relevance);

    /** The gain as a share of the gain of the most relevant row, which is positive and finite: nothing overflows. */
    abstract double share(double relevance, double most);
}
