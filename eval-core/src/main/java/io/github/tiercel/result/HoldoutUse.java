package io.github.tiercel.result;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Estimate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How often the rows of an evaluation have been used so far, as a prediction store counts it: whoever picks the best of
 * many models by the same rows sees a value that is better than that model deserves.
 *
 * <p>By how much is bounded: of k models that are equally good, with errors of at most the standard error SE, the one
 * that looks best looks better by SE sqrt(2 ln k) on average at most, however its errors hang together with those of
 * the others (Boucheron, Lugosi, Massart 2013, Concentration Inequalities, section 2.5, for normal errors). That is the
 * scale of the worst case, not a correction: models of one training run err alike, and are hardly ever equally good.
 * Nor does it hold for models that were made by looking at results on these rows; see Blum, Hardt 2015, The Ladder,
 * ICML (arXiv:1502.04585).
 *
 * <pre>{@code
 * result.holdout().ifPresent(use -> System.out.println(use.models() + " models were evaluated on these rows"));
 * }</pre>
 *
 * @param models distinct models that were evaluated on these rows, by their fingerprints, at least 1; each epoch of a
 *     run is one
 * @param evaluations how often any of them was, at least as often
 * @param tiers the same apart for each tier, by its name
 * @param isWhole false if counts of these rows were damaged or could not be read, so that there were more
 * @since 0.1
 */
public record HoldoutUse(int models, long evaluations, Map<String, TierUse> tiers, boolean isWhole) {

    /**
     * Copies the tiers, keeping their order.
     *
     * @throws IllegalArgumentException if {@code models} is below 1, or there are fewer evaluations than models
     */
    public HoldoutUse {
        if (models < 1 || evaluations < models) {
            throw new IllegalArgumentException("models must be at least 1 and evaluations at least as many, got "
                    + models + " and " + evaluations);
        }
        tiers = Collections.unmodifiableMap(new LinkedHashMap<>(tiers));
    }

    /**
     * The use by one tier.
     *
     * @param models distinct models that it evaluated
     * @param evaluations how often it did
     * @since 0.1
     */
    public record TierUse(int models, long evaluations) {}

    /**
     * {@return by how much the best of so many equal models looks better than it is, on average at most, in the
     * metric's unit; empty for a single model, for a metric that is best between its ends, and where no value or
     * standard error is known}
     *
     * @param estimate a value on these rows
     */
    public OptionalDouble optimism(Estimate estimate) {
        return optimism(estimate, models);
    }

    /**
     * {@return the same for the models that one tier evaluated}
     *
     * @param estimate a value on the rows of the tier
     * @param tier the tier's name
     */
    public OptionalDouble optimism(Estimate estimate, String tier) {
        return optimism(estimate, models(tier));
    }

    /**
     * {@return distinct models that one tier evaluated; 0 if there is none of that name}
     *
     * @param tier the tier's name
     */
    public int models(String tier) {
        TierUse use = tiers.get(tier);
        return use == null ? 0 : use.models();
    }

    private static OptionalDouble optimism(Estimate estimate, int models) {
        boolean known = models > 1
                && estimate.value().isDefined()
                && estimate.direction() != Direction.NEITHER
                && estimate.standardError().isPresent();
        return known
                ? OptionalDouble.of(estimate.standardError().getAsDouble() * Math.sqrt(2 * Math.log(models)))
                : OptionalDouble.empty();
    }
}
