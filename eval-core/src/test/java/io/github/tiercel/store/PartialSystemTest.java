package io.github.tiercel.store;

import static io.github.tiercel.faults.FileAction.CREATE;
import static io.github.tiercel.faults.FileAction.DELETE;
import static io.github.tiercel.faults.FileAction.FORCE;
import static io.github.tiercel.faults.FileAction.LINK;
import static io.github.tiercel.faults.FileAction.LOCK;
import static io.github.tiercel.faults.FileAction.OPEN_READ;
import static io.github.tiercel.faults.FileAction.READ;
import static io.github.tiercel.faults.FileAction.SET_ATTRIBUTES;
import static io.github.tiercel.faults.FileAction.WRITE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.faults.Fault;
import io.github.tiercel.faults.FileAction;
import io.github.tiercel.faults.FileEffect;
import io.github.tiercel.faults.FileRule;
import io.github.tiercel.faults.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** File systems that cannot do all that the store likes: what is asked is stored all the same, and nothing is said. */
class PartialSystemTest {

    private static final List<String> ALL = List.of("0-1000.arrow", "1000-2000.arrow", "2000-3000.arrow");

    @TempDir
    private Path folder;

    static Stream<Arguments> systems() {
        return Stream.of(
                Arguments.of("without links", without(LINK)),
                Arguments.of("with links for others", Fault.of(Refusal.NOT_PERMITTED, LINK)),
                Arguments.of("with no place for links", Fault.of(Refusal.OTHER_FILE_SYSTEM, LINK)),
                Arguments.of("without permissions", without(SET_ATTRIBUTES)),
                Arguments.of("with permissions that cannot be set", Fault.of(Refusal.NOT_PERMITTED, SET_ATTRIBUTES)),
                Arguments.of("without locks", Fault.of(Refusal.NO_LOCKS, LOCK)),
                Arguments.of(
                        "with a lock file of others",
                        Fault.of(Refusal.ACCESS_DENIED, CREATE).named("locks.bin")),
                Arguments.of(
                        "that open no more files for locks",
                        Fault.of(Refusal.TOO_MANY_OPEN_FILES, CREATE).named("locks.bin")),
                Arguments.of(
                        "with folders that cannot be opened",
                        Fault.of(Refusal.ACCESS_DENIED, OPEN_READ).named("*[0-9a-f]")),
                Arguments.of("that write half at a time", Fault.of(FileEffect.SHORT, WRITE)),
                Arguments.of("that read half at a time", Fault.of(FileEffect.SHORT, READ)),
                Arguments.of("that force nothing", Fault.of(FileEffect.DROPPED, FORCE)));
    }

    /** As other providers say it. */
    private static FileRule without(FileAction missing) {
        return (action, file) -> {
            if (action == missing) {
                throw new UnsupportedOperationException();
            }
        };
    }

    @ParameterizedTest(name = "file systems {0}")
    @MethodSource("systems")
    void serveAsAnyOther(String name, FileRule rule) throws IOException {
        FailingDisk disk = new FailingDisk(folder);
        disk.files().follow(rule);
        try (Warnings warnings = new Warnings();
                FailingDisk.Opened store = disk.open()) {
            store.publish(0, FailingDisk.ROWS);
            assertEquals(List.of(), store.infer(FailingDisk.ROWS).notices());
            assertEquals(List.of(), warnings.texts());
        }
        try (FailingDisk.Opened again = disk.open()) {
            assertEquals(FailingDisk.ROWS, again.infer(FailingDisk.ROWS).cost().rowsReused());
            again.flush();
            assertEquals(List.of(), again.infer(FailingDisk.ROWS).notices());
        }
        assertEquals("1.0\n", Files.readString(folder.resolve("VERSION")));
        disk.assertHolds(ALL);
    }

    /** What stays behind is nobody's, and goes after a day. */
    @Test
    void filesThatCannotBeDeletedLeaveTemporariesAndNothingElse() throws IOException {
        FailingDisk disk = new FailingDisk(folder);
        disk.files().follow(Fault.of(Refusal.NOT_PERMITTED, DELETE));
        try (FailingDisk.Opened store = disk.open()) {
            store.publish(0, FailingDisk.ROWS);
            assertEquals(List.of(), store.infer(FailingDisk.ROWS).notices());
        }
        List<String> left = disk.temporaries();
        assertTrue(left.size() >= ALL.size());
        for (String file : left) {
            Files.delete(folder.resolve(file));
        }
        disk.assertHolds(ALL);
    }
}
