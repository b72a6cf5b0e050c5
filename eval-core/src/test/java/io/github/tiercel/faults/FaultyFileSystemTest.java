package io.github.tiercel.faults;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultyFileSystemTest {

    private static final byte[] BYTES = {10, 20, 30, 40, 50, 60};

    @TempDir
    private Path real;

    private final FaultyFileSystem files = new FaultyFileSystem();
    private Path folder;
    private Path file;

    @BeforeEach
    void fill() throws IOException {
        folder = files.path(real);
        file = Files.write(folder.resolve("file"), BYTES);
    }

    @Test
    void withoutARuleAllIsAsInTheRealFileSystem() throws IOException {
        Path deep = Files.createDirectories(folder.resolve("a/b/c"));
        Path link = Files.createLink(deep.resolve("link"), file);
        Path moved = Files.move(link, deep.resolveSibling("moved"), StandardCopyOption.ATOMIC_MOVE);
        Path copied = Files.copy(moved, folder.resolve("copied"));
        Files.setLastModifiedTime(copied, FileTime.fromMillis(5000));
        Files.setPosixFilePermissions(copied, PosixFilePermissions.fromString("r--r--r--"));
        assertEquals(5000, Files.getLastModifiedTime(real.resolve("copied")).toMillis());
        assertEquals(
                "r--r--r--",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(files.path(real.resolve("copied")))));
        assertArrayEquals(BYTES, Files.readAllBytes(real.resolve("a/b/moved")));
        assertTrue(Files.isSameFile(file, moved));
        assertFalse(Files.isSameFile(file, copied));
        assertTrue(Files.deleteIfExists(copied));
        assertFalse(Files.deleteIfExists(copied));
        try (Stream<Path> found = Files.list(folder)) {
            assertEquals(List.of(folder.resolve("a"), file), found.sorted().toList());
        }
        assertEquals(folder.toRealPath().resolve("file"), file.toRealPath());
        assertEquals(real.resolve("file").toString(), file.toString());
    }

    @Test
    void theRuleHearsOfEveryActionAndItsRealFile() throws IOException {
        List<String> heard = new CopyOnWriteArrayList<>();
        files.follow((action, path) -> heard.add(action + " " + real.relativize(path)));
        try (FileChannel channel =
                FileChannel.open(folder.resolve("new"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(BYTES));
            channel.force(true);
            channel.tryLock(7, 1, false).release();
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
        Files.createLink(folder.resolve("linked"), file);
        Files.delete(file);
        assertEquals(
                List.of(
                        "CREATE new",
                        "WRITE new",
                        "FORCE new",
                        "LOCK new",
                        "CLOSE new",
                        "OPEN_READ ",
                        "FORCE_FOLDER ",
                        "CLOSE ",
                        "LINK linked",
                        "DELETE file"),
                heard);
    }

    @Test
    void whatIsRefusedDoesNotHappen() {
        files.follow(Fault.of(Refusal.NO_SPACE, FileAction.CREATE, FileAction.WRITE));
        FileSystemException refused =
                assertThrows(FileSystemException.class, () -> Files.writeString(folder.resolve("new"), "text"));
        assertEquals("No space left on device", refused.getReason());
        assertFalse(Files.exists(real.resolve("new")));
        files.follow(Fault.of(Refusal.ACCESS_DENIED, FileAction.DELETE));
        assertThrows(AccessDeniedException.class, () -> Files.delete(file));
        files.follow(Fault.of(Refusal.OTHER_FILE_SYSTEM, FileAction.MOVE));
        assertThrows(
                AtomicMoveNotSupportedException.class,
                () -> Files.move(file, folder.resolve("moved"), StandardCopyOption.ATOMIC_MOVE));
        files.recover();
        assertTrue(Files.exists(file));
    }

    @Test
    void faultsHappenWhenTheyAreDueAndAreCounted() throws IOException {
        Fault fault = Fault.of(Refusal.IO_ERROR, FileAction.DELETE)
                .named("*.tmp")
                .after(1)
                .once();
        files.follow(fault);
        for (String name : List.of("file", "a.tmp", "b.tmp", "c.tmp")) {
            Files.write(folder.resolve(name), BYTES);
        }
        Files.delete(file);
        Files.delete(folder.resolve("a.tmp"));
        assertThrows(FileSystemException.class, () -> Files.delete(folder.resolve("b.tmp")));
        Files.delete(folder.resolve("c.tmp"));
        assertEquals(1, fault.count());
    }

    @Test
    void shortWritesSayWhatTheyWrote() throws IOException {
        files.follow(Fault.of(FileEffect.SHORT, FileAction.WRITE));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(new byte[] {1, 2, 3, 4, 5});
            assertEquals(2, channel.write(bytes));
            assertEquals(3, bytes.remaining());
        }
        assertArrayEquals(new byte[] {1, 2, 30, 40, 50, 60}, Files.readAllBytes(file));
    }

    @Test
    void tornWritesSayThatAllIsWritten() throws IOException {
        files.follow(Fault.of(FileEffect.TORN, FileAction.WRITE).once());
        Path torn = folder.resolve("torn");
        try (FileChannel channel = FileChannel.open(torn, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            assertEquals(4, channel.write(ByteBuffer.wrap(new byte[] {1, 2, 3, 4})));
            assertEquals(1, channel.write(ByteBuffer.wrap(new byte[] {5})));
        }
        assertArrayEquals(new byte[] {1, 2, 0, 0, 5}, Files.readAllBytes(torn));
    }

    @Test
    void oneBitOfWhatIsReadIsAnotherAndTheFileStaysAsItIs() throws IOException {
        files.follow(Fault.of(FileEffect.ALTERED, FileAction.READ).once());
        assertArrayEquals(new byte[] {10, 20, 30, 41, 50, 60}, Files.readAllBytes(file));
        assertArrayEquals(BYTES, Files.readAllBytes(file));
    }

    @Test
    void aDroppedMoveIsLostAndADroppedLockKeepsNobodyOut() throws IOException {
        files.follow(Fault.of(FileEffect.DROPPED, FileAction.MOVE, FileAction.LOCK));
        Files.move(file, folder.resolve("moved"));
        assertTrue(Files.exists(file));
        assertFalse(Files.exists(folder.resolve("moved")));
        try (FileChannel one = FileChannel.open(file, StandardOpenOption.WRITE);
                FileChannel other = FileChannel.open(file, StandardOpenOption.WRITE)) {
            FileLock lock = one.tryLock(0, 1, false);
            assertTrue(lock.isValid() && other.tryLock(0, 1, false).isValid());
            lock.release();
            assertFalse(lock.isValid());
        }
    }

    @Test
    void anEffectThatIsNoneOfTheActionIsAMistake() {
        files.follow(Fault.of(FileEffect.ALTERED, FileAction.MOVE));
        assertEquals(
                "effect on MOVE must not be ALTERED",
                assertThrows(IllegalArgumentException.class, () -> Files.move(file, folder.resolve("moved")))
                        .getMessage());
    }

    @Test
    void anInterruptClosesBothChannels() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            Thread.currentThread().interrupt();
            assertThrows(ClosedByInterruptException.class, () -> channel.read(ByteBuffer.allocate(1)));
            assertTrue(Thread.interrupted());
            assertFalse(channel.isOpen());
        }
    }

    @Test
    void twoOfThemAreTwoMachines() {
        FaultyFileSystem others = new FaultyFileSystem();
        assertNotEquals(folder, others.path(real));
        assertEquals(folder, files.path(real));
        assertThrows(ProviderMismatchException.class, () -> folder.resolve(others.path(Path.of("x"))));
        assertThrows(ProviderMismatchException.class, () -> files.path(folder));
        assertInstanceOf(FaultyPath.class, folder.getFileName());
    }
}
