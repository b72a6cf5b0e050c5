package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.Batch;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Features;
import io.github.tiercel.inference.ModelException;
import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.inference.ScoreSink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Scores in memory belong to a model as it was. */
class ChangedModelTest {

    private static final int ROWS = 3000;
    private static final int BATCH = 1000;

    private final PredictionStore store = PredictionStore.inMemory();
    private final StoredOrder<double[]> order = StoredOrder.of(
            EvaluationSet.binary(new boolean[ROWS]).build(),
            Features.of(
                    IntStream.range(0, ROWS).mapToObj(row -> new double[] {row}).toArray(double[][]::new)));

    @Test
    void anotherModelUnderTheSameNameIsFoundOutThoughNoRowIsMissing() {
        infer(named(1), ROWS);
        StoredScores found = infer(named(2), ROWS);
        assertScores(2, found);
        assertEquals(ROWS, found.cost().rowsInferred());
        assertEquals(BATCH, found.cost().rowsChecked());
        assertEquals("CHANGED_MODEL", found.notices().get(0).code());
    }

    @Test
    void everyModelObjectIsCheckedOnce() {
        Predictor<double[]> model = named(1);
        infer(model, BATCH);
        assertEquals(BATCH, infer(model, ROWS).cost().rowsChecked());
        assertEquals(0, infer(model, ROWS).cost().rowsChecked());
        Predictor<double[]> same = named(1);
        assertEquals(BATCH, infer(same, ROWS).cost().rowsChecked());
        assertEquals(0, infer(same, ROWS).cost().rowsChecked());
        assertScores(2, infer(named(2), ROWS));
    }

    @Test
    void aModelWithoutANameThatTrainsOnIsAskedAgain() {
        double[] weight = {1};
        Predictor<double[]> live = Predictor.of(row -> weight[0] * row[0]);
        for (int epoch = 1; epoch <= 3; epoch++) {
            weight[0] = epoch;
            assertScores(epoch, infer(live, BATCH));
            assertScores(epoch, infer(live, ROWS));
        }
        weight[0] = 4;
        StoredScores changed = infer(live, ROWS);
        assertEquals(
                "This model gave other scores before, by up to 2e+03 among 1,000 rows scored again, so it was asked for"
                        + " all of them anew. Unless it was trained since, it does not give the same row the same score"
                        + " twice (is dropout on?).",
                changed.notices().get(0).text().replaceFirst("up to \\S+", "up to 2e+03"));
    }

    @Test
    void aModelThatFailsItsCheckTakesNothingAway() {
        AtomicBoolean fails = new AtomicBoolean();
        Predictor<double[]> model = Predictor.of(row -> {
            if (fails.get()) {
                throw new IllegalStateException("out of luck");
            }
            return row[0];
        });
        infer(model, BATCH);
        fails.set(true);
        assertThrows(ModelException.class, () -> infer(model, ROWS));
        fails.set(false);
        assertEquals(BATCH, infer(model, ROWS).cost().rowsReused());
    }

    @Test
    void aModelWithOtherOutputsThanBeforeIsAnotherModel() {
        List<Outputs> current = new ArrayList<>(List.of(Outputs.of("no", "yes")));
        Predictor<double[]> model = new Predictor<>() {
            @Override
            public void predict(Batch<double[]> batch, ScoreSink scores) {
                for (int i = 0; i < batch.size(); i++) {
                    for (int output = 0; output < outputs().count(); output++) {
                        scores.score(i, output, batch.row(i)[0] + output);
                    }
                }
            }

            @Override
            public Outputs outputs() {
                return current.get(0);
            }
        };
        infer(model, BATCH);
        current.set(0, Outputs.of("no", "yes", "perhaps"));
        StoredScores found = infer(model, ROWS);
        assertEquals(ROWS, found.cost().rowsInferred());
        assertEquals(List.of(), found.notices());
        assertEquals(found.scores(0, 1)[0] + 2, found.scores(2, 1)[0]);
    }

    @Test
    void nobodyGetsScoresThatAreNotThere() {
        StoredScores some = infer(named(1), BATCH);
        assertEquals(
                "rows must be at most the 1000 that there are scores of, got 1001",
                assertThrows(IllegalArgumentException.class, () -> some.scores(0, 1001))
                        .getMessage());
        for (int rows : new int[] {0, ROWS + 1}) {
            assertEquals(
                    "rows must be from 1 to 3000, got " + rows,
                    assertThrows(IllegalArgumentException.class, () -> infer(named(1), rows))
                            .getMessage());
        }
    }

    private void assertScores(double weight, StoredScores found) {
        double[] expected = Arrays.stream(order.order().rows(BATCH))
                .mapToDouble(row -> weight * row)
                .toArray();
        assertArrayEquals(expected, found.scores(0, BATCH));
        assertTrue(found.notices().size() <= 1);
    }

    private StoredScores infer(Predictor<double[]> model, int rows) {
        return store.scores(order, model, BATCH, rows);
    }

    private static Predictor<double[]> named(double weight) {
        return named(row -> weight * row[0]);
    }

    private static Predictor<double[]> named(ToDoubleFunction<double[]> model) {
        return named("m", model);
    }

    private static Predictor<double[]> named(String name, ToDoubleFunction<double[]> model) {
        return Predictor.of(model).withFingerprint(ModelFingerprint.of(name));
    }
}
