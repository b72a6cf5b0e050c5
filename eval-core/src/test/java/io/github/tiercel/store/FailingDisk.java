package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Features;
import io.github.tiercel.faults.FaultyFileSystem;
import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.inference.ScoreBlock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** A folder for the scores of one model, on a disk that fails when it is told to. */
final class FailingDisk {

    static final int BATCH = 1000;
    static final int ROWS = 3 * BATCH;

    private final FaultyFileSystem files = new FaultyFileSystem();
    private final Path folder;
    private final int rows;

    FailingDisk(Path folder) {
        this(folder, ROWS);
    }

    /** With scores of so many rows in it at most. */
    FailingDisk(Path folder, int rows) {
        this.folder = folder;
        this.rows = rows;
    }

    FaultyFileSystem files() {
        return files;
    }

    /** The folder on the real disk. */
    Path folder() {
        return folder;
    }

    /** Opens a store on the disk, with an order frozen. */
    Opened open() {
        return new Opened(PredictionStore.open(files.path(folder)), rows);
    }

    /** Opens one on the real disk, as the next process does. */
    Opened openReal() {
        return new Opened(PredictionStore.open(folder), rows);
    }

    /** A store in use. */
    static final class Opened implements AutoCloseable {

        private final PredictionStore store;
        private final StoredOrder<double[]> order;

        private Opened(PredictionStore store, int rows) {
            Features<double[]> features = Features.of(
                    IntStream.range(0, rows).mapToObj(row -> new double[] {row}).toArray(double[][]::new));
            EvaluationSet set = EvaluationSet.binary(new boolean[rows]).build();
            this.store = store;
            this.order = StoredOrder.of(store.frozen(set, features), features);
        }

        StoredOrder<double[]> order() {
            return order;
        }

        StoreKey key() {
            return new StoreKey(
                    RootModel.NAME, order.fingerprint().orElseThrow(), Outputs.score(), OptionalInt.empty());
        }

        /** Asks for the first rows' scores, and requires that they are right. */
        StoredScores infer(int rows) {
            return infer(new RootModel(), rows);
        }

        StoredScores infer(RootModel model, int rows) {
            StoredScores found = ask(model, rows);
            assertRight(found.scores(0, rows), 0);
            assertEquals(rows, found.cost().rowsInferred() + found.cost().rowsReused());
            return found;
        }

        /** Asks for any model's scores, whatever they are. */
        StoredScores ask(Predictor<double[]> model, int rows) {
            return store.scores(order, model, BATCH, rows);
        }

        private void assertRight(double[] scores, int from) {
            for (int i = 0; i < scores.length; i++) {
                double expected = Math.sqrt(order.order().row(from + i));
                assertEquals(Double.doubleToRawLongBits(expected), Double.doubleToRawLongBits(scores[i]));
            }
        }

        /** Has segments published, a batch each, up to a row. */
        void publish(int from, int to) {
            for (int rows = from + BATCH; rows <= to; rows += BATCH) {
                infer(rows);
                flush();
            }
        }

        void flush() {
            store.flush();
        }

        @Override
        public void close() {
            store.close();
        }
    }

    /** The names of the segments that are there, in order. */
    List<String> segments() {
        return Stored.files(folder).stream()
                .filter(file -> !file.startsWith("quarantine"))
                .map(file -> String.valueOf(Path.of(file).getFileName()))
                .filter(name -> SegmentName.parse(name).isPresent())
                .sorted()
                .toList();
    }

    /** Files that are on their way to a name, or were. */
    List<String> temporaries() {
        return Stored.files(folder).stream()
                .filter(file -> file.endsWith(".tmp"))
                .toList();
    }

    /** Requires that these segments are there and no others, each whole, and that the next process adds the rest. */
    void assertHolds(List<String> names) throws IOException {
        assertEquals(names, segments());
        int held = names.size() * BATCH;
        try (Opened next = openReal()) {
            Path text = StoreLayout.open(folder).folder(next.key().hex()).resolve("key.txt");
            assertTrue(!Files.exists(text)
                    || Files.readString(text).equals(next.key().text()));
            for (String name : names) {
                SegmentName segment = SegmentName.parse(name).orElseThrow();
                SegmentFolder of = SegmentFolder.of(StoreLayout.open(folder), next.key());
                Segment read = SegmentFile.read(of.path().resolve(name), next.key(), segment, segment.rows());
                ScoreBlock scores = read.scores();
                next.assertRight(scores.doubles(0), scores.from());
            }
            StoredScores found = next.infer(ROWS);
            assertEquals(held, found.cost().rowsReused());
            assertEquals(List.of(), found.notices());
            next.flush();
            assertEquals(List.of(), next.infer(ROWS).notices());
        }
        try (Opened last = openReal()) {
            assertEquals(0, last.infer(ROWS).cost().rowsInferred());
        }
        assertTrue(temporaries().isEmpty(), () -> String.valueOf(temporaries()));
    }
}
