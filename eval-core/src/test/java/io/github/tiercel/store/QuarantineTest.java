package io.github.tiercel.store;

import static io.github.tiercel.faults.FileAction.COPY;
import static io.github.tiercel.faults.FileAction.DELETE;
import static io.github.tiercel.faults.FileAction.MAKE_FOLDER;
import static io.github.tiercel.faults.FileAction.MOVE;
import static io.github.tiercel.faults.FileAction.READ;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.tiercel.faults.Fault;
import io.github.tiercel.faults.FaultyFileSystem;
import io.github.tiercel.faults.FileEffect;
import io.github.tiercel.faults.FileRule;
import io.github.tiercel.faults.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged files are not used, whatever becomes of them. */
class QuarantineTest {

    private static final StoreKey KEY = Stored.key();
    private static final FileRule ELSEWHERE = Fault.of(Refusal.OTHER_FILE_SYSTEM, MOVE);

    @TempDir
    private Path root;

    private final FaultyFileSystem files = new FaultyFileSystem();
    private SegmentFolder folder;
    private Path damaged;
    private byte[] bytes;

    @BeforeEach
    void damage() throws IOException {
        folder = SegmentFolder.open(StoreLayout.open(files.path(root)), KEY);
        folder.publish(Stored.segment(KEY, 0, 100));
        damaged = Path.of(folder.path().resolve("0-100.arrow").toString());
        SegmentFolderTest.damage(damaged);
        bytes = Files.readAllBytes(damaged);
    }

    @Test
    void aFileIsMoved() throws IOException {
        assertTaken();
        assertHolds(1);
    }

    @Test
    void aFileIsCopiedWhereItCannotBeMoved() throws IOException {
        files.follow(ELSEWHERE);
        assertTaken();
        assertHolds(1);
    }

    @Test
    void aFileIsDeletedWhereItCannotBeCopiedEither() throws IOException {
        files.follow(ELSEWHERE.and(Fault.of(Refusal.NO_SPACE, COPY)));
        assertTaken();
        assertHolds(0);
    }

    @Test
    void aFileIsDeletedWhereThereCanBeNoQuarantine() throws IOException {
        files.follow(Fault.of(Refusal.ACCESS_DENIED, MAKE_FOLDER).named("quarantine"));
        assertTaken();
        assertHolds(0);
    }

    @Test
    void aFileThatStaysIsNotUsedAndNotCopiedEachTime() throws IOException {
        files.follow(ELSEWHERE.and(Fault.of(Refusal.ACCESS_DENIED, DELETE).named("0-100.arrow")));
        for (int i = 0; i < 3; i++) {
            assertEquals(new StoredPrefix(List.of(), 1), folder.read(100));
        }
        assertHolds(0);
        assertArrayEquals(bytes, Files.readAllBytes(damaged));
    }

    @Test
    void aFileThatStaysIsInTheWayOfTheSameScores() throws IOException {
        files.follow(Fault.of(Refusal.ACCESS_DENIED, MOVE, COPY, DELETE).named("*0-100.arrow"));
        assertEquals(
                damaged + " can neither be made nor read",
                assertThrows(IOException.class, () -> folder.publish(Stored.segment(KEY, 0, 100)))
                        .getMessage());
        assertArrayEquals(bytes, Files.readAllBytes(damaged));
        files.recover();
        assertEquals(Published.NEW, folder.publish(Stored.segment(KEY, 0, 100)));
        Stored.assertRight(KEY, folder.read(100));
    }

    @Test
    void aFileThatAnotherTakesMeanwhileIsTakenOnce() throws IOException {
        files.follow((action, file) -> {
            if (action == MOVE && Files.exists(damaged)) {
                Files.move(damaged, file.resolveSibling("others-0-100.arrow"));
            }
        });
        assertTaken();
        assertHolds(1);
    }

    /** Whoever reads: requests, a check of the whole store, and a writer that finds a file in its place. */
    @Test
    void aFileThatIsReadWrongOnceStays() throws IOException {
        Files.delete(damaged);
        folder.publish(Stored.segment(KEY, 0, 100));
        files.follow(Fault.of(FileEffect.ALTERED, READ).named("0-100.arrow").once());
        assertEquals(100, folder.read(100).rows());
        files.follow(Fault.of(FileEffect.ALTERED, READ).named("0-100.arrow").once());
        assertEquals(List.of(), StoreCatalog.open(files.path(root)).verify().problems());
        files.follow(Fault.of(FileEffect.ALTERED, READ).named("0-100.arrow").once());
        assertEquals(Published.SAME, folder.publish(Stored.segment(KEY, 0, 100)));
    }

    private void assertTaken() throws IOException {
        assertEquals(new StoredPrefix(List.of(), 1), folder.read(100));
        assertEquals(List.of("key.txt"), Stored.files(damaged.resolveSibling("")));
    }

    private void assertHolds(int count) throws IOException {
        Path quarantine = root.resolve("quarantine");
        List<String> names = Files.exists(quarantine) ? Stored.files(quarantine) : List.of();
        assertEquals(count, names.size(), () -> String.valueOf(names));
        for (String name : names) {
            assertArrayEquals(bytes, Files.readAllBytes(quarantine.resolve(name)));
        }
    }
}
