package io.github.tiercel.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.inference.BatchInference;
import io.github.tiercel.inference.ScoreBlock;
import io.github.tiercel.result.Notice;
import io.github.tiercel.store.StoreEvent;
import io.github.tiercel.store.StoredOrder;
import io.github.tiercel.store.StoredScores;
import java.util.ArrayList;
import java.util.List;

/**
 * What a store gave for one request.
 *
 * @param order the rows asked for
 * @param model the model asked
 * @param batchRows rows in a batch
 * @param rows how many positions were asked for
 * @param scores what was given
 * @param asked rows that the model was asked for meanwhile
 * @param events what was told on the way
 */
record StoreAnswer(
        StoredOrder<double[]> order,
        StoreModel model,
        int batchRows,
        int rows,
        StoredScores scores,
        int asked,
        List<StoreEvent> events) {

    /** The scores are those that the model gives without a store. */
    StoreAnswer isRight() {
        StoreModel other = model.again();
        BatchInference<double[]> inference = BatchInference.of(order.features(), order.order(), other, batchRows);
        List<ScoreBlock> blocks = new ArrayList<>();
        inference.run(0, inference.boundary(rows), blocks::add);
        ScoreBlock truth = ScoreBlock.join(blocks);
        for (int output = 0; output < truth.outputs(); output++) {
            double[] given = scores.scores(output, rows);
            assertEquals(rows, given.length, "scores given");
            for (int position = 0; position < rows; position++) {
                assertSameBits(truth.score(output, position), given[position], output, position);
            }
        }
        return this;
    }

    private static void assertSameBits(double expected, double given, int output, int position) {
        assertTrue(
                Double.doubleToRawLongBits(expected) == Double.doubleToRawLongBits(given),
                () -> "the model's score of output " + output + " at position " + position + " is " + expected
                        + ", but the store gave " + given);
    }

    /** So many rows were inferred and the others found. */
    StoreAnswer infers(int expected) {
        assertEquals(expected, scores.cost().rowsInferred(), "rows inferred of " + rows);
        return this;
    }

    StoreAnswer reuses(int expected) {
        assertEquals(expected, scores.cost().rowsReused(), "rows reused of " + rows);
        return this;
    }

    /** The cost is what the model saw. Only where nobody else asks the same model. */
    StoreAnswer costsWhatItSays() {
        assertEquals(
                asked,
                scores.cost().rowsInferred() + scores.cost().rowsChecked(),
                "rows the model was asked for, and those inferred and checked by the cost,");
        long there = scores.cost().rowsInferred() + scores.cost().rowsReused();
        assertTrue(there >= rows, () -> there + " rows were inferred or reused, but " + rows + " are given");
        return this;
    }

    /** Nothing was wrong but what these codes say. */
    StoreAnswer says(String... codes) {
        assertEquals(
                List.of(codes),
                scores.notices().stream().map(Notice::code).distinct().toList(),
                "notices");
        return this;
    }
}
