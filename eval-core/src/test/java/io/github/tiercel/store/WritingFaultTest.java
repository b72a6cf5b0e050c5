package io.github.tiercel.store;

import static io.github.tiercel.faults.FileAction.CLOSE;
import static io.github.tiercel.faults.FileAction.CREATE;
import static io.github.tiercel.faults.FileAction.DELETE;
import static io.github.tiercel.faults.FileAction.FORCE;
import static io.github.tiercel.faults.FileAction.FORCE_FOLDER;
import static io.github.tiercel.faults.FileAction.LINK;
import static io.github.tiercel.faults.FileAction.MAKE_FOLDER;
import static io.github.tiercel.faults.FileAction.MOVE;
import static io.github.tiercel.faults.FileAction.OPEN_READ;
import static io.github.tiercel.faults.FileAction.OPEN_WRITE;
import static io.github.tiercel.faults.FileAction.READ;
import static io.github.tiercel.faults.FileAction.SET_ATTRIBUTES;
import static io.github.tiercel.faults.FileAction.WRITE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.faults.Fault;
import io.github.tiercel.faults.FileAction;
import io.github.tiercel.faults.FileEffect;
import io.github.tiercel.faults.FileRule;
import io.github.tiercel.faults.Refusal;
import io.github.tiercel.result.Notice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A disk that does not take what it is given: the store passes scores through from then on, and says so once. */
class WritingFaultTest {

    private static final String TEMPORARY = "*.tmp";
    private static final String FOLDER = "*[0-9a-f]";

    @TempDir
    private Path folder;

    static Stream<Arguments> faults() {
        return IntStream.rangeClosed(0, 1).boxed().flatMap(WritingFaultTest::faults);
    }

    /** Each with what is said of it, after so many segments were written. */
    private static Stream<Arguments> faults(int segments) {
        return Stream.of(
                fault(segments, "full", "No space left on device", refused(Refusal.NO_SPACE, WRITE)),
                fault(segments, "full for a new file", "No space left on device", refused(Refusal.NO_SPACE, CREATE)),
                fault(
                        segments,
                        "full after half of it",
                        "No space left on device",
                        Fault.of(FileEffect.SHORT, WRITE)
                                .named(TEMPORARY)
                                .once()
                                .and(refused(Refusal.NO_SPACE, WRITE).after(1))),
                fault(segments, "full when forced", "No space left on device", refused(Refusal.NO_SPACE, FORCE)),
                fault(segments, "full when closed", "No space left on device", refused(Refusal.NO_SPACE, CLOSE)),
                fault(segments, "full for a name", "No space left on device", Fault.of(Refusal.NO_SPACE, LINK, MOVE)),
                fault(
                        segments,
                        "not forced",
                        "Input/output error",
                        refused(Refusal.IO_ERROR, FORCE).once()),
                fault(
                        segments,
                        "folder not forced",
                        "Input/output error",
                        Fault.of(Refusal.IO_ERROR, FORCE_FOLDER).once()),
                fault(segments, "not read again", "Input/output error", refused(Refusal.IO_ERROR, READ)),
                fault(segments, "too many files to write", "Too many open files", tooMany(CREATE)),
                fault(segments, "too many files to read again", "Too many open files", tooMany(OPEN_READ)),
                fault(
                        segments,
                        "too many files to force the folder",
                        "Too many open files",
                        Fault.of(Refusal.TOO_MANY_OPEN_FILES, OPEN_READ).named(FOLDER)),
                fault(
                        segments,
                        "no other file system",
                        "Invalid cross-device link",
                        Fault.of(Refusal.OTHER_FILE_SYSTEM, LINK, MOVE)),
                fault(
                        segments,
                        "permission lost",
                        "permission denied",
                        Fault.of(
                                Refusal.ACCESS_DENIED,
                                CREATE,
                                OPEN_WRITE,
                                LINK,
                                MOVE,
                                DELETE,
                                SET_ATTRIBUTES,
                                MAKE_FOLDER)),
                fault(
                        segments,
                        "mounted to be read only",
                        "Read-only file system",
                        Fault.of(
                                Refusal.READ_ONLY,
                                CREATE,
                                OPEN_WRITE,
                                LINK,
                                MOVE,
                                DELETE,
                                SET_ATTRIBUTES,
                                MAKE_FOLDER)),
                fault(segments, "nothing written", ".* is damaged: .*", effect(FileEffect.DROPPED, WRITE)),
                fault(segments, "half of it zeros", ".* is damaged: .*", effect(FileEffect.TORN, WRITE)),
                fault(segments, "read back with one other bit", ".* is damaged: .*", effect(FileEffect.ALTERED, READ)));
    }

    private static Arguments fault(int segments, String name, String reason, FileRule rule) {
        return Arguments.of(name, segments, reason, rule);
    }

    private static Fault refused(Refusal refusal, FileAction action) {
        return Fault.of(refusal, action).named(TEMPORARY);
    }

    private static Fault tooMany(FileAction action) {
        return refused(Refusal.TOO_MANY_OPEN_FILES, action);
    }

    private static Fault effect(FileEffect effect, FileAction action) {
        return Fault.of(effect, action).named(TEMPORARY);
    }

    @ParameterizedTest(name = "{0} after {1} segments")
    @MethodSource("faults")
    void aDiskThatFailsIsLeftAloneAndTheNextProcessFindsWhatWasWritten(
            String name, int segments, String reason, FileRule rule) throws IOException {
        FailingDisk disk = new FailingDisk(folder);
        try (Warnings warnings = new Warnings();
                FailingDisk.Opened store = disk.open()) {
            store.publish(0, segments * FailingDisk.BATCH);
            disk.files().follow(rule);
            store.publish(segments * FailingDisk.BATCH, FailingDisk.ROWS);
            List<Notice> notices = store.infer(FailingDisk.ROWS).notices();
            assertEquals(1, notices.size(), () -> String.valueOf(notices));
            assertEquals("NOT_STORED", notices.get(0).code());
            String text = "Predictions cannot be written to \\Q" + folder.toRealPath() + "\\E \\(" + reason
                    + "\\), so they are kept in memory only from here on. The evaluation itself is not affected.";
            assertTrue(notices.get(0).text().matches(text), notices.get(0).text());
            assertEquals(List.of(notices.get(0).text()), warnings.texts());
        }
        disk.assertHolds(List.of("0-1000.arrow", "1000-2000.arrow").subList(0, segments));
    }

    static List<FileRule> firsts() {
        return List.of(
                Fault.of(Refusal.NO_SPACE, MAKE_FOLDER),
                // The text of the key comes before its first segment.
                refused(Refusal.NO_SPACE, WRITE).once(),
                Fault.of(Refusal.NO_SPACE, LINK, MOVE).named("key.txt"));
    }

    @ParameterizedTest
    @MethodSource("firsts")
    void noSegmentComesWithoutItsFolderAndText(FileRule rule) throws IOException {
        FailingDisk disk = new FailingDisk(folder);
        try (Warnings warnings = new Warnings();
                FailingDisk.Opened store = disk.open()) {
            disk.files().follow(rule);
            store.publish(0, FailingDisk.ROWS);
            assertEquals(1, store.infer(FailingDisk.ROWS).notices().size());
            assertEquals(1, warnings.texts().size());
            String text = warnings.texts().get(0);
            assertTrue(text.contains(" (No space left on device), so "), text);
        }
        disk.assertHolds(List.of());
    }

    @Test
    void aDiskThatIsFullFromTheStartHoldsNoStore() {
        FailingDisk disk = new FailingDisk(folder);
        disk.files().follow(refused(Refusal.NO_SPACE, WRITE));
        assertEquals(
                "The prediction store " + folder
                        + " cannot be opened (No space left on device): name a folder that can.",
                assertThrows(StoreException.class, disk::open).getMessage());
        assertEquals(List.of(), Stored.files(folder));
    }
}
