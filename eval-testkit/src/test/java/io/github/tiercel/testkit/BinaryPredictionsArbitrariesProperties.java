package io.github.tiercel.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

class BinaryPredictionsArbitrariesProperties {

    private static final double SELDOM = 2;
    private static final double OFTEN = 20;

    @Provide
    Arbitrary<BinaryPredictions> probabilities() {
        return BinaryPredictionsArbitraries.probabilities();
    }

    @Provide
    Arbitrary<BinaryPredictions> withBothClasses() {
        return BinaryPredictionsArbitraries.withBothClasses();
    }

    @Property(seed = "42", tries = 2000)
    void drawnByTypeAloneTheyHoldWhatBreaksMetrics(@ForAll BinaryPredictions predictions) {
        collect("empty", predictions.rows() == 0, SELDOM);
        collect("no positives", predictions.weightedRows() > 0 && predictions.positives() == 0, SELDOM);
        collect("no negatives", predictions.weightedRows() > 0 && predictions.negatives() == 0, SELDOM);
        collect("weights of 0", predictions.weightedRows() < predictions.rows(), OFTEN);
        collect("no weights", !predictions.isWeighted(), OFTEN);
        collect("no probabilities", !predictions.areProbabilities(), OFTEN);
        collect("ties", predictions.groups().size() < predictions.weightedRows(), OFTEN);
        collect("infinite scores", hasInfiniteScore(predictions), SELDOM);
    }

    @Property(seed = "42", tries = 500)
    void probabilitiesLieInTheUnitInterval(@ForAll("probabilities") BinaryPredictions predictions) {
        assertTrue(predictions.areProbabilities());
        assertTrue(predictions.clampedRows() == 0);
    }

    @Property(seed = "42", tries = 500)
    void bothClassesArePresentWhereAskedFor(@ForAll("withBothClasses") BinaryPredictions predictions) {
        assertTrue(predictions.positives() > 0);
        assertTrue(predictions.negatives() > 0);
    }

    private static void collect(String what, boolean present, double leastPercentage) {
        Statistics.label(what).collect(present).coverage(coverage -> coverage.check(true)
                .percentage(share -> share >= leastPercentage));
    }

    private static boolean hasInfiniteScore(BinaryPredictions predictions) {
        for (int row = 0; row < predictions.rows(); row++) {
            if (Double.isInfinite(predictions.score(row))) {
                return true;
            }
        }
        return false;
    }
}
