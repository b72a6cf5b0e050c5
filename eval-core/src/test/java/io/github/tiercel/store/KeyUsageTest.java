package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyUsageTest {

    @TempDir
    private Path folder;

    @Test
    void countsTheStoresOwnFilesInTheOrderInWhichTheyCanGo() throws IOException {
        file("key.txt", 7, 100);
        file("0-1000.arrow", 20, 300);
        file("9000-10000.arrow", 30, 200);
        file("10000-11000.arrow", 40, 50);
        file("notes.txt", 1000, 900);
        file("0-1000.arrow.bak", 1000, 900);
        file("0123456789-12.parquet", 1000, 900);
        Files.createDirectory(folder.resolve("sub"));
        KeyUsage usage = KeyUsage.of(folder);
        assertEquals(
                List.of("10000-11000.arrow", "9000-10000.arrow", "0-1000.arrow", "key.txt"),
                usage.files().stream()
                        .map(file -> file.getFileName().toString())
                        .toList());
        assertEquals(97, usage.bytes());
        assertEquals(Instant.ofEpochSecond(300), usage.lastUsed());
    }

    @Test
    void aFolderThatIsNotThereHasNothing() throws IOException {
        Path gone = folder.resolve("gone");
        assertEquals(new KeyUsage(gone, List.of(), 0, Instant.EPOCH), KeyUsage.of(gone));
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        assertEquals(new KeyUsage(file, List.of(), 0, Instant.EPOCH), KeyUsage.of(file));
    }

    private void file(String name, int bytes, long seconds) throws IOException {
        Path file = Files.write(folder.resolve(name), new byte[bytes]);
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(seconds)));
    }
}
