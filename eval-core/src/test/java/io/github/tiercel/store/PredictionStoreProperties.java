package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.Batch;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Features;
import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.Precision;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.inference.ScoreSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever is asked in whatever sequence, scores are those of a direct call, and no row is scored twice. */
class PredictionStoreProperties {

    private static final List<Outputs> OUTPUTS = List.of(
            Outputs.score(),
            Outputs.of("no", "yes", "perhaps").in(Precision.FLOAT),
            Outputs.of("a", "b").in(Precision.DOUBLE));

    /** One request, or the end of a process before it. */
    record Request(boolean reopens, int model, int batchRows, double share) {

        int rows(int all) {
            return Math.max(1, (int) Math.ceil(share * all));
        }
    }

    @Provide
    Arbitrary<List<Request>> requests() {
        Arbitrary<Integer> batches = Arbitraries.of(1, 2, 7, 64, 1000, Integer.MAX_VALUE);
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, OUTPUTS.size() - 1),
                        batches,
                        Arbitraries.doubles().between(0, 1))
                .as(Request::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Property(tries = 60, seed = "7")
    void everyRequestGetsTheModelsScoresAndNoRowIsScoredTwice(
            @ForAll("requests") List<Request> requests, @ForAll @IntRange(min = 1, max = 300) int rows)
            throws IOException {
        Path folder = Files.createTempDirectory("store");
        List<Indexed> models = IntStream.range(0, OUTPUTS.size())
                .mapToObj(i -> new Indexed(i, new AtomicInteger()))
                .toList();
        long[] scored = new long[OUTPUTS.size()];
        Features<double[]> features = features(rows);
        PredictionStore store = PredictionStore.open(folder);
        StoredOrder<double[]> order = order(store, features);
        for (Request request : requests) {
            if (request.reopens()) {
                store.close();
                store = PredictionStore.open(folder);
                order = order(store, features);
            }
            Indexed model = models.get(request.model());
            int before = model.asked().get();
            StoredScores found = store.scores(order, model, request.batchRows(), request.rows(rows));
            assertRight(order, model, request.rows(rows), found);
            long inferred = found.cost().rowsInferred();
            assertEquals(inferred + found.cost().rowsChecked(), model.asked().get() - before);
            assertTrue(inferred + found.cost().rowsReused() >= request.rows(rows));
            scored[request.model()] += inferred;
            assertTrue(scored[request.model()] <= rows);
        }
        store.close();
        Stored.delete(folder);
    }

    private static void assertRight(StoredOrder<double[]> order, Indexed model, int rows, StoredScores found) {
        assertEquals(List.of(), found.notices());
        for (int output = 0; output < model.outputs().count(); output++) {
            double[] expected = new double[rows];
            for (int position = 0; position < rows; position++) {
                expected[position] = model.score(order.order().row(position), output);
            }
            assertArrayEquals(expected, found.scores(output, rows));
        }
    }

    private static StoredOrder<double[]> order(PredictionStore store, Features<double[]> features) {
        boolean[] labels = new boolean[features.rows()];
        for (int row = 0; row < labels.length; row += 3) {
            labels[row] = true;
        }
        return StoredOrder.of(store.frozen(EvaluationSet.binary(labels).build(), features), features);
    }

    private static Features<double[]> features(int rows) {
        return Features.of(
                IntStream.range(0, rows).mapToObj(row -> new double[] {row}).toArray(double[][]::new));
    }

    /** Its scores tell the row and the output. */
    private record Indexed(int number, AtomicInteger asked) implements Predictor<double[]> {

        double score(double row, int output) {
            return 1000 * number + row + output / 8.0;
        }

        @Override
        public void predict(Batch<double[]> batch, ScoreSink scores) {
            asked.addAndGet(batch.size());
            for (int i = 0; i < batch.size(); i++) {
                for (int output = 0; output < outputs().count(); output++) {
                    scores.score(i, output, score(batch.row(i)[0], output));
                }
            }
        }

        @Override
        public Outputs outputs() {
            return OUTPUTS.get(number);
        }

        @Override
        public Optional<ModelFingerprint> fingerprint() {
            return Optional.of(ModelFingerprint.of("model " + number));
        }
    }
}
