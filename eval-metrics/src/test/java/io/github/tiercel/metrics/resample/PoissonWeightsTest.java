package io.github.tiercel.metrics.resample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.metrics.ReferenceTable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PoissonWeightsTest {

    private static final long HASH_SEED = 42;

    static List<ReferenceTable.Row> hashes() {
        return ReferenceTable.read("poisson_weights.csv").rows();
    }

    static List<ReferenceTable.Row> thresholds() {
        return ReferenceTable.read("poisson_thresholds.csv").rows();
    }

    @ParameterizedTest
    @MethodSource("hashes")
    void hashesAndWeightsAreThoseOfTheWrittenRule(ReferenceTable.Row expected) {
        PoissonWeights weights = PoissonWeights.ofHashSeed(HASH_SEED);
        long key = Long.parseLong(expected.text("unit_key"));
        assertEquals(Long.parseUnsignedLong(expected.text("hash")), KeyedHash.hash(key, weights.pairKey(0)));
        for (int replicate = 0; replicate < 8; replicate++) {
            assertEquals((int) expected.number("w" + replicate), weights.weight(key, replicate));
        }
    }

    @ParameterizedTest
    @MethodSource("thresholds")
    void drawsBelowAThresholdWeighAtMostItsWeight(ReferenceTable.Row expected) {
        int weight = (int) expected.number("weight");
        long threshold = Long.parseLong(expected.text("threshold"));
        assertEquals(weight, PoissonWeights.odd(threshold - 1));
        assertEquals(weight, PoissonWeights.even((threshold - 1) << 32));
        // The last threshold is 2^32 itself, above every draw.
        if (weight < 12) {
            assertEquals(weight + 1, PoissonWeights.odd(threshold));
            assertEquals(weight + 1, PoissonWeights.even(threshold << 32));
        }
    }

    @Test
    void theSeedOfAUserIsNeverTheSeedOfTheHashes() {
        // Two Poisson(1) weights agree with probability 0.3085: 308 of 1000, four standard deviations are 58.
        PoissonWeights user = PoissonWeights.of(HASH_SEED);
        PoissonWeights raw = PoissonWeights.ofHashSeed(HASH_SEED);
        int equal = 0;
        for (int key = 0; key < 1000; key++) {
            equal += user.weight(key, 0) == raw.weight(key, 0) ? 1 : 0;
        }
        assertEquals(308, equal, 58);
    }

    @Test
    void weightsHaveMeanAndVarianceOne() {
        PoissonWeights weights = PoissonWeights.of(7);
        double sum = 0;
        double squares = 0;
        int draws = 200_000;
        for (int key = 0; key < draws / 20; key++) {
            for (int replicate = 0; replicate < 20; replicate++) {
                int weight = weights.weight(key, replicate);
                sum += weight;
                squares += (weight - 1) * (weight - 1);
            }
        }
        // Four standard deviations: of a weight 1, of its squared distance from the mean sqrt(3).
        assertEquals(1, sum / draws, 4 / Math.sqrt(draws));
        assertEquals(1, squares / draws, 4 * Math.sqrt(3.0 / draws));
    }
}
