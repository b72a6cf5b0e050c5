package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.sampling.Strata;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.UInt1Vector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FrozenOrdersTest {

    private static final String SOURCE = "0123456789abcdef".repeat(4);
    private static final List<String> ODD_NAMES = List.of("h\u00e4m\nand: eggs", "\\u0020", "\ud83d");

    @TempDir
    private Path root;

    private FrozenOrders orders;
    private Path file;

    @BeforeEach
    void open() {
        orders = new FrozenOrders(StoreLayout.open(root));
        file = root.resolve("orders").resolve(SOURCE + ".arrow");
    }

    static List<Strata> strata() {
        int[] classes = IntStream.range(0, 70_000).map(row -> row % 300).toArray();
        int[] slices = IntStream.range(0, 70_000).map(row -> row % 7).toArray();
        return List.of(
                Strata.single(0),
                Strata.single(1),
                Strata.ofClasses(new int[] {2, 0, 1, 2}, ODD_NAMES),
                Strata.ofQuantiles(IntStream.range(0, 65_536).asDoubleStream().toArray()),
                Strata.ofClassesAndSlices(classes, numbered(300), slices, numbered(7)));
    }

    private static List<String> numbered(int count) {
        return IntStream.range(0, count).mapToObj(i -> "no " + i).toList();
    }

    @ParameterizedTest
    @MethodSource("strata")
    void frozenStrataComeBackToTheLastBit(Strata strata) throws IOException {
        assertEquals(Optional.empty(), orders.find(SOURCE));
        assertSame(strata, orders.freeze(SOURCE, strata));
        assertSame(strata, orders.find(SOURCE).orElseThrow());
        assertSame(strata, new FrozenOrders(StoreLayout.open(root)).find(SOURCE).orElseThrow());
    }

    private static void assertSame(Strata expected, Strata actual) {
        assertEquals(expected.parts(), actual.parts());
        assertEquals(expected.merges(), actual.merges());
        assertArrayEquals(rows(expected), rows(actual));
    }

    private static int[] rows(Strata strata) {
        return IntStream.range(0, strata.rows()).map(strata::stratum).toArray();
    }

    @Test
    void firstToFreezeWins() throws IOException {
        Strata first = Strata.single(4);
        orders.freeze(SOURCE, first);
        assertSame(first, orders.freeze(SOURCE, Strata.ofClasses(new int[] {0, 1, 0, 1}, List.of("a", "b"))));
        assertEquals(List.of("VERSION", "orders/" + SOURCE + ".arrow"), Stored.files(root));
    }

    @Test
    void anyFlippedBitIsFound() throws IOException {
        orders.freeze(SOURCE, Strata.ofClasses(new int[] {2, 0, 1, 2}, ODD_NAMES));
        byte[] right = Files.readAllBytes(file);
        for (int bit = 0; bit < 8 * right.length; bit++) {
            byte[] flipped = right.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            Files.delete(file);
            Files.write(file, flipped);
            assertThrows(CorruptFileException.class, () -> OrderFile.read(file, SOURCE));
        }
    }

    @Test
    void damagedFileIsTakenAwayAndFrozenAnew() throws IOException {
        Strata strata = Strata.single(4);
        orders.freeze(SOURCE, strata);
        SegmentFolderTest.damage(file);
        assertEquals(Optional.empty(), orders.find(SOURCE));
        assertEquals(1, Stored.files(root.resolve("quarantine")).size());
        orders.freeze(SOURCE, strata);
        assertSame(strata, orders.find(SOURCE).orElseThrow());
    }

    @Test
    void fileOfAnotherSourceIsTakenAway() throws IOException {
        orders.freeze(SOURCE, Strata.single(4));
        String other = "f".repeat(64);
        Files.move(file, file.resolveSibling(other + ".arrow"));
        assertEquals(Optional.empty(), orders.find(other));
    }

    @Test
    void arrowReadsStrata() throws IOException {
        orders.freeze(SOURCE, Strata.ofClasses(new int[] {2, 0, 1, 2}, ODD_NAMES));
        try (RootAllocator allocator = new RootAllocator();
                FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                ArrowFileReader reader = new ArrowFileReader(channel, allocator)) {
            VectorSchemaRoot table = reader.getVectorSchemaRoot();
            assertTrue(reader.loadNextBatch());
            UInt1Vector column = (UInt1Vector) table.getVector("stratum");
            assertArrayEquals(
                    new int[] {2, 0, 1, 2},
                    IntStream.range(0, 4).map(column::get).toArray());
            assertEquals("4", reader.getMetaData().get("rows"));
        }
    }

    @Test
    void sourcesAreNamedByTheirDigest() {
        assertEquals(
                "source must be 64 hexadecimal digits, got \"../VERSION\"",
                assertThrows(IllegalArgumentException.class, () -> orders.find("../VERSION"))
                        .getMessage());
    }
}
