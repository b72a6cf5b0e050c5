package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreLayoutTest {

    @TempDir
    private Path temporary;

    private Path folder;

    @BeforeEach
    void real() throws IOException {
        folder = temporary.toRealPath();
    }

    @Test
    void folderThatDoesNotExistBecomesAStore() throws IOException {
        Path store = folder.resolve("a/b");
        StoreLayout layout = StoreLayout.open(store);
        assertEquals("1.0\n", Files.readString(store.resolve("VERSION")));
        assertEquals(store, layout.root());
        assertFalse(layout.isReadOnly());
    }

    @Test
    void emptyFolderBecomesAStoreAndStaysOne() {
        StoreLayout.open(folder);
        StoreLayout.open(folder);
        assertEquals(List.of("VERSION"), Stored.files(folder));
    }

    @Test
    void storeThatWasBeingMadeBecomesOne() throws IOException {
        Files.writeString(folder.resolve("01234567-89ab-cdef-0123-456789abcdef.tmp"), "1.");
        StoreLayout.open(folder);
        assertTrue(Files.exists(folder.resolve("VERSION")));
    }

    @Test
    void storeIsTheSameThroughALink() throws IOException {
        Path store = folder.resolve("store");
        StoreLayout.open(store);
        Path link = Files.createSymbolicLink(folder.resolve("link"), store);
        assertEquals(store, StoreLayout.open(link).root());
    }

    @Test
    void laterMinorVersionIsReadAndWritten() throws IOException {
        Files.writeString(folder.resolve("VERSION"), "1.7\n");
        StoreKey key = Stored.key();
        Segment segment = Stored.segment(key, 0, 100);
        SegmentFolder.open(StoreLayout.open(folder), key).publish(segment);
        List<Segment> read =
                SegmentFolder.open(StoreLayout.open(folder), key).read(100).segments();
        assertEquals(1, read.size());
        Stored.assertSame(segment, read.get(0));
        assertEquals("1.7\n", Files.readString(folder.resolve("VERSION")));
    }

    @Test
    void foreignFolderIsRefused() throws IOException {
        Files.writeString(folder.resolve("thesis.txt"), "mine");
        assertRefused(
                "The folder " + folder
                        + " is not empty and not a prediction store: name an empty folder, or one that does not exist.",
                folder);
        assertEquals(List.of("thesis.txt"), Stored.files(folder));
    }

    @Test
    void fileIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");
        assertRefused("The prediction store " + file + " is a file: name a folder.", file);
    }

    @Test
    void otherMajorVersionIsRefused() throws IOException {
        Files.writeString(folder.resolve("VERSION"), "2.0\n");
        assertRefused(
                "The prediction store " + folder + " has layout 2.0 and this version of Tiercel reads 1.x: use the"
                        + " version that made it, or name another folder.",
                folder);
    }

    @Test
    void versionThatIsNoneIsRefused() throws IOException {
        for (String version : List.of("", "one", "1", "1.0\n1.0", "99999999999.0")) {
            Files.writeString(folder.resolve("VERSION"), version);
            assertRefused(
                    "The prediction store " + folder
                            + " has a VERSION that cannot be read: write 1.0 into it, or name another folder.",
                    folder);
        }
    }

    @Test
    void folderThatCannotBeMadeIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");
        Path below = file.resolve("store");
        assertTrue(refusal(below).startsWith("The prediction store " + below + " cannot be opened ("));
        assertFalse(refusal(below).contains("java."));
        assertTrue(refusal(below).endsWith("): name a folder that can."));
    }

    private static void assertRefused(String message, Path folder) {
        assertEquals(message, refusal(folder));
    }

    private static String refusal(Path folder) {
        return String.valueOf(assertThrows(StoreException.class, () -> StoreLayout.open(folder))
                .getMessage());
    }
}
