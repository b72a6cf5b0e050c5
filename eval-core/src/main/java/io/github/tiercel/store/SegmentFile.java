package io.github.tiercel.store;

import io.github.tiercel.inference.Precision;
import io.github.tiercel.inference.ScoreBlock;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A segment as an Arrow IPC file: one column an output, named after it, in the model's own precision.
 *
 * <p>The footer's metadata tells the key and the positions, so that a file that was renamed, or moved under another
 * key, is no segment there.
 */
final class SegmentFile {

    /** Grows by one when files are written that older versions of the library would misread. */
    private static final String LAYOUT = "1";

    private static final String VERSION =
            Objects.requireNonNullElse(SegmentFile.class.getPackage().getImplementationVersion(), "development");

    private SegmentFile() {}

    static void write(FileChannel channel, StoreKey key, Segment segment) throws IOException {
        ScoreBlock scores = segment.scores();
        Map<String, String> metadata = Map.of(
                "layout", LAYOUT,
                "tiercel_version", VERSION,
                "key", key.hex(),
                "from", String.valueOf(segment.from()),
                "to", String.valueOf(segment.to()),
                "batch_rows", String.valueOf(segment.batchRows()),
                "inference_nanos", String.valueOf(segment.inferenceNanos()));
        ColumnFileWriter.write(channel, shape(key, SegmentName.of(segment)), source(scores), metadata);
    }

    /**
     * Reads the first rows of a segment.
     *
     * @param rows how many are wanted; what is read ends where one of the model's batches ends, so there may be more
     */
    static Segment read(Path file, StoreKey key, SegmentName name, int rows) throws IOException {
        try (ColumnFileReader reader = open(file, key, name)) {
            TableShape shape = shape(key, name);
            reader.require(shape);
            int batchRows = batchRows(reader);
            long allNanos = inferenceNanos(reader);
            int batches = shape.batchesOf(boundary(name, rows, batchRows) - name.from());
            int read = (int) Math.min(name.rows(), (long) batches * TableShape.BATCH_ROWS);
            int end = read == name.rows() ? name.to() : (name.from() + read) / batchRows * batchRows;
            ScoreBlock scores = scores(reader, shape, batches, read, name.from());
            long nanos = Math.round((double) read / name.rows() * allNanos);
            return new Segment(scores, batchRows, nanos).upTo(end);
        }
    }

    private static int batchRows(ColumnFileReader reader) throws IOException {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, reader.number("batch_rows")));
    }

    private static long inferenceNanos(ColumnFileReader reader) throws IOException {
        return reader.number("inference_nanos");
    }

    /** A part of a batch could neither be checked nor continued as the model scored it. */
    private static int boundary(SegmentName name, int rows, int batchRows) {
        long wanted = (long) name.from() + rows;
        long batches = (wanted + batchRows - 1) / batchRows;
        return (int) Math.min(name.to(), batches * batchRows);
    }

    /** Checks every byte of a segment, and that it can be read, and returns the checksums of its scores. */
    static List<String> verify(Path file, StoreKey key, SegmentName name) throws IOException {
        try (ColumnFileReader reader = open(file, key, name)) {
            TableShape shape = shape(key, name);
            reader.require(shape);
            batchRows(reader);
            inferenceNanos(reader);
            reader.verify(shape);
            return reader.checksums();
        }
    }

    private static ColumnFileReader open(Path file, StoreKey key, SegmentName name) throws IOException {
        return ColumnFileReader.open(file, reader -> {
            reader.require("layout", LAYOUT);
            reader.require("key", key.hex());
            reader.require("from", String.valueOf(name.from()));
            reader.require("to", String.valueOf(name.to()));
        });
    }

    private static TableShape shape(StoreKey key, SegmentName name) {
        ColumnType type = ColumnType.of(key.outputs().precision());
        return new TableShape(key.outputs().names(), type, name.rows());
    }

    private static ColumnSource source(ScoreBlock scores) {
        return scores.precision() == Precision.DOUBLE
                ? (column, row, rows, to) -> to.asDoubleBuffer().put(scores.doubles(column), row, rows)
                : (column, row, rows, to) -> to.asFloatBuffer().put(scores.floats(column), row, rows);
    }

    private static ScoreBlock scores(ColumnFileReader reader, TableShape shape, int batches, int rows, int from)
            throws IOException {
        if (shape.type() == ColumnType.FLOAT64) {
            double[][] planes = new double[shape.columns()][rows];
            reader.read(shape, batches, (column, row, count, bytes) -> bytes.asDoubleBuffer()
                    .get(planes[column], row, count));
            return ScoreBlock.of(from, planes);
        }
        float[][] planes = new float[shape.columns()][rows];
        reader.read(shape, batches, (column, row, count, bytes) -> bytes.asFloatBuffer()
                .get(planes[column], row, count));
        return ScoreBlock.of(from, planes);
    }
}
