package io.github.tiercel.packed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.Batch;
import io.github.tiercel.data.Columns;
import io.github.tiercel.data.DataException;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.FeatureBatch;
import io.github.tiercel.data.FeatureRow;
import io.github.tiercel.data.Features;
import io.github.tiercel.data.IntegerColumn;
import io.github.tiercel.data.NumberColumn;
import io.github.tiercel.data.TextColumn;
import io.github.tiercel.sampling.Strata;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.dictionary.DictionaryEncoder;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedSetTest {

    private static final String FILE = "0-10.arrow";
    private static final String VERSION = "tiercel-packed/1\n";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path folder;

    private Path target = Path.of("");

    @BeforeEach
    void name() {
        target = folder.resolve("small.packed");
    }

    @Test
    void givesBackWhatItSaysOfItself() {
        PackedSet set = SmallSet.write(target);
        assertEquals(SmallSet.description(), set.description());
        assertEquals(SmallSet.description(), PackedSet.open(target).description());
        assertTrue(set.isOf("f00", "label \"late\""));
        assertFalse(set.isOf("f01", "label \"late\""));
        assertFalse(set.isOf("f00", "label \"later\""));
        assertEquals(target, set.folder());
        assertTrue(PackedSet.isSet(target));
        assertFalse(PackedSet.isSet(folder));
    }

    @Test
    void keysAndStrataAreThoseOfTheSourcesRows() {
        PackedSet set = SmallSet.write(target);
        assertArrayEquals(SmallSet.KEYS, set.keys());
        Strata strata = set.strata().orElseThrow();
        assertEquals(SmallSet.strata().parts(), strata.parts());
        for (int row = 0; row < SmallSet.ROWS; row++) {
            assertEquals(SmallSet.strata().stratum(row), strata.stratum(row));
        }
    }

    @Test
    void aSetThatFailsItsCheckIsNotPlaced() throws IOException {
        PackedSetWriter writer = PackedSetWriter.to(target);
        try (PackedSetWriter checking = writer.checking(set -> {
            assertArrayEquals(SmallSet.KEYS, set.keys());
            throw new IllegalStateException("not this one");
        })) {
            assertEquals(
                    "not this one",
                    assertThrows(
                                    IllegalStateException.class,
                                    () -> checking.write(
                                            SmallSet.description(), Map.of("text", SmallSet.TEXTS), SmallSet::range))
                            .getMessage());
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void rowsHaveTheNumbersOfTheSource() {
        EvaluationSet set = SmallSet.write(target).evaluationSet();
        assertArrayEquals(SmallSet.KEYS, set.keys());
        assertArrayEquals(SmallSet.order(), set.order().rows(SmallSet.ROWS));
        assertEquals("yes: \\ or\nno", set.positive().orElseThrow());
        for (int row = 0; row < SmallSet.ROWS; row++) {
            assertEquals(SmallSet.LABELS[row], set.label(row));
        }
        assertEquals("small.csv", set.source());
        assertEquals(
                List.of("text"), set.slices().stream().map(TextColumn::name).toList());
        assertEquals("Ω und 😀", set.slices().get(0).text(1));
        assertTrue(set.slices().get(0).isMissing(7));
    }

    @Test
    void valuesComeBackToTheLastBit() {
        Columns columns = SmallSet.write(target).columns("text", "integer", "float", "number");
        assertEquals(List.of("text", "integer", "float", "number"), columns.names());
        NumberColumn numbers = (NumberColumn) columns.column("number");
        NumberColumn floats = (NumberColumn) columns.column("float");
        IntegerColumn integers = (IntegerColumn) columns.column("integer");
        TextColumn texts = (TextColumn) columns.column("text");
        assertEquals(SmallSet.TEXTS, texts.dictionary());
        for (int row = 0; row < SmallSet.ROWS; row++) {
            assertEquals(SmallSet.lacks(row, 0), numbers.isMissing(row));
            assertEquals(SmallSet.lacks(row, 1), floats.isMissing(row));
            assertEquals(SmallSet.lacks(row, 2), integers.isMissing(row));
            assertEquals(SmallSet.lacks(row, 3), texts.isMissing(row));
            assertEquals(SmallSet.lacks(row, 0) ? 0.0 : SmallSet.NUMBERS[row], numbers.value(row));
            assertEquals(SmallSet.lacks(row, 1) ? 0.0 : SmallSet.FLOATS[row], floats.value(row));
            assertEquals(SmallSet.lacks(row, 2) ? 0 : SmallSet.INTEGERS[row], integers.value(row));
            assertEquals(SmallSet.lacks(row, 3) ? "" : SmallSet.TEXTS.get(row % 3), texts.text(row));
        }
    }

    @Test
    void featuresAreThoseOfTheColumnsInMemory() {
        PackedSet set = SmallSet.write(target);
        String[] names = {"number", "float", "integer", "text"};
        Features<FeatureRow> packed = set.features();
        Features<FeatureRow> memory = Features.from(set.columns(names), names);
        assertEquals(SmallSet.ROWS, packed.rows());
        assertFalse(packed.inMemory());
        assertTrue(packed.isSequential());
        assertArrayEquals(Arrays.copyOf(SmallSet.order(), 3), packed.firstRows(3));
        assertArrayEquals(SmallSet.order(), packed.firstRows(1000));
        assertArrayEquals(new int[] {0, 1, 2}, memory.firstRows(3));
        assertEquals(
                memory.fingerprint(SmallSet.KEYS, SmallSet.order()),
                packed.fingerprint(SmallSet.KEYS, SmallSet.order()));
        Batch<FeatureRow> batch = packed.batch(new int[] {9, 0, 1});
        FeatureBatch columns = FeatureBatch.of(batch);
        assertArrayEquals(new double[] {Float.MIN_VALUE, 0.1f, 1}, columns.doubles(1));
        assertArrayEquals(new String[] {"", "", "Ω und 😀"}, columns.texts(3));
        assertEquals(1, columns.row(2).integer("integer"));
        assertEquals(
                List.of("text"),
                set.features("text").batch(new int[] {4}).row(0).columns());
        assertEquals(
                "There is no column \"txt\" in the packed set " + target
                        + ". Did you mean \"text\"? Columns: number, float, integer, text.",
                assertThrows(IllegalArgumentException.class, () -> set.features("txt"))
                        .getMessage());
    }

    @Test
    void otherProgramsReadTheFiles() throws IOException {
        SmallSet.write(target);
        int[] order = SmallSet.order();
        try (RootAllocator allocator = new RootAllocator();
                FileChannel channel = FileChannel.open(target.resolve(FILE), StandardOpenOption.READ);
                ArrowFileReader reader = new ArrowFileReader(channel, allocator)) {
            assertTrue(reader.loadNextBatch());
            List<FieldVector> vectors = reader.getVectorSchemaRoot().getFieldVectors();
            assertEquals(
                    List.of("_key", "_row", "_label", "_stratum", "number", "float", "integer", "text"),
                    vectors.stream().map(FieldVector::getName).toList());
            for (int position = 0; position < SmallSet.ROWS; position++) {
                int row = order[position];
                assertEquals(SmallSet.KEYS[row], vectors.get(0).getObject(position));
                assertEquals((long) row, vectors.get(1).getObject(position));
                assertEquals((byte) SmallSet.LABELS[row], vectors.get(2).getObject(position));
                assertEquals(
                        SmallSet.lacks(row, 0) ? null : SmallSet.NUMBERS[row],
                        vectors.get(4).getObject(position));
                assertEquals(
                        SmallSet.lacks(row, 1) ? null : SmallSet.FLOATS[row],
                        vectors.get(5).getObject(position));
                assertEquals(
                        SmallSet.lacks(row, 2) ? null : SmallSet.INTEGERS[row],
                        vectors.get(6).getObject(position));
            }
            FieldVector codes = vectors.get(7);
            try (var texts = DictionaryEncoder.decode(
                    codes,
                    reader.getDictionaryVectors()
                            .get(codes.getField().getDictionary().getId()))) {
                for (int position = 0; position < SmallSet.ROWS; position++) {
                    int row = order[position];
                    Object expected = SmallSet.lacks(row, 3) ? "null" : SmallSet.TEXTS.get(row % 3);
                    assertEquals(expected, String.valueOf(texts.getObject(position)));
                }
            }
            assertEquals(Map.of("tiercel", "tiercel-packed/1", "from", "0"), reader.getMetaData());
            assertFalse(reader.loadNextBatch());
        }
    }

    @Test
    void theSameRowsGiveTheSameBytes() throws IOException {
        SmallSet.write(target);
        SmallSet.write(folder.resolve("again"));
        for (String file : List.of("VERSION", "set.txt", FILE)) {
            assertArrayEquals(
                    Files.readAllBytes(target.resolve(file)),
                    Files.readAllBytes(folder.resolve("again").resolve(file)),
                    file);
        }
    }

    /** What versions to come have to read. */
    @Test
    void theFormatIsThatOfTheFirstVersion() throws IOException {
        Path golden = Path.of("src/test/resources/golden/small.packed");
        Path written = Path.of("target/golden/small.packed");
        SmallSet.write(written);
        for (String file : List.of("VERSION", "set.txt", FILE)) {
            assertArrayEquals(
                    Files.readAllBytes(golden.resolve(file)), Files.readAllBytes(written.resolve(file)), file);
        }
        assertArrayEquals(SmallSet.KEYS, PackedSet.open(golden).evaluationSet().keys());
    }

    @Test
    void theFolderHoldsTheSetAndNothingStaysBesideIt() throws IOException {
        SmallSet.write(target);
        assertEquals(Set.of("VERSION", "set.txt", FILE), names(target));
        assertEquals(Set.of("small.packed"), names(folder));
        assertEquals(VERSION, Files.readString(target.resolve("VERSION")));
    }

    @Test
    void aPackedSetIsReplacedAndNothingElse() throws IOException {
        SmallSet.write(target);
        Files.writeString(target.resolve("set.txt"), "broken");
        assertEquals(SmallSet.description(), SmallSet.write(target).description());
        Path other = Files.createDirectory(folder.resolve("other"));
        SmallSet.write(other);
        Path notes = Files.createDirectory(folder.resolve("notes"));
        Files.writeString(notes.resolve("a.txt"), "mine");
        DataException refused = assertThrows(DataException.class, () -> SmallSet.write(notes));
        assertEquals("NO_OUTPUT", refused.code());
        assertEquals(
                "The packed set " + notes
                        + " cannot be written: the folder holds other files, which are not overwritten."
                        + " Nothing of it was kept; name another folder, or free some space.",
                refused.getMessage());
        Path file = Files.writeString(folder.resolve("file"), "mine");
        assertThrows(DataException.class, () -> SmallSet.write(file));
        assertEquals("mine", Files.readString(file));
        assertEquals(Set.of("small.packed", "other", "notes", "file"), names(folder));
    }

    @Test
    void whatGivesWayKeepsTheSetThatIsThere() throws IOException {
        SmallSet.write(target);
        Files.setLastModifiedTime(target.resolve("set.txt"), java.nio.file.attribute.FileTime.fromMillis(1_000));
        try (PackedSetWriter writer = PackedSetWriter.to(target).keepingOthers()) {
            writer.write(SmallSet.description(), Map.of("text", SmallSet.TEXTS), SmallSet::range);
        }
        assertEquals(1_000, Files.getLastModifiedTime(target.resolve("set.txt")).toMillis());
        Files.delete(target.resolve(FILE));
        try (PackedSetWriter writer = PackedSetWriter.to(target).keepingOthers()) {
            writer.write(SmallSet.description(), Map.of("text", SmallSet.TEXTS), SmallSet::range);
        }
        assertArrayEquals(SmallSet.KEYS, PackedSet.open(target).evaluationSet().keys());
    }

    @Test
    void rowsThatCannotBeReadLeaveNothing() throws IOException {
        try (PackedSetWriter writer = PackedSetWriter.to(target)) {
            assertThrows(
                    DataException.class,
                    () -> writer.write(SmallSet.description(), Map.of("text", SmallSet.TEXTS), (from, rows) -> {
                        throw new IOException("gone");
                    }));
        }
        assertEquals(Set.of(), names(folder));
    }

    @Test
    void whatWritersLeftIsDeletedAfterADay() throws IOException {
        Path old = folder.resolve(".small.packed.123e4567-e89b-42d3-a456-556642440000.tmp");
        Path young = folder.resolve(".small.packed.123e4567-e89b-42d3-a456-556642440001.tmp");
        Path others = folder.resolve(".other.packed.123e4567-e89b-42d3-a456-556642440002.tmp");
        long now = System.currentTimeMillis();
        for (Path left : List.of(old, young, others)) {
            Files.createDirectories(left.resolve("set"));
            long age = left.equals(young) ? 3_600_000L : 2 * 86_400_000L;
            Files.setLastModifiedTime(left, java.nio.file.attribute.FileTime.fromMillis(now - age));
        }
        SmallSet.write(target);
        assertFalse(Files.exists(old));
        assertTrue(Files.exists(young));
        assertTrue(Files.exists(others));
    }

    @Test
    void noSet() throws IOException {
        refused(
                "NO_PACKED_SET",
                target + " is no packed set: there is nothing of that name. Make it with tiercel pack.");
        Files.createDirectory(target);
        refused(
                "NO_PACKED_SET",
                target + " is no packed set: it has no VERSION of one. Name the folder that tiercel pack made.");
        Files.writeString(target.resolve("VERSION"), VERSION);
        refused(
                "NO_PACKED_SET",
                target + " is no packed set: set.txt is missing, so its packing was never finished. Pack it again.");
        Files.writeString(target.resolve("VERSION"), "tiercel-packed/2\n");
        refused(
                "NO_PACKED_SET",
                target
                        + " is no packed set: another version of Tiercel packed it. Pack it again with this one, or read it"
                        + " with that.");
    }

    @Test
    void missingAndTruncatedFiles() throws IOException {
        SmallSet.write(target);
        Path file = target.resolve(FILE);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, 100));
        refused(
                "DAMAGED_SET",
                "The packed set is damaged: " + file + " has 100 bytes where " + whole.length
                        + " were written. Delete the folder and pack it again.");
        Files.delete(file);
        refused(
                "DAMAGED_SET",
                "The packed set is damaged: " + file + " is missing. Delete the folder and pack it again.");
    }

    @Test
    void aSetThatLosesItsFileWhileItIsOpen() throws IOException {
        PackedSet set = SmallSet.write(target);
        Features<FeatureRow> features = set.features();
        Files.delete(target.resolve(FILE));
        DataException thrown = assertThrows(DataException.class, () -> features.batch(new int[] {1}));
        assertEquals("DAMAGED_SET", thrown.code());
        Files.write(target.resolve(FILE), new byte[100]);
        thrown = assertThrows(DataException.class, () -> features.batch(new int[] {1}));
        assertTrue(String.valueOf(thrown.getMessage()).contains("ends within column \"number\""), thrown::toString);
    }

    /** Every flipped byte is noticed, or is of no value that is read. */
    @Test
    void flippedBytes() throws IOException {
        PackedSet intact = SmallSet.write(target);
        List<String> expected = read(intact);
        for (String name : List.of(FILE, "set.txt", "VERSION")) {
            Path file = target.resolve(name);
            byte[] whole = Files.readAllBytes(file);
            int noticed = 0;
            for (int i = 0; i < whole.length; i += name.equals(FILE) ? 5 : 1) {
                byte[] flipped = whole.clone();
                flipped[i] ^= (byte) (1 << i % 8);
                Files.write(file, flipped);
                try {
                    assertEquals(expected, read(PackedSet.open(target)), name + " at " + i);
                } catch (DataException e) {
                    assertTrue(Set.of("DAMAGED_SET", "NO_PACKED_SET").contains(e.code()), e.getMessage());
                    noticed++;
                }
            }
            Files.write(file, whole);
            assertTrue(noticed == whole.length || name.equals(FILE), name + ": " + noticed);
            assertTrue(noticed > 0);
        }
        assertEquals(expected, read(PackedSet.open(target)));
    }

    @Test
    void setsWithoutFeatures() {
        SetDescription known = SmallSet.description();
        SetDescription bare = new SetDescription(
                known.source(),
                known.fingerprint(),
                known.options(),
                known.roles(),
                42,
                SmallSet.ROWS,
                known.columns(),
                List.of(),
                known.strata(),
                known.strataRows(),
                List.of());
        try (PackedSetWriter writer = PackedSetWriter.to(target)) {
            PackedSet set = writer.write(bare, Map.of("text", SmallSet.TEXTS), SmallSet::range);
            assertEquals(
                    "The packed set " + target + " has no features: it was packed without any. Pack it again with the"
                            + " columns that models read.",
                    assertThrows(IllegalArgumentException.class, set::features).getMessage());
        }
    }

    @Test
    void filesHoldWholeBlocks() {
        List<PackedColumn> columns = new ArrayList<>(List.of(PackedColumn.KEY));
        assertEquals(1 << 20, PackedSetWriter.rangeRows(columns));
        IntStream.range(0, 15).forEach(i -> columns.add(new PackedColumn("c" + i, PackedColumn.Type.NUMBER)));
        assertEquals(1 << 18, PackedSetWriter.rangeRows(columns));
        IntStream.range(15, 500).forEach(i -> columns.add(new PackedColumn("c" + i, PackedColumn.Type.NUMBER)));
        assertEquals(1 << 16, PackedSetWriter.rangeRows(columns));
    }

    private void refused(String code, String message) {
        DataException thrown = assertThrows(DataException.class, () -> PackedSet.open(target));
        assertEquals(message, thrown.getMessage());
        assertEquals(code, thrown.code());
    }

    private static List<String> read(PackedSet set) {
        List<String> read = new ArrayList<>(List.of(set.description().toString()));
        EvaluationSet rows = set.evaluationSet();
        read.add(Arrays.toString(rows.keys()) + Arrays.toString(rows.order().rows(SmallSet.ROWS)));
        Columns columns = set.columns("number", "float", "integer", "text");
        for (String name : columns.names()) {
            read.add(IntStream.range(0, columns.rows())
                    .mapToObj(row -> columns.column(name).isMissing(row)
                            + columns.column(name).text(row))
                    .collect(Collectors.joining(",")));
        }
        return read;
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void textsAreUtf8() {
        SmallSet.write(target);
        byte[] text = "Ω und 😀".getBytes(StandardCharsets.UTF_8);
        assertTrue(contains(target.resolve(FILE), text));
    }

    private static boolean contains(Path file, byte[] wanted) {
        try {
            String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            return bytes.contains(new String(wanted, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
