package io.github.tiercel.benchmarks;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.tiercel.data.Batch;
import io.github.tiercel.data.Column;
import io.github.tiercel.data.ColumnRoles;
import io.github.tiercel.data.Columns;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.FeatureBatch;
import io.github.tiercel.data.FeatureRow;
import io.github.tiercel.data.Features;
import io.github.tiercel.data.IntegerColumn;
import io.github.tiercel.duckdb.DuckDbPacker;
import io.github.tiercel.duckdb.DuckDbReader;
import io.github.tiercel.duckdb.DuckDbWriter;
import io.github.tiercel.inference.BatchInference;
import io.github.tiercel.inference.InferenceTime;
import io.github.tiercel.onnx.OnnxPredictor;
import io.github.tiercel.packed.PackedSet;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Whether a model is starved: rows a second of inference from a packed Parquet file, beside those of a bare session on
 * the same batches, in one run. The bare loop, of one thread, makes its matrices before the clock starts.
 *
 * <p>Run: {@code scripts/benchmark.sh inference [ROWS [MODEL.onnx...]]}; the flights in samples/data, repeated up to a
 * million rows, unless said otherwise.
 */
public final class InferenceFromDisk {

    private static final int BATCH_ROWS = 1024;
    private static final int ROUNDS = 5;
    private static final double NANOS = 1e9;
    private static final Path SAMPLES = Path.of("samples", "data");

    private final Path model;
    private final EvaluationSet set;
    private final PackedSet packed;

    private InferenceFromDisk(Path model, EvaluationSet set, PackedSet packed) {
        this.model = model;
        this.set = set;
        this.packed = packed;
    }

    /**
     * Measures models one after another.
     *
     * @param args the number of rows, and the models' files
     * @throws IOException if a file cannot be written
     * @throws OrtException if a session fails
     */
    public static void main(String[] args) throws IOException, OrtException {
        int rows = args.length == 0 ? 1_000_000 : Integer.parseInt(args[0]);
        List<Path> models = args.length > 1
                ? Stream.of(args).skip(1).map(Path::of).toList()
                : List.of(SAMPLES.resolve("flights-mlp.onnx"), SAMPLES.resolve("flights-linear.onnx"));
        Path folder = Files.createTempDirectory("tiercel-inference");
        try {
            Path source = folder.resolve("flights.parquet");
            DuckDbWriter.to(source).write(repeated(rows));
            long start = System.nanoTime();
            PackedSet packed =
                    DuckDbPacker.of(source, ColumnRoles.label("late").id("id")).pack(folder.resolve("packed"));
            System.out.printf(Locale.ROOT, "%,d rows packed in %.1f s%n", rows, (System.nanoTime() - start) / NANOS);
            EvaluationSet set = packed.evaluationSet();
            for (Path model : models) {
                new InferenceFromDisk(model, set, packed).measure();
            }
        } finally {
            delete(folder);
        }
    }

    private static Columns repeated(int rows) {
        Columns flights =
                DuckDbReader.open(SAMPLES.resolve("flights-features.parquet")).read();
        Columns many = flights.select(
                IntStream.range(0, rows).map(row -> row % flights.rows()).toArray());
        List<Column> columns = new ArrayList<>(flights.names().stream()
                .filter(name -> !name.equals("id"))
                .map(many::column)
                .toList());
        columns.add(IntegerColumn.wrap("id", LongStream.range(0, rows).toArray(), new BitSet()));
        return Columns.of("flights", rows, columns);
    }

    private void measure() throws OrtException {
        try (OnnxPredictor one = OnnxPredictor.builder(model).concurrency(1).open();
                OnnxPredictor usual = OnnxPredictor.open(model);
                OrtSession.SessionOptions options = options();
                OrtSession session = OrtEnvironment.getEnvironment().createSession(model.toString(), options)) {
            Features<FeatureRow> features = packed.features(one.features().toArray(String[]::new));
            double bare = 0;
            InferenceTime single = InferenceTime.NONE;
            InferenceTime several = InferenceTime.NONE;
            for (int round = 0; round < ROUNDS; round++) {
                bare = Math.max(bare, set.rows() * NANOS / bareNanos(session, features));
                single = faster(single, run(features, one));
                several = faster(several, run(features, usual));
            }
            System.out.printf(Locale.ROOT, "%s: bare session %,.0f rows/s%n", model.getFileName(), bare);
            print("one thread", single, bare);
            print(usual.concurrency() + " threads", several, bare);
        }
    }

    private InferenceTime run(Features<FeatureRow> features, OnnxPredictor predictor) {
        return BatchInference.of(features, set.order(), predictor, BATCH_ROWS).run(0, set.rows(), block -> {});
    }

    private static InferenceTime faster(InferenceTime one, InferenceTime other) {
        return one.rows() == 0 || other.inferenceNanos() < one.inferenceNanos() ? other : one;
    }

    private static void print(String threads, InferenceTime time, double bare) {
        double rows = time.rows() * NANOS / time.inferenceNanos();
        System.out.printf(
                Locale.ROOT,
                "  end to end, %s: %,.0f rows/s, %.0f %%; waited for data %.0f %% of the time%n",
                threads,
                rows,
                100 * rows / bare,
                100 * time.waitingShare());
    }

    private static OrtSession.SessionOptions options() throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        return options;
    }

    /** The time that a session takes for all batches, each made before its clock starts. */
    private long bareNanos(OrtSession session, Features<FeatureRow> features) throws OrtException {
        String input = session.getInputNames().iterator().next();
        long nanos = 0;
        for (int from = 0; from < set.rows(); from += BATCH_ROWS) {
            int to = Math.min(set.rows(), from + BATCH_ROWS);
            int[] rows = IntStream.range(from, to).map(set.order()::row).toArray();
            float[] matrix = new FlightMatrix(session).of(features.batch(rows));
            try (OnnxTensor tensor =
                    OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), FloatBuffer.wrap(matrix), new long[] {
                        to - from, matrix.length / (to - from)
                    })) {
                long start = System.nanoTime();
                session.run(Map.of(input, tensor)).close();
                nanos += System.nanoTime() - start;
            }
        }
        return nanos;
    }

    /** A matrix as the model's metadata names its columns: numbers, and one for each value of a text. */
    private record FlightMatrix(List<String> slots) {

        FlightMatrix(OrtSession session) throws OrtException {
            this(Stream.of(session.getMetadata()
                            .getCustomMetadata()
                            .getOrDefault("tiercel.features", "")
                            .replaceAll("[\\[\\]\"]", "")
                            .split(",", -1))
                    .map(String::strip)
                    .toList());
        }

        float[] of(Batch<FeatureRow> rows) {
            FeatureBatch batch = FeatureBatch.of(rows);
            float[] matrix = new float[batch.size() * slots.size()];
            for (int slot = 0; slot < slots.size(); slot++) {
                String[] named = slots.get(slot).split("=", 2);
                int column = batch.column(named[0]);
                double[] numbers = named.length == 1 ? batch.doubles(column) : new double[0];
                String[] texts = named.length == 2 ? batch.texts(column) : new String[0];
                for (int row = 0; row < batch.size(); row++) {
                    boolean isIt = named.length == 2 && texts[row].equals(named[1]);
                    matrix[row * slots.size() + slot] = named.length == 1 ? (float) numbers[row] : isIt ? 1 : 0;
                }
            }
            return matrix;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(file);
            }
        }
    }
}
