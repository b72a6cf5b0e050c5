package io.github.tiercel.packed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.DataException;
import io.github.tiercel.faults.Fault;
import io.github.tiercel.faults.FaultyFileSystem;
import io.github.tiercel.faults.FileAction;
import io.github.tiercel.faults.FileRule;
import io.github.tiercel.faults.Refusal;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of the set that was there when its replacement fails or is killed. */
class ReplacedSetTest {

    private static final String NAME = "small.packed";
    private static final long OLD_MILLIS = 1_000;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path folder;

    private Path target = Path.of("");

    @BeforeEach
    void pack() throws IOException {
        target = folder.resolve(NAME);
        SmallSet.write(target);
        Files.setLastModifiedTime(target.resolve("set.txt"), FileTime.fromMillis(OLD_MILLIS));
    }

    static List<FileRule> failures() {
        return List.of(
                Fault.of(Refusal.IO_ERROR, FileAction.MOVE).named(NAME).once(),
                Fault.of(Refusal.NO_SPACE, FileAction.MOVE).named("*.old"),
                Fault.of(Refusal.IO_ERROR, FileAction.FORCE_FOLDER)
                        .named("[!.s]*")
                        .once());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aReplacementThatFailsLeavesTheOldSet(FileRule failure) throws IOException {
        FaultyFileSystem files = new FaultyFileSystem();
        files.follow(failure);
        DataException thrown = assertThrows(DataException.class, () -> SmallSet.write(files.path(target)));
        assertEquals("NO_OUTPUT", thrown.code());
        assertTrue(isOld());
        assertEquals(List.of(NAME), names());
    }

    /** The old set is deleted, which takes long, only after the new one is in its place. */
    @Test
    void theOldSetIsDeletedLast() throws IOException {
        FaultyFileSystem files = new FaultyFileSystem();
        files.follow((action, file) -> assertFalse(
                action == FileAction.DELETE && file.endsWith("set.txt") && (!Files.exists(target) || isOld()),
                file::toString));
        SmallSet.write(files.path(target));
        assertFalse(isOld());
        assertEquals(List.of(NAME), names());
    }

    @Test
    void anOldSetThatStaysAsideIsPutBackByTheNextPacking() throws Exception {
        assertEquals(ReplacingChild.KILLED, ReplacingChild.run(target, "place"));
        assertFalse(Files.exists(target));
        PackedSetWriter.to(target).close();
        assertTrue(isOld());
        assertEquals(1, names().stream().filter(name -> name.endsWith(".tmp")).count());
        assertFalse(names().stream().anyMatch(name -> name.endsWith(".old")));
    }

    @Test
    void anOldSetThatWasToBeDeletedIsDeletedByTheNextPacking() throws Exception {
        assertEquals(ReplacingChild.KILLED, ReplacingChild.run(target, "delete"));
        assertFalse(isOld());
        assertTrue(names().stream().anyMatch(name -> name.endsWith(".old")));
        Files.setLastModifiedTime(target.resolve("set.txt"), FileTime.fromMillis(OLD_MILLIS));
        PackedSetWriter.to(target).close();
        assertTrue(isOld());
        assertFalse(names().stream().anyMatch(name -> name.endsWith(".old")));
    }

    @Test
    void halfASetIsNotPutBack() throws IOException {
        Path aside = folder.resolve("." + NAME + "." + UUID.randomUUID() + ".old");
        Files.move(target, aside);
        Files.delete(aside.resolve("set.txt"));
        Path other = Files.createDirectory(folder.resolve(".other.packed." + UUID.randomUUID() + ".old"));
        PackedSetWriter.to(target).close();
        assertEquals(List.of(String.valueOf(other.getFileName())), names());
    }

    /** Somebody else packs into the same folder just when the old set is out of the way. */
    @Test
    void aSetThatOthersPlaceMeanwhileGivesWayToo() throws IOException {
        FaultyFileSystem files = new FaultyFileSystem();
        Fault once = Fault.of(Refusal.IO_ERROR, FileAction.MOVE).named(NAME).once();
        files.follow((action, file) -> {
            try {
                once.before(action, file);
            } catch (FileSystemException e) {
                SmallSet.write(target);
            }
        });
        SmallSet.write(files.path(target));
        assertFalse(isOld());
        assertEquals(List.of(NAME), names());
    }

    private boolean isOld() throws IOException {
        PackedSet.open(target);
        return Files.getLastModifiedTime(target.resolve("set.txt")).toMillis() == OLD_MILLIS;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
