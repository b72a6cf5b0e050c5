package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.inference.Precision;
import io.github.tiercel.inference.ScoreBlock;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentFileTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "1, 1, DOUBLE",
        "1, 3, FLOAT",
        "2, 2, FLOAT",
        "2, 4, DOUBLE",
        "1023, 1, FLOAT",
        "1023, 4, DOUBLE",
        "65536, 1, DOUBLE",
        "65536, 2, FLOAT",
        "65537, 1, FLOAT",
        "65537, 3, DOUBLE",
        "200000, 1, DOUBLE",
        "200000, 4, FLOAT"
    })
    void whatIsWrittenIsReadHereAndByArrow(int rows, int outputs, Precision precision) throws IOException {
        StoreKey key = Stored.key("m", outputs, precision);
        Segment segment = Stored.segment(key, 7, 7 + rows);
        Path file = write(key, segment);
        Stored.assertSame(segment, SegmentFile.read(file, key, SegmentName.of(segment), rows));
        assertArrowReads(file, key, segment);
    }

    private static void assertArrowReads(Path file, StoreKey key, Segment segment) throws IOException {
        try (RootAllocator allocator = new RootAllocator();
                FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                ArrowFileReader reader = new ArrowFileReader(channel, allocator)) {
            VectorSchemaRoot root = reader.getVectorSchemaRoot();
            int position = segment.from();
            while (reader.loadNextBatch()) {
                assertTrue(root.getRowCount() <= 65_536);
                for (int output = 0; output < key.outputs().count(); output++) {
                    assertColumn(root.getVector(output), segment.scores(), output, position);
                }
                position += root.getRowCount();
            }
            assertEquals(segment.to(), position);
            assertMetadata(key, segment, reader.getMetaData());
        }
    }

    private static void assertColumn(FieldVector column, ScoreBlock scores, int output, int position) {
        assertEquals("class_" + output, column.getName());
        assertFalse(column.getField().isNullable());
        assertEquals(0, column.getNullCount());
        for (int i = 0; i < column.getValueCount(); i++) {
            double found = column instanceof Float8Vector doubles
                    ? doubles.get(i)
                    : column instanceof Float4Vector floats ? floats.get(i) : Double.NaN;
            assertEquals(scores.score(output, position + i), found);
        }
    }

    private static void assertMetadata(StoreKey key, Segment segment, Map<String, String> metadata) {
        assertEquals("1", metadata.get("layout"));
        assertEquals(key.hex(), metadata.get("key"));
        assertEquals(String.valueOf(segment.from()), metadata.get("from"));
        assertEquals(String.valueOf(segment.to()), metadata.get("to"));
        assertEquals("1024", metadata.get("batch_rows"));
        assertEquals(String.valueOf(segment.inferenceNanos()), metadata.get("inference_nanos"));
    }

    @Test
    void oddNumbersKeepTheirBits() throws IOException {
        double[] odd = {
            Double.longBitsToDouble(0x7ff0_0000_0000_0001L), -0.0, Double.NEGATIVE_INFINITY, Double.MIN_VALUE
        };
        StoreKey key = Stored.key();
        Segment segment = new Segment(ScoreBlock.of(0, new double[][] {odd}), 4, 0);
        Stored.assertSame(segment, SegmentFile.read(write(key, segment), key, SegmentName.of(segment), 4));
    }

    @Test
    void onlyTheRecordBatchesWantedAreRead() throws IOException {
        StoreKey key = Stored.key();
        Segment segment = Stored.segment(key, 0, 200_000);
        Path file = write(key, segment);
        Segment few = SegmentFile.read(file, key, SegmentName.of(segment), 65_537);
        Stored.assertSame(segment.upTo(131_072), few);
        assertEquals(131_072 * Stored.NANOS_A_ROW, few.inferenceNanos());
    }

    @Test
    void renamedFileIsNoSegment() throws IOException {
        StoreKey key = Stored.key();
        Path file = write(key, Stored.segment(key, 0, 100));
        assertDamaged("from should be 1 but is 0", file, () -> SegmentFile.verify(file, key, new SegmentName(1, 101)));
        assertDamaged("to should be 99 but is 100", file, () -> SegmentFile.verify(file, key, new SegmentName(0, 99)));
    }

    @Test
    void fileOfAnotherKeyIsNoSegment() throws IOException {
        StoreKey key = Stored.key();
        StoreKey other = Stored.key("run/2", 1, Precision.DOUBLE);
        Path file = write(other, Stored.segment(other, 0, 100));
        assertDamaged(
                "key should be " + key.hex() + " but is " + other.hex(),
                file,
                () -> SegmentFile.verify(file, key, new SegmentName(0, 100)));
    }

    @Test
    void fileThatSaysOneAndHoldsAnotherIsNoSegment() throws IOException {
        StoreKey key = Stored.key();
        TableShape shape = new TableShape(key.outputs().names(), ColumnType.FLOAT64, 10);
        SegmentName name = new SegmentName(0, 11);
        Map<String, String> metadata = Map.of("layout", "1", "key", key.hex(), "from", "0", "to", "11");
        Path file = writeColumns(shape, metadata);
        assertDamaged("batch 0 is not where it must be", file, () -> SegmentFile.verify(file, key, name));
    }

    @Test
    void columnsAreThoseOfTheKey() throws IOException {
        StoreKey key = Stored.key();
        SegmentName name = new SegmentName(0, 10);
        Map<String, String> metadata = Map.of("layout", "1", "key", key.hex(), "from", "0", "to", "10");
        TableShape renamed = new TableShape(List.of("other"), ColumnType.FLOAT64, 10);
        Path one = writeColumns(renamed, metadata);
        assertDamaged("the columns should be [class_0] but is [other]", one, () -> SegmentFile.verify(one, key, name));
        TableShape narrow = new TableShape(key.outputs().names(), ColumnType.FLOAT32, 10);
        Path two = writeColumns(narrow, metadata);
        assertDamaged(
                "the columns' type should be FLOAT64 but is FLOAT32", two, () -> SegmentFile.verify(two, key, name));
    }

    @Test
    void otherLayoutIsNotRead() throws IOException {
        StoreKey key = Stored.key();
        TableShape shape = new TableShape(key.outputs().names(), ColumnType.FLOAT64, 10);
        Path file = writeColumns(shape, Map.of("layout", "2"));
        assertDamaged("layout should be 1 but is 2", file, () -> SegmentFile.verify(file, key, new SegmentName(0, 10)));
    }

    private Path writeColumns(TableShape shape, Map<String, String> metadata) throws IOException {
        Path file = Files.createTempFile(folder, "columns", ".arrow");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ColumnFileWriter.write(channel, shape, (column, row, rows, to) -> {}, metadata);
        }
        return file;
    }

    private Path write(StoreKey key, Segment segment) throws IOException {
        Path file = folder.resolve(SegmentName.of(segment).fileName());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            SegmentFile.write(channel, key, segment);
        }
        return file;
    }

    private static void assertDamaged(String what, Path file, Executable call) {
        assertEquals(
                file + " is damaged: " + what,
                assertThrows(CorruptFileException.class, call).getMessage());
    }
}
