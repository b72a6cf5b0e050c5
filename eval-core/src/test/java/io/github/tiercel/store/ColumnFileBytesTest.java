package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.data.Fingerprint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of the store have the bytes that those of the first version have. */
class ColumnFileBytesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "FLOAT32, 1, 1, 7da061cea620736edd411ff9236c057a3673f4b174e190a5607b6a78d93a399c",
        "FLOAT64, 3, 1000, 85086b2f43c4cb3adf15ce9c4ddae4bb2cd32dbe478287d87b2ec59cdc423d07",
        "UINT8, 1, 65537, 266938a6bfe109ed404c195c82868de938bf5c677b672a6f6d5adb7888f2e2e9",
        "INT64, 2, 131073, 129dde0e3fe6176f348c8d57c7c33db1bd31e54b40377a9a84896cf288e2ede5"
    })
    void theBytesAreThoseOfTheFirstVersion(ColumnType type, int columns, int rows, String expected) throws IOException {
        List<String> names =
                IntStream.range(0, columns).mapToObj(i -> "h\u00e4m " + i).toList();
        byte[] file = written(new TableShape(names, type, rows));
        assertEquals(expected, Fingerprint.of(new String(file, StandardCharsets.ISO_8859_1)));
    }

    private byte[] written(TableShape shape) throws IOException {
        Path file = folder.resolve("a.arrow");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            Map<String, String> metadata = Map.of("rows", "some", "a", "first", "z", "\u03a9");
            ColumnFileWriter.write(channel, shape, ColumnFileBytesTest::put, metadata);
        }
        return Files.readAllBytes(file);
    }

    private static void put(int column, int row, int rows, ByteBuffer to) {
        for (int i = 0; to.hasRemaining(); i++) {
            to.put((byte) (31 * row + 7 * column + i));
        }
    }
}
