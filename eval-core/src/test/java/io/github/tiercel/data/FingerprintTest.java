package io.github.tiercel.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {

    @Test
    void nothingHasTheFingerprintOfNoBytes() {
        // FIPS 180-4: the digest of the empty message.
        assertEquals("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Fingerprint.of(new long[0]));
    }

    @Test
    void aFileHasTheFingerprintOfItsBytes(@TempDir Path folder) throws IOException {
        // FIPS 180-4, appendix B.1.
        Path file = Files.writeString(folder.resolve("abc.txt"), "abc");
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Fingerprint.of(file));
        assertThrows(UncheckedIOException.class, () -> Fingerprint.of(folder.resolve("none")));
    }

    @Test
    void filesBelowAFolderHaveTheFingerprintOfTheirNamesAndBytes(@TempDir Path folder) throws IOException {
        Path one = Files.createDirectories(folder.resolve("one/month=05"));
        Path other = Files.createDirectories(folder.resolve("other/month=05"));
        Path a = Files.writeString(one.resolve("a.parquet"), "abc");
        Path same = Files.writeString(other.resolve("a.parquet"), "abc");
        Path b = Files.writeString(one.resolve("b.parquet"), "abc");
        String fingerprint = Fingerprint.of(folder.resolve("one"), List.of(a));
        assertEquals(64, fingerprint.length());
        assertEquals(fingerprint, Fingerprint.of(folder.resolve("other"), List.of(same)));
        assertNotEquals(fingerprint, Fingerprint.of(folder.resolve("one"), List.of(b)));
        assertEquals(
                Fingerprint.of(folder.resolve("one"), List.of(a, b)),
                Fingerprint.of(folder.resolve("one"), List.of(b, a)));
        Files.writeString(same, "abd");
        assertNotEquals(fingerprint, Fingerprint.of(folder.resolve("other"), List.of(same)));
    }

    @Test
    void keysAreHashedAsBigEndianBytesAcrossBuffers(@TempDir Path folder) throws IOException {
        for (int keys : new int[] {1, 8191, 8192, 8193, 20_000}) {
            ByteBuffer bytes = ByteBuffer.allocate(8 * keys);
            long[] values = new long[keys];
            for (int i = 0; i < keys; i++) {
                values[i] = i * 0x9E3779B97F4A7C15L;
                bytes.putLong(values[i]);
            }
            Path file = Files.write(folder.resolve("keys" + keys), bytes.array());
            assertEquals(Fingerprint.of(file), Fingerprint.of(values));
        }
    }
}
