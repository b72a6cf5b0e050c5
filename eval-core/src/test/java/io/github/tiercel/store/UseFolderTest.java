package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UseFolderTest {

    private static final String ORDER = "0".repeat(64);

    @TempDir
    private Path root;

    private UseFolder folder;
    private Path path;

    @BeforeEach
    void open() {
        StoreLayout layout = StoreLayout.open(root);
        folder = new UseFolder(layout, ORDER);
        path = layout.uses(ORDER);
    }

    @Test
    void whereNothingWasCountedThereIsNothing() throws IOException {
        UseFolder.Found found = folder.read();
        assertTrue(found.isWhole());
        assertTrue(found.counts().isEmpty());
    }

    @Test
    void countsOfAllFilesAddUp() throws IOException {
        folder.publish(tally("fast", "a", 3));
        folder.publish(tally("fast", "b", 1));
        folder.publish(tally("full", "a", 2));
        assertEquals(
                "2/6 fast 2/4 full 1/2",
                CountedRows.shown(folder.read().counts().use(true)));
    }

    @Test
    void whatIsPutTogetherCountsTheSame() throws IOException {
        for (int i = 0; i < 10; i++) {
            folder.publish(tally("fast", "model " + i % 3, 1));
        }
        folder.merge();
        assertEquals(1, folder.files().size());
        assertEquals("3/10 fast 3/10", CountedRows.shown(folder.read().counts().use(true)));
        folder.merge();
        assertEquals("3/10 fast 3/10", CountedRows.shown(folder.read().counts().use(true)));
    }

    /** A crash after the new file has its name and before some old ones are deleted, also twice in a row. */
    @Test
    void filesLeftByAMergeThatWasKilledCountOnce() throws IOException {
        List<byte[]> left = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            files.add(path.resolve(folder.publish(tally("fast", "model " + round, 2))));
            left.add(Files.readAllBytes(files.get(round)));
            folder.merge();
            for (int i = 0; i <= round; i++) {
                if (!Files.exists(files.get(i))) {
                    Files.write(files.get(i), left.get(i));
                }
            }
            assertEquals(
                    (round + 1) + "/" + 2 * (round + 1),
                    CountedRows.shown(folder.read().counts().use(true)).split(" ", 2)[0]);
        }
    }

    @Test
    void aFileOfOtherRowsIsNotTaken() throws IOException {
        String name = folder.publish(tally("fast", "a", 1));
        CorruptFileException refusal =
                assertThrows(CorruptFileException.class, () -> UseFile.read(path.resolve(name), "1".repeat(64)));
        assertEquals("it is not of these rows", refusal.what());
    }

    @Test
    void everyDamageIsFound() throws IOException {
        String name = folder.publish(tally("fast", "a", 12));
        byte[] whole = Files.readAllBytes(path.resolve(name));
        SplittableRandom random = new SplittableRandom(8);
        for (Corruption corruption : Corruption.values()) {
            for (int i = 0; i < 50; i++) {
                Path file = root.resolve("damaged");
                byte[] bytes = corruption.of(whole.clone(), random);
                Stored.replace(file, bytes);
                if (!Arrays.equals(bytes, whole)) {
                    assertThrows(CorruptFileException.class, () -> UseFile.read(file, ORDER), corruption::name);
                }
            }
        }
    }

    @Test
    void onlyFilesOfItsNamesAreRead() throws IOException {
        folder.publish(tally("fast", "a", 1));
        Files.writeString(path.resolve("notes.txt"), "mine");
        Files.writeString(path.resolve("a.uses"), "mine");
        assertEquals("1/1 fast 1/1", CountedRows.shown(folder.read().counts().use(true)));
        assertEquals(new TreeSet<>(folder.read().files()), folder.files());
    }

    private static UseTally tally(String tier, String model, long times) {
        UseTally tally = new UseTally();
        tally.add(tier, Fingerprint.of(model), times);
        return tally;
    }
}
