package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.inference.Precision;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever becomes of a file's bytes, it is refused: nothing wrong is read, and nothing else happens. */
class SegmentDamageTest {

    private static final StoreKey KEY = Stored.key("m", 2, Precision.FLOAT);
    private static final SegmentName NAME = new SegmentName(0, 70_000);
    private static final int PAGE = 4096;

    @TempDir
    private Path folder;

    private Path file;
    private byte[] right;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("segment.arrow");
        right = bytes(KEY, NAME);
    }

    private byte[] bytes(StoreKey key, SegmentName name) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            SegmentFile.write(channel, key, Stored.segment(key, name.from(), name.to()));
        }
        return Files.readAllBytes(file);
    }

    @Test
    void anyFlippedBitOfASmallFileIsFound() throws IOException {
        SegmentName small = new SegmentName(3, 8);
        byte[] whole = bytes(KEY, small);
        // The two bytes of padding behind the first magic are under a checksum like all others.
        for (int bit = 0; bit < 8 * whole.length; bit++) {
            assertRefused(flipped(whole, bit), small);
        }
    }

    @Test
    void flippedBitsOfALargeFileAreFound() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 300; i++) {
            assertRefused(flipped(right, random.nextInt(8 * right.length)), NAME);
        }
    }

    @Test
    void truncatedFilesAreRefused() throws IOException {
        for (int length = 0; length < right.length; length += PAGE) {
            assertRefused(Arrays.copyOf(right, length), NAME);
        }
        for (int cut = 1; cut < 2000; cut += 7) {
            assertRefused(Arrays.copyOf(right, right.length - cut), NAME);
        }
    }

    @Test
    void zeroesWhereTheDiskLostPagesAreFound() throws IOException {
        for (int start = 0; start < right.length; start += PAGE) {
            byte[] tail = right.clone();
            Arrays.fill(tail, start, tail.length, (byte) 0);
            assertRefused(tail, NAME);
            byte[] page = right.clone();
            Arrays.fill(page, start, Math.min(page.length, start + PAGE), (byte) 0);
            assertRefused(page, NAME);
        }
    }

    @Test
    void bytesMoreAreFound() throws IOException {
        assertRefused(Arrays.copyOf(right, right.length + 1), NAME);
        byte[] between = new byte[right.length + 8];
        System.arraycopy(right, 0, between, 0, 5000);
        System.arraycopy(right, 5000, between, 5008, right.length - 5000);
        assertRefused(between, NAME);
        byte[] twice = Arrays.copyOf(right, 2 * right.length);
        System.arraycopy(right, 0, twice, right.length, right.length);
        assertRefused(twice, NAME);
    }

    @Test
    void swappedColumnsAreFound() throws IOException {
        SegmentName name = new SegmentName(0, 1024);
        byte[] whole = bytes(KEY, name);
        int column = 1024 * Float.BYTES;
        int second = indexOf(whole, Stored.segment(KEY, 0, 1).scores().floats(1)[0]);
        byte[] swapped = whole.clone();
        System.arraycopy(whole, second, swapped, second - column, column);
        System.arraycopy(whole, second - column, swapped, second, column);
        assertRefused(swapped, name);
    }

    private static int indexOf(byte[] bytes, float score) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int index = 0;
        while (buffer.getFloat(index) != score) {
            index += Float.BYTES;
        }
        return index;
    }

    @Test
    void garbageIsRefused() throws IOException {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 300; i++) {
            byte[] garbage = new byte[random.nextInt(4000)];
            random.nextBytes(garbage);
            assertRefused(garbage, NAME);
            // The same between the magics.
            System.arraycopy(right, 0, garbage, 0, Math.min(6, garbage.length));
            System.arraycopy(
                    right, right.length - 10, garbage, Math.max(0, garbage.length - 10), Math.min(10, garbage.length));
            assertRefused(garbage, NAME);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 31, 1 << 20, 1 << 27, Integer.MAX_VALUE})
    void footerLengthsThatCannotBeAreRefused(int length) throws IOException {
        byte[] bytes = right.clone();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(bytes.length - 10, length);
        assertRefused(bytes, NAME);
    }

    /** Whoever damages a footer and mends its checksum gets no further: the rest is compared with what must be. */
    @Test
    void footersWithAMendedChecksumDoNoHarm() throws IOException {
        SegmentName small = new SegmentName(3, 8);
        byte[] whole = bytes(KEY, small);
        Segment expected = Stored.segment(KEY, 3, 8);
        int length = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).getInt(whole.length - 10);
        int start = whole.length - 10 - length;
        int refused = 0;
        for (int bit = 0; bit < 8 * length; bit++) {
            byte[] footer = flipped(Arrays.copyOfRange(whole, start, start + length), bit);
            byte[] mended = whole.clone();
            System.arraycopy(FooterCheck.stamped(footer), 0, mended, start, length);
            refused += refusedOrEqual(mended, small, expected);
        }
        assertTrue(refused > 4 * length, refused + " of " + 8 * length);
    }

    private int refusedOrEqual(byte[] bytes, SegmentName name, Segment expected) throws IOException {
        Stored.replace(file, bytes);
        try {
            Stored.assertSame(
                    expected.scores(),
                    SegmentFile.read(file, KEY, name, name.rows()).scores());
            return 0;
        } catch (CorruptFileException e) {
            return 1;
        }
    }

    @Test
    void fileCutShortWhileItIsReadIsRefused() throws IOException {
        Files.write(file, right);
        TableShape shape = new TableShape(KEY.outputs().names(), ColumnType.FLOAT32, NAME.rows());
        try (ColumnFileReader reader = ColumnFileReader.open(file)) {
            reader.require(shape);
            Files.write(file, Arrays.copyOf(right, PAGE));
            assertThrows(
                    CorruptFileException.class,
                    () -> reader.read(shape, shape.batches(), (column, row, rows, from) -> {}));
        }
    }

    private void assertRefused(byte[] bytes, SegmentName name) throws IOException {
        Stored.replace(file, bytes);
        String reading = message(() -> SegmentFile.read(file, KEY, name, name.rows()));
        String verifying = message(() -> SegmentFile.verify(file, KEY, name));
        assertTrue(reading.startsWith(file + " is damaged: "), reading);
        assertEquals(reading, verifying);
    }

    private static String message(Executable call) {
        return String.valueOf(assertThrows(CorruptFileException.class, call).getMessage());
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] flipped = bytes.clone();
        flipped[bit / 8] ^= (byte) (1 << (bit % 8));
        return flipped;
    }
}
