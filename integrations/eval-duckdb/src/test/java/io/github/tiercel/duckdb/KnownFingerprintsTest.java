package io.github.tiercel.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often a source is hashed. */
class KnownFingerprintsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path folder;

    private Path source = Path.of("");
    private int hashed;

    @BeforeEach
    void write() throws IOException {
        source = Written.text(folder, "a.csv", "x\n1\n");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().minusSeconds(3600)));
    }

    private String ask(Path kept) {
        return new KnownFingerprints(kept, path -> "fingerprint " + ++hashed).of(source);
    }

    @Test
    void onceForAllThatAsk() {
        Path kept = folder.resolve("kept");
        assertEquals("fingerprint 1", ask(kept));
        assertEquals("fingerprint 1", ask(kept));
        assertEquals(1, hashed);
    }

    @Test
    void onceEachTimeWhereNothingCanBeKept() throws IOException {
        Path taken = Files.writeString(folder.resolve("kept"), "a file");
        assertEquals("fingerprint 1", ask(taken));
        assertEquals("fingerprint 2", ask(taken));
        assertEquals("a file", Files.readString(taken));
    }

    @Test
    void whatIsKeptButCannotBeReadIsHashedAgain() throws IOException {
        Path kept = folder.resolve("kept");
        ask(kept);
        try (Stream<Path> files = Files.list(kept)) {
            Files.write(files.findAny().orElseThrow(), new byte[] {(byte) 0xff, '\n'});
        }
        assertEquals("fingerprint 2", ask(kept));
        assertEquals("fingerprint 2", ask(kept));
    }

    @Test
    void aSourceThatCannotBeReadIsTriedOnce() {
        KnownFingerprints known = new KnownFingerprints(folder.resolve("kept"), path -> {
            hashed++;
            throw new UncheckedIOException(new IOException("Input/output error"));
        });
        assertThrows(UncheckedIOException.class, () -> known.of(source));
        assertEquals(1, hashed);
    }
}
