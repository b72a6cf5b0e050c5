package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.Batch;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Features;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.result.InferenceCost;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class InputBoundTest {

    @Test
    void theSentenceHasTheShareAndWhatToDo() {
        assertEquals(
                "input-bound: 63 % of inference time was waiting for data. A faster model or more threads for it would"
                        + " gain nothing; pack the data once, make less of each row, or have the features in memory.",
                InputBound.of(cost(1000, 630), false).orElseThrow().text());
    }

    @Test
    void rowsOfAPackedSetArePackedAlready() {
        assertEquals(
                "input-bound: 20 % of inference time was waiting for data. A faster model or more threads for it would"
                        + " gain nothing; a faster disk would, or a model that reads fewer columns.",
                InputBound.of(cost(1000, 200), true).orElseThrow().text());
    }

    /** A pass that is short waits for less than anybody notices, whatever its share. */
    @Test
    void aShortPassAndALittleWaitingAreNoNews() {
        assertEquals(Optional.empty(), InputBound.of(cost(110, 99), false));
        assertTrue(InputBound.of(cost(110, 100), false).isPresent());
        assertEquals(Optional.empty(), InputBound.of(cost(1000, 199), false));
        assertEquals(Optional.empty(), InputBound.of(InferenceCost.NONE, false));
    }

    /** The share is that of the two numbers which the result has, whatever else its time went to. */
    @Test
    void theShareIsOfAllTheTimeThatTheResultSays() {
        Features<double[]> slow = new SlowFeatures(Features.of(new double[3000][1]));
        StoredOrder<double[]> order =
                StoredOrder.of(EvaluationSet.binary(new boolean[3000]).build(), slow);
        try (PredictionStore store = PredictionStore.inMemory()) {
            StoredScores scores = store.scores(order, Predictor.of(row -> 0.5), 1024, 3000);
            double share = scores.cost().waitingMillis() / scores.cost().millis();
            assertEquals(
                    List.of(String.format(Locale.ROOT, "input-bound: %.0f %% of inference time", 100 * share)),
                    scores.notices().stream()
                            .map(notice ->
                                    notice.text().substring(0, notice.text().indexOf(" was waiting")))
                            .toList());
        }
    }

    private static InferenceCost cost(double millis, double waitingMillis) {
        return new InferenceCost(millis, 10, 0, 0, 0, waitingMillis);
    }

    /** Takes longer than anybody fails to notice. */
    private record SlowFeatures(Features<double[]> features) implements Features<double[]> {

        @Override
        public int rows() {
            return features.rows();
        }

        @Override
        public Batch<double[]> batch(int[] rows) {
            LockSupport.parkNanos(150_000_000);
            return features.batch(rows);
        }

        @Override
        public Optional<String> fingerprint(long[] keys, int[] order) {
            return Optional.empty();
        }
    }
}
