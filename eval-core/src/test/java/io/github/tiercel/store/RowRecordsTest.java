package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.files.Forced;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Row keys and labels on disk, read back here and by Arrow's own reader. */
class RowRecordsTest {

    private static final String ORDER = "0123456789abcdef".repeat(4);
    private static final List<String> CLASSES = List.of("", "a, \"b\"", "h\u00e4m\nand eggs");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 65_536, 65_537, 200_000})
    void rowKeysAreReadHereAndByArrow(int rows) throws IOException {
        long[] keys = LongStream.range(0, rows)
                .map(row -> row * 0x9E37_79B9_7F4A_7C15L)
                .toArray();
        keys[0] = Long.MIN_VALUE;
        keys[rows - 1] = Long.MAX_VALUE;
        EvaluationSet set = EvaluationSet.regression(new double[rows]).ids(keys).build();
        Path file = folder.resolve(RowKeysFile.NAME);
        write(file, channel -> RowKeysFile.write(channel, ORDER, set.order(), keys));
        long[] byPosition = IntStream.range(0, rows)
                .mapToLong(position -> keys[set.order().row(position)])
                .toArray();
        assertEquals(rows, RowKeysFile.rows(file, ORDER));
        assertArrayEquals(byPosition, RowKeysFile.read(file, ORDER));
        List<Object> found = new ArrayList<>();
        Map<String, String> metadata = arrow(file, "key", BigIntVector.class, found);
        assertEquals(LongStream.of(byPosition).boxed().toList(), found);
        assertEquals(Integer.toString(rows), metadata.get("rows"));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 65_536, 65_537, 200_000})
    void classLabelsAreReadHereAndByArrow(int rows) throws IOException {
        int[] labels = IntStream.range(0, rows).map(row -> row % 3).toArray();
        EvaluationSet set = EvaluationSet.multiclass(labels, CLASSES).build();
        RowLabels kept = RowLabels.of(set, set.order());
        Map<String, String> metadata = assertLabels(kept);
        for (int i = 0; i < CLASSES.size(); i++) {
            assertEquals(CLASSES.get(i), metadata.get("class_" + i));
        }
    }

    @Test
    void numbersToPredictKeepTheirBits() throws IOException {
        assertLabels(
                RowLabels.of(List.of(), new double[] {-0.0, Double.MIN_VALUE, 1e300, -1.5, Math.nextUp(0.1f), 0.1}));
    }

    private Map<String, String> assertLabels(RowLabels labels) throws IOException {
        Path file = folder.resolve(RowLabelsFile.name(labels));
        write(file, channel -> RowLabelsFile.write(channel, ORDER, labels));
        RowLabels read = RowLabelsFile.read(file, ORDER);
        assertEquals(labels.classes(), read.classes());
        List<Object> found = new ArrayList<>();
        Map<String, String> metadata = arrow(file, "label", Float8Vector.class, found);
        assertEquals(labels.rows(), read.rows());
        assertEquals(labels.rows(), found.size());
        for (int position = 0; position < labels.rows(); position++) {
            long bits = Double.doubleToRawLongBits(labels.value(position));
            assertEquals(bits, Double.doubleToRawLongBits(read.value(position)));
            assertEquals(bits, Double.doubleToRawLongBits((Double) found.get(position)));
        }
        return metadata;
    }

    /** Reads the only column of a file with Arrow's reader, and returns the metadata of the footer. */
    private static Map<String, String> arrow(Path file, String name, Class<?> type, List<Object> values)
            throws IOException {
        try (RootAllocator allocator = new RootAllocator();
                FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                ArrowFileReader reader = new ArrowFileReader(channel, allocator)) {
            while (reader.loadNextBatch()) {
                List<FieldVector> columns = reader.getVectorSchemaRoot().getFieldVectors();
                assertEquals(1, columns.size());
                FieldVector column = columns.get(0);
                assertEquals(name, column.getName());
                assertEquals(type, column.getClass());
                assertFalse(column.getField().isNullable());
                assertTrue(column.getValueCount() <= TableShape.BATCH_ROWS);
                for (int i = 0; i < column.getValueCount(); i++) {
                    values.add(column.getObject(i));
                }
            }
            return reader.getMetaData();
        }
    }

    private static void write(Path file, Forced.Content content) throws IOException {
        Files.deleteIfExists(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            content.writeTo(channel);
        }
    }
}
