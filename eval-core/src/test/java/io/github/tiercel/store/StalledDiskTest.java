package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.faults.FileAction;
import io.github.tiercel.faults.Stall;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A disk that hangs: nobody who evaluates waits for it, whoever closes the store does. */
class StalledDiskTest {

    /** What a fast tier reads at most. */
    private static final int ROWS = SegmentCutter.ROWS;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "MAKE_FOLDER, *",
        "CREATE, *.tmp",
        "WRITE, *.tmp",
        "FORCE, *.tmp",
        "READ, *.tmp",
        "LINK, *",
        "FORCE_FOLDER, *",
        "DELETE, *.tmp"
    })
    void aFastTierIsAnsweredWhileTheDiskHangsAndClosingWaitsForIt(FileAction action, String names) throws Exception {
        FailingDisk disk = new FailingDisk(folder, ROWS);
        Stall stall = Stall.at(action, names);
        try (Warnings warnings = new Warnings()) {
            FailingDisk.Opened store = disk.open();
            disk.files().follow(stall);
            assertEquals(ROWS, store.infer(ROWS).cost().rowsInferred());
            stall.awaitReached();
            StoredScores again = store.infer(ROWS);
            assertEquals(ROWS, again.cost().rowsReused());
            assertEquals(List.of(), again.notices());
            Thread closing = new Thread(store::close);
            closing.start();
            ThreadState.awaitWaiting(closing);
            stall.release();
            closing.join();
            assertEquals(List.of(), warnings.texts());
        }
        try (FailingDisk.Opened next = disk.openReal()) {
            assertEquals(0, next.infer(ROWS).cost().rowsInferred());
        }
        assertEquals(List.of(), disk.temporaries());
    }

    /** Until five seconds of the model's work wait to be written. */
    @Test
    void theNextRequestsAreAnsweredToo() throws Exception {
        FailingDisk disk = new FailingDisk(folder, ROWS);
        Stall stall = Stall.at(FileAction.FORCE, "*.tmp");
        try (FailingDisk.Opened store = disk.open()) {
            disk.files().follow(stall);
            for (int rows = FailingDisk.BATCH; rows <= 20 * FailingDisk.BATCH; rows += FailingDisk.BATCH) {
                StoredScores found = store.infer(rows);
                assertEquals(FailingDisk.BATCH, found.cost().rowsInferred());
                assertEquals(List.of(), found.notices());
            }
            stall.awaitReached();
            assertEquals(List.of(), disk.segments());
            stall.release();
        }
        try (FailingDisk.Opened next = disk.openReal()) {
            assertEquals(0, next.infer(20 * FailingDisk.BATCH).cost().rowsInferred());
        }
    }
}
