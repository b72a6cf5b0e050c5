package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.faults.Fault;
import io.github.tiercel.faults.FaultyFileSystem;
import io.github.tiercel.faults.FileAction;
import io.github.tiercel.faults.FileEffect;
import io.github.tiercel.faults.FileRule;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files and folders that somebody else deletes at the worst moment. */
class VanishingFileTest {

    private static final StoreKey KEY = Stored.key();

    /** The temporary file, the folder, and the name that is given last. */
    private static final String STEPS = "{*.tmp,*[0-9a-f],100-200.arrow}";

    @TempDir
    private Path root;

    private final FaultyFileSystem files = new FaultyFileSystem();
    private final AtomicInteger deeds = new AtomicInteger();
    private SegmentFolder folder;
    private Path real;

    @BeforeEach
    void open() throws IOException {
        StoreLayout layout = StoreLayout.open(files.path(root));
        folder = SegmentFolder.open(layout, KEY);
        real = Path.of(folder.path().toString());
        folder.publish(Stored.segment(KEY, 0, 100));
    }

    @ParameterizedTest
    @EnumSource(names = {"CREATE", "OPEN_READ", "READ", "SET_ATTRIBUTES", "LIST", "LINK"})
    void aFolderThatIsDeletedWhileASegmentIsPublishedIsMadeAnew(FileAction step) throws IOException {
        files.follow(once(step, STEPS, () -> Stored.delete(real)));
        assertEquals(Published.NEW, folder.publish(Stored.segment(KEY, 100, 200)));
        assertTrue(deeds.get() > 0);
        assertEquals(List.of("100-200.arrow", "key.txt"), names());
        assertEquals(KEY.text(), Files.readString(real.resolve("key.txt")));
    }

    @Test
    void aFolderThatIsDeletedBeforeItIsForcedIsMadeAnew() throws IOException {
        files.follow(once(FileAction.OPEN_READ, KEY.hex(), () -> Stored.delete(real)));
        assertEquals(Published.NEW, folder.publish(Stored.segment(KEY, 100, 200)));
        assertEquals(List.of("100-200.arrow", "key.txt"), names());
    }

    @ParameterizedTest
    @EnumSource(names = {"FORCE", "OPEN_READ", "SET_ATTRIBUTES", "LIST", "LINK"})
    void aTemporaryFileThatIsCleanedAwayIsWrittenAnew(FileAction step) throws IOException {
        files.follow(once(step, STEPS, this::deleteTemporaries));
        assertEquals(Published.NEW, folder.publish(Stored.segment(KEY, 100, 200)));
        assertTrue(deeds.get() > 0);
        assertEquals(List.of("0-100.arrow", "100-200.arrow", "key.txt"), names());
        Stored.assertRight(KEY, folder.read(200));
    }

    @Test
    void whoeverDeletesAllTheTimeWins() {
        FileRule always = (action, file) -> {
            if (action == FileAction.LINK) {
                deleteTemporaries();
            }
        };
        files.follow(always);
        String refused =
                String.valueOf(assertThrows(IOException.class, () -> folder.publish(Stored.segment(KEY, 100, 200)))
                        .getMessage());
        assertTrue(refused.endsWith("100-200.arrow can neither be made nor read"), refused);
        assertEquals(List.of("0-100.arrow", "key.txt"), names());
    }

    @Test
    void aStoreThatIsDeletedMeanwhileIsNotMadeAnew() throws IOException {
        files.follow(once(FileAction.LINK, "*", () -> Stored.delete(root)));
        assertThrows(IOException.class, () -> folder.publish(Stored.segment(KEY, 100, 200)));
        assertFalse(Files.exists(root));
        Files.createDirectory(root);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aSegmentThatGoesBetweenListingAndOpeningIsAGap(int gone) throws IOException {
        folder.publish(Stored.segment(KEY, 100, 200));
        folder.publish(Stored.segment(KEY, 200, 300));
        String name = List.of("0-100.arrow", "100-200.arrow", "200-300.arrow").get(gone);
        files.follow(once(FileAction.OPEN_READ, name, () -> Files.delete(real.resolve(name))));
        StoredPrefix found = folder.read(300);
        assertEquals(100 * gone, found.rows());
        assertEquals(0, found.quarantined());
        Stored.assertRight(KEY, found);
    }

    @Test
    void aSegmentThatIsMergedBetweenListingAndOpeningIsFoundInTheLargerOne() throws IOException {
        folder.publish(Stored.segment(KEY, 100, 200));
        SegmentFolder others = SegmentFolder.open(StoreLayout.open(root), KEY);
        files.follow(once(FileAction.OPEN_READ, "100-200.arrow", () -> {
            others.publish(Stored.segment(KEY, 0, 200));
            Files.delete(real.resolve("0-100.arrow"));
            Files.delete(real.resolve("100-200.arrow"));
        }));
        StoredPrefix found = folder.read(200);
        assertEquals(200, found.rows());
        Stored.assertRight(KEY, found);
    }

    @Test
    void aSegmentThatIsCutShortBeforeItsScoresAreReadIsTakenAway() throws IOException {
        AtomicInteger reads = new AtomicInteger();
        FileRule counting = (action, file) -> {
            if (action == FileAction.READ && file.endsWith("0-100.arrow")) {
                reads.incrementAndGet();
            }
        };
        files.follow(counting);
        assertEquals(100, folder.read(100).rows());
        int last = reads.getAndSet(0);
        files.follow(counting.and((action, file) -> {
            if (action == FileAction.READ && reads.get() == last) {
                cutShort(file);
            }
        }));
        assertEquals(new StoredPrefix(List.of(), 1), folder.read(100));
        assertEquals(List.of("key.txt"), names());
    }

    private static void cutShort(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        assertTrue(file.toFile().setWritable(true));
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 4));
    }

    /** The next process tries again; until then it is only that nothing is found. */
    @Test
    void aNameThatIsLostIsAGap() throws IOException {
        files.follow(Fault.of(FileEffect.DROPPED, FileAction.LINK));
        assertEquals(Published.NEW, folder.publish(Stored.segment(KEY, 100, 200)));
        files.recover();
        assertEquals(100, folder.read(200).rows());
        assertEquals(Published.NEW, folder.publish(Stored.segment(KEY, 100, 200)));
        assertEquals(200, folder.read(200).rows());
    }

    @Test
    void halfAKeyTextIsNeverThere() throws IOException {
        Files.delete(real.resolve("key.txt"));
        files.follow(Fault.of(FileEffect.TORN, FileAction.WRITE).named("*.tmp").once());
        String refused =
                String.valueOf(assertThrows(IOException.class, () -> folder.publish(Stored.segment(KEY, 100, 200)))
                        .getMessage());
        assertTrue(refused.endsWith(" is damaged: it has other bytes than were written"), refused);
        assertEquals(List.of("0-100.arrow"), names());
    }

    @Test
    void whatIsKnownOfRowsMayBeEvictedWhileItIsWritten() throws IOException {
        FailingDisk disk = new FailingDisk(Files.createDirectory(root.resolve("store")));
        disk.files().follow((action, file) -> {
            Path parent = file.resolveSibling("");
            boolean ofRows = parent.resolveSibling("").endsWith("rows");
            if (ofRows && action == FileAction.CREATE && deeds.getAndIncrement() == 0) {
                Files.delete(parent);
            }
        });
        try (FailingDisk.Opened store = disk.open()) {
            store.publish(0, FailingDisk.ROWS);
            assertEquals(List.of(), store.infer(FailingDisk.ROWS).notices());
        }
        assertTrue(deeds.get() > 0);
        disk.assertHolds(List.of("0-1000.arrow", "1000-2000.arrow", "2000-3000.arrow"));
    }

    private void deleteTemporaries() throws IOException {
        for (String name : names()) {
            if (name.endsWith(".tmp")) {
                Files.delete(real.resolve(name));
            }
        }
    }

    private List<String> names() {
        return Stored.files(real);
    }

    /** Does something the first time that an action comes to a file of a name. */
    private FileRule once(FileAction when, String glob, Deed deed) {
        PathMatcher names = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        return (action, file) -> {
            if (action == when && names.matches(file.getFileName()) && deeds.getAndIncrement() == 0) {
                deed.run();
            }
        };
    }

    private interface Deed {
        void run() throws IOException;
    }
}
