package io.github.tiercel.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.data.Batch;
import io.github.tiercel.data.Features;
import io.github.tiercel.inference.Inferences.Slow;
import io.github.tiercel.inference.Inferences.Told;
import io.github.tiercel.sampling.RowOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicIntegerArray;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BatchInferenceProperties {

    /** The score depends on the whole batch, so that a row in another batch would show. */
    private static void variant(Batch<Integer> batch, ScoreSink scores) {
        double sum = 0;
        for (int i = 0; i < batch.size(); i++) {
            sum = 1.1 * sum + batch.row(i);
        }
        for (int i = batch.size() - 1; i >= 0; i--) {
            scores.score(i, 1, Math.cos(sum));
            scores.score(i, 0, Math.sin(sum + batch.row(i)));
        }
    }

    @Property(seed = "11", tries = 500)
    void anySplitIntoRunsGivesTheSameBits(
            @ForAll @IntRange(max = 200) int rows,
            @ForAll @IntRange(min = 1, max = 70) int batchRows,
            @ForAll boolean slow,
            @ForAll long seed) {
        BatchInference<Integer> inference = inference(rows, batchRows, 1, slow);
        double[] whole = scores(Inferences.run(inference, 0, rows), rows);
        Random random = new Random(seed);
        List<ScoreBlock> blocks = new ArrayList<>();
        for (int from = 0; from < rows; ) {
            int to = inference.boundary(from + random.nextInt(rows - from + 1));
            blocks.addAll(Inferences.run(inference, from, to));
            from = to;
        }
        assertArrayEquals(whole, scores(blocks, rows));
    }

    @Property(seed = "12", tries = 200)
    void anyConcurrencyGivesTheSameBitsInTheSameOrder(
            @ForAll @IntRange(min = 1, max = 300) int rows,
            @ForAll @IntRange(min = 1, max = 70) int batchRows,
            @ForAll @IntRange(min = 1, max = 4) int concurrency,
            @ForAll boolean slow) {
        double[] expected = scores(Inferences.run(inference(rows, batchRows, 1, false), 0, rows), rows);
        List<ScoreBlock> blocks = Inferences.run(inference(rows, batchRows, concurrency, slow), 0, rows);
        assertArrayEquals(expected, scores(blocks, rows));
    }

    @Property(seed = "13", tries = 250)
    void eachRowIsSeenOnceInBatchesAtMultiples(
            @ForAll @IntRange(min = 1, max = 300) int rows,
            @ForAll @IntRange(min = 1, max = 70) int batchRows,
            @ForAll @IntRange(min = 1, max = 3) int concurrency,
            @ForAll boolean slow) {
        RowOrder order = Inferences.order(rows);
        int[] positionOfRow = new int[rows];
        for (int position = 0; position < rows; position++) {
            positionOfRow[order.row(position)] = position;
        }
        AtomicIntegerArray seen = new AtomicIntegerArray(rows);
        Told model = Told.to((batch, scores) -> {
                    int start = positionOfRow[batch.row(0)];
                    assertEquals(0, start % batchRows);
                    assertEquals(Math.min(batchRows, rows - start), batch.size());
                    for (int i = 0; i < batch.size(); i++) {
                        seen.incrementAndGet(positionOfRow[batch.row(i)]);
                        assertEquals(start + i, positionOfRow[batch.row(i)]);
                        scores.score(i, positionOfRow[batch.row(i)]);
                    }
                })
                .on(concurrency);
        List<ScoreBlock> blocks =
                Inferences.run(BatchInference.of(features(rows, slow), order, model, batchRows), 0, rows);
        for (ScoreBlock block : blocks) {
            for (int position = block.from(); position < block.to(); position++) {
                assertEquals(1, seen.get(position));
                assertEquals(position, block.score(0, position));
            }
        }
        assertEquals(rows, blocks.get(blocks.size() - 1).to());
    }

    @Property(seed = "14", tries = 100)
    void aSingleBatchScoresAsInTheRun(
            @ForAll @IntRange(min = 1, max = 200) int rows, @ForAll @IntRange(min = 1, max = 70) int batchRows) {
        BatchInference<Integer> inference = inference(rows, batchRows, 1, false);
        for (ScoreBlock block : Inferences.run(inference, 0, rows)) {
            ScoreBlock again = inference.infer(block.from(), block.to());
            assertEquals(block.from(), again.from());
            assertArrayEquals(block.doubles(0), again.doubles(0));
            assertArrayEquals(block.doubles(1), again.doubles(1));
        }
    }

    @Property(seed = "15")
    void boundariesAreMultiplesOrTheEnd(
            @ForAll @IntRange(min = 1, max = 300) int rows,
            @ForAll @IntRange(min = 1, max = Integer.MAX_VALUE) int batchRows,
            @ForAll @IntRange(max = 300) int position) {
        int at = Math.min(position, rows);
        int boundary = inference(rows, batchRows, 1, false).boundary(at);
        boolean multiple = boundary % batchRows == 0;
        assertEquals(true, boundary >= at && (multiple || boundary == rows) && boundary - at < batchRows);
    }

    private static BatchInference<Integer> inference(int rows, int batchRows, int concurrency, boolean slow) {
        Told model = Told.to(BatchInferenceProperties::variant)
                .with("sine", "cosine")
                .on(concurrency);
        return BatchInference.of(features(rows, slow), Inferences.order(rows), model, batchRows);
    }

    private static Features<Integer> features(int rows, boolean slow) {
        Features<Integer> features = Inferences.features(rows);
        return slow ? new Slow<>(features) : features;
    }

    /** Both outputs by position, from blocks that must follow one another. */
    private static double[] scores(List<ScoreBlock> blocks, int rows) {
        double[] scores = new double[2 * rows];
        int next = 0;
        for (ScoreBlock block : blocks) {
            assertEquals(next, block.from());
            for (; next < block.to(); next++) {
                scores[2 * next] = block.score(0, next);
                scores[2 * next + 1] = block.score(1, next);
            }
        }
        assertEquals(rows, next);
        return scores;
    }
}
