package io.github.tiercel.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.faults.Fault;
import io.github.tiercel.faults.FaultyFileSystem;
import io.github.tiercel.faults.FileAction;
import io.github.tiercel.faults.FileRule;
import io.github.tiercel.faults.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReplacedFileTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void name() throws IOException {
        file = Files.writeString(folder.resolve("a.txt"), "old");
    }

    @Test
    void whatWasThereIsReplacedAndNothingStaysBeside() throws IOException {
        Path own = Files.writeString(folder.resolve("a.txt.new"), "mine");
        ReplacedFile.write(file, "Ω");
        assertEquals("Ω", Files.readString(file));
        assertEquals("mine", Files.readString(own));
        assertEquals(List.of("a.txt", "a.txt.new"), names());
        Path other = folder.resolve("b.txt");
        ReplacedFile.write(other, whole -> {
            assertEquals(0, Files.size(whole));
            Files.writeString(whole, "b");
        });
        assertEquals("b", Files.readString(other));
    }

    /** A name that comes to disk before its content is that of an empty file when the power fails. */
    @Test
    void theContentIsForcedThenNamedAndThenTheNameIsForced() throws IOException {
        List<FileAction> actions = new ArrayList<>();
        FaultyFileSystem files = new FaultyFileSystem();
        files.follow((action, path) -> actions.add(action));
        ReplacedFile.write(files.path(file), "new");
        actions.retainAll(List.of(FileAction.WRITE, FileAction.FORCE, FileAction.MOVE, FileAction.FORCE_FOLDER));
        assertEquals(List.of(FileAction.WRITE, FileAction.FORCE, FileAction.MOVE, FileAction.FORCE_FOLDER), actions);
    }

    static List<FileRule> failures() {
        return Stream.of(FileAction.CREATE, FileAction.WRITE, FileAction.FORCE, FileAction.CLOSE, FileAction.MOVE)
                .map(action -> (FileRule) Fault.of(Refusal.IO_ERROR, action))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aDiskThatFailsLeavesWhatWasThere(FileRule failure) throws IOException {
        FaultyFileSystem files = new FaultyFileSystem();
        files.follow(failure);
        assertThrows(IOException.class, () -> ReplacedFile.write(files.path(file), "new"));
        assertEquals("old", Files.readString(file));
        assertEquals(List.of("a.txt"), names());
    }

    @Test
    void aNameThatMayBeLostIsNoSuccess() throws IOException {
        FaultyFileSystem files = new FaultyFileSystem();
        files.follow(Fault.of(Refusal.IO_ERROR, FileAction.FORCE_FOLDER));
        IOException thrown = assertThrows(IOException.class, () -> ReplacedFile.write(files.path(file), "new"));
        assertEquals("Input/output error", DiskFailure.reason(thrown));
        assertEquals(List.of("a.txt"), names());
    }

    @Test
    void whoeverFailsToWriteLeavesWhatWasThere() throws IOException {
        IllegalStateException failure = new IllegalStateException("half of it");
        IllegalStateException thrown = assertThrows(
                IllegalStateException.class,
                () -> ReplacedFile.write(file, whole -> {
                    Files.writeString(whole, "half");
                    throw failure;
                }));
        assertEquals(failure, thrown);
        assertEquals("old", Files.readString(file));
        assertEquals(List.of("a.txt"), names());
    }

    @Test
    void aFolderThatIsMissingIsSaidToBe() {
        Path missing = folder.resolve("missing").resolve("a.txt");
        IOException thrown = assertThrows(IOException.class, () -> ReplacedFile.write(missing, "new"));
        assertInstanceOf(NoSuchFileException.class, thrown);
        assertEquals("a folder is gone", DiskFailure.reason(thrown));
        assertTrue(Files.notExists(missing.resolveSibling("")));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.map(path -> String.valueOf(path.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
