package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Which stored batches are scored once more. */
class SpotCheckTest {

    @Test
    void batchesAreSpreadEvenlyOverAllThatAreStored() {
        SplittableRandom random = new SplittableRandom(11);
        for (int run = 0; run < 300; run++) {
            List<StoredBatches> segments = segments(random);
            List<SpotCheck.Chosen> all = listed(segments);
            int checks = Math.min(3, Math.max(1, all.size() / 16));
            List<SpotCheck.Chosen> expected = new ArrayList<>();
            for (int i = 0; i < checks; i++) {
                expected.add(all.get((2 * i + 1) * all.size() / (2 * checks)));
            }
            assertEquals(expected, SpotCheck.chosen(segments), segments::toString);
        }
    }

    /** Segments that begin and end anywhere, each with batches of a size of its own. */
    private static List<StoredBatches> segments(SplittableRandom random) {
        List<StoredBatches> segments = new ArrayList<>();
        int from = 0;
        for (int left = 1 + random.nextInt(5); left > 0; left--) {
            int to = from + 1 + random.nextInt(60);
            segments.add(new StoredBatches(from, to, 1 + random.nextInt(10)));
            from = to;
        }
        return segments;
    }

    private static List<SpotCheck.Chosen> listed(List<StoredBatches> segments) {
        List<SpotCheck.Chosen> all = new ArrayList<>();
        for (int segment = 0; segment < segments.size(); segment++) {
            StoredBatches of = segments.get(segment);
            for (int from = of.from(); from < of.to(); ) {
                int to = Math.min(of.to(), (from / of.batchRows() + 1) * of.batchRows());
                all.add(new SpotCheck.Chosen(segment, new StoredBatches(from, to, of.batchRows())));
                from = to;
            }
        }
        return all;
    }

    @Test
    void asManyBatchesAsThereCanBeRows() {
        int rows = Integer.MAX_VALUE;
        List<StoredBatches> segments =
                List.of(new StoredBatches(0, 1_500_000_000, 1), new StoredBatches(1_500_000_000, rows, 1));
        assertEquals(
                List.of(
                        new SpotCheck.Chosen(0, one(rows / 6)),
                        new SpotCheck.Chosen(0, one(rows / 2)),
                        new SpotCheck.Chosen(1, one((int) (5L * rows / 6)))),
                SpotCheck.chosen(segments));
    }

    @Test
    void theLastBatchEndsWithTheRowsHoweverLargeBatchesAre() {
        int rows = Integer.MAX_VALUE;
        assertEquals(
                new StoredBatches(2_000_000_000, rows, 2_000_000_000),
                new StoredBatches(0, rows, 2_000_000_000).batch(1));
    }

    private static StoredBatches one(int position) {
        return new StoredBatches(position, position + 1, 1);
    }
}
