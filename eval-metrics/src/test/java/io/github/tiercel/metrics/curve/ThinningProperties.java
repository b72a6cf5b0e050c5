package io.github.tiercel.metrics.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

class ThinningProperties {

    private static final double TOLERANCE = 1e-9;

    /** Coordinates that grow in small steps and, here and there, in one that dwarfs them all. */
    @Provide
    Arbitrary<double[]> coordinates() {
        Arbitrary<Double> steps = Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.doubles().between(0, 1)),
                Tuple.of(1, Arbitraries.doubles().between(0, 200)));
        return steps.array(double[].class)
                .ofMinSize(1)
                .ofMaxSize(200)
                .map(ThinningProperties::cumulative)
                .filter(coordinates -> coordinates[coordinates.length - 1] > 0);
    }

    @Property(seed = "42")
    void chosenGroupsRiseAndEndWithTheLast(
            @ForAll("coordinates") double[] coordinates, @ForAll @IntRange(min = 1, max = 50) int most) {
        int[] chosen = Thinning.choose(coordinates.length, most, g -> coordinates[g]);
        assertTrue(chosen.length <= most);
        assertEquals(coordinates.length - 1, chosen[chosen.length - 1]);
        for (int i = 1; i < chosen.length; i++) {
            assertTrue(chosen[i] > chosen[i - 1]);
        }
    }

    @Property(seed = "42")
    void noStretchWithoutAChosenGroupIsLongerThanOneStep(
            @ForAll("coordinates") double[] coordinates, @ForAll @IntRange(min = 1, max = 50) int most) {
        int[] chosen = Thinning.choose(coordinates.length, most, g -> coordinates[g]);
        double step = coordinates[coordinates.length - 1] / most;
        int previous = -1;
        for (int group : chosen) {
            double from = previous < 0 ? 0 : coordinates[previous];
            if (group - 1 > previous) {
                // The last group left out before this one.
                assertTrue(coordinates[group - 1] - from <= step * (1 + TOLERANCE));
            }
            previous = group;
        }
    }

    private static double[] cumulative(double[] steps) {
        for (int i = 1; i < steps.length; i++) {
            steps[i] += steps[i - 1];
        }
        return steps;
    }
}
