package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.EstimateFlag;
import io.github.tiercel.metrics.Interval;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** The intervals of one estimate: for the world, for the full set if the rows are a sample, and for gates. */
record Intervals(
        Optional<Interval> population,
        Optional<Interval> fullSet,
        Optional<Interval> gate,
        OptionalDouble standardError,
        Set<EstimateFlag> flags) {

    static final Intervals NONE =
            new Intervals(Optional.empty(), Optional.empty(), Optional.empty(), OptionalDouble.empty(), Set.of());

    static Intervals of(Interval population, Optional<Interval> fullSet, Interval gate, double standardError) {
        return new Intervals(
                Optional.of(population), fullSet, Optional.of(gate), OptionalDouble.of(standardError), Set.of());
    }

    Intervals with(EstimateFlag flag) {
        Set<EstimateFlag> more = EnumSet.of(flag);
        more.addAll(flags);
        return new Intervals(population, fullSet, gate, standardError, more);
    }
}
