package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.EstimateFlag;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.Value;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A value that borrows from a reference, on the way to its intervals.
 *
 * @param left the variance around the full set on the metric's scale
 * @param alike whether the reference gives the same scores, so that its value on all rows is the value
 */
record BorrowedValue<P extends Predictions>(Places<P> places, double value, Variance left, boolean alike) {

    private static final String METHOD = "difference";
    private static final Variance NONE = new Variance(0, Double.POSITIVE_INFINITY);

    Estimate estimate(Estimate plain, Design design, P predictions, double level) {
        Subject<P> subject = new Subject<>(places.metric(), predictions, places.now(), design, level);
        Contributions contributions = Evidence.of(subject).contributions();
        RankGuard guard = RankGuard.of(subject, contributions);
        Variance around = around(guard);
        Variance world = world(contributions, guard, around);
        Interval population = interval(world, level);
        Interval fullSet = alike ? new Interval(value, value, level, METHOD + "-none") : interval(around, level);
        return new Estimate(
                plain.metric(),
                plain.direction(),
                Value.of(value),
                Optional.of(population),
                Optional.of(fullSet),
                Optional.of(population),
                Optional.empty(),
                OptionalDouble.of(world.standardError()),
                flags(plain, guard),
                plain.rows(),
                plain.positives());
    }

    /** Back from the scale, at the value: the interval is made on the scale again. */
    private Variance around(RankGuard guard) {
        if (alike) {
            return NONE;
        }
        double slope = places.slope(value);
        return new Variance(guard.around() * left.value() / (slope * slope), left.degreesOfFreedom())
                .withDegreesAtMost(guard.degreesOfFreedom());
    }

    /** The full set varies as the sample says it does, at the place where the sample saw it. */
    private Variance world(Contributions contributions, RankGuard guard, Variance around) {
        Variance set = contributions.population(NONE);
        double stretch = places.slope(places.now()) / places.slope(value);
        double ofSet = stretch * stretch * Math.max(set.value(), guard.ofSet());
        return StratumVariance.combine(around, new Variance(ofSet, set.degreesOfFreedom()))
                .withDegreesAtMost(guard.degreesOfFreedom());
    }

    private Interval interval(Variance variance, double level) {
        Scale scale = places.scale();
        return scale.interval(value, variance, level, places.range(), scale.method(METHOD, "t"));
    }

    private static Set<EstimateFlag> flags(Estimate plain, RankGuard guard) {
        Set<EstimateFlag> flags = EnumSet.noneOf(EstimateFlag.class);
        flags.addAll(plain.flags());
        flags.remove(EstimateFlag.GUARDED);
        if (guard.around() > 1) {
            flags.add(EstimateFlag.GUARDED);
        }
        return flags;
    }
}
