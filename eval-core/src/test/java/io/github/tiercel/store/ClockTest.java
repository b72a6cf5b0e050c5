package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.faults.FaultyFileSystem;
import io.github.tiercel.faults.FileAction;
import io.github.tiercel.faults.FileRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Clocks of file servers: coarse, ahead, behind, and set while the store is in use. */
class ClockTest {

    private static final StoreKey KEY = Stored.key();
    private static final Duration YEARS = Duration.ofDays(3650);

    @TempDir
    private Path folder;

    static Stream<Arguments> clocks() {
        AtomicInteger calls = new AtomicInteger();
        return Stream.of(
                clock("of two seconds", time -> Instant.ofEpochSecond(time.getEpochSecond() / 2 * 2)),
                clock("that stands at 1970", time -> Instant.EPOCH),
                clock("years ahead", time -> time.plus(YEARS)),
                clock("years behind", time -> time.minus(YEARS)),
                clock("that jumps", time -> calls.incrementAndGet() % 2 == 0 ? time.plus(YEARS) : time.minus(YEARS)));
    }

    private static Arguments clock(String name, UnaryOperator<Instant> clock) {
        return Arguments.of(name, clock);
    }

    @ParameterizedTest(name = "a clock {0}")
    @MethodSource("clocks")
    void timesOfFilesDecideNothingThatMatters(String name, UnaryOperator<Instant> clock) throws IOException {
        FailingDisk disk = new FailingDisk(folder);
        disk.files().follow(timing(clock));
        for (int rows = FailingDisk.BATCH; rows <= FailingDisk.ROWS; rows += FailingDisk.BATCH) {
            try (FailingDisk.Opened store = disk.open()) {
                store.publish(rows - FailingDisk.BATCH, rows);
                StoredScores found = store.infer(rows);
                assertEquals(rows, found.cost().rowsReused());
                assertEquals(List.of(), found.notices());
            }
        }
        disk.assertHolds(List.of("0-1000.arrow", "1000-2000.arrow", "2000-3000.arrow"));
    }

    /** A file that is written gets the clock's time. */
    private static FileRule timing(UnaryOperator<Instant> clock) {
        return (action, file) -> {
            if (action == FileAction.FORCE) {
                Files.setLastModifiedTime(file, FileTime.from(clock.apply(Instant.now())));
            }
        };
    }

    /** A file that is years older than one just written looks abandoned; its owner writes it anew. */
    @Test
    void aClockThatJumpsAheadTakesATemporaryFileAndNoScores() throws IOException {
        SegmentFolder others = on(new FaultyFileSystem(), timing(time -> time.plus(YEARS)));
        AtomicInteger written = new AtomicInteger();
        SegmentFolder mine = on(new FaultyFileSystem(), (action, file) -> {
            if (action == FileAction.SET_ATTRIBUTES && written.getAndIncrement() == 0) {
                others.publish(Stored.segment(KEY, 100, 200));
                assertFalse(Files.exists(file));
            }
        });
        assertEquals(Published.NEW, mine.publish(Stored.segment(KEY, 0, 100)));
        assertTrue(written.get() > 1);
        Stored.assertRight(KEY, mine.read(200));
        assertEquals(200, mine.read(200).rows());
    }

    @Test
    void aClockThatGoesBackTakesNothing() throws IOException {
        SegmentFolder mine = on(new FaultyFileSystem(), FileRule.NONE);
        mine.publish(Stored.segment(KEY, 0, 100));
        Path others =
                Files.createFile(Path.of(mine.path().toString()).resolve("01234567-89ab-cdef-0123-456789abcdef.tmp"));
        SegmentFolder behind = on(new FaultyFileSystem(), timing(time -> time.minus(YEARS)));
        behind.publish(Stored.segment(KEY, 100, 200));
        assertTrue(Files.exists(others));
    }

    private SegmentFolder on(FaultyFileSystem files, FileRule rule) throws IOException {
        SegmentFolder opened = SegmentFolder.open(StoreLayout.open(files.path(folder)), KEY);
        files.follow(rule);
        return opened;
    }
}
