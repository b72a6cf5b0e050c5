package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.result.HoldoutUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HoldoutCountCrashTest {

    private Path root;

    @BeforeEach
    void beside(@TempDir Path folder) {
        root = folder.resolve("store");
    }

    /** Killed close to a write or in the middle of one, in the middle of putting files together too. */
    @Test
    void killedProcessesLeaveWhatTheySaidAndCountNothingTwice() throws Exception {
        SplittableRandom random = new SplittableRandom(9);
        long said = 0;
        for (int run = 0; run < 12; run++) {
            try (StoreChild child = StoreChild.start("count", root)) {
                for (int count = 10 + random.nextInt(30); count > 0; count--) {
                    assertEquals("counted", child.line());
                }
                child.kill();
            }
            said = requireOneMoreAtMost(said);
        }
        assertTrue(CountedRows.files(root).size() <= UseFolder.MOST_FILES + 1);
    }

    /** Returns the evaluations there are: those that the child said, and perhaps the one at which it was killed. */
    private long requireOneMoreAtMost(long before) throws IOException {
        List<String> lines = Files.readAllLines(root.resolveSibling("said.txt"));
        long last = Long.parseLong(lines.get(lines.size() - 1));
        // Its first count went on from where the one before it was killed.
        assertEquals(before + lines.size(), last);
        Files.delete(root.resolveSibling("said.txt"));
        HoldoutUse use = use();
        assertTrue(use.evaluations() == last || use.evaluations() == last + 1, use + " after " + last);
        assertEquals(1, use.models());
        assertTrue(use.isWhole());
        return use.evaluations();
    }

    @Test
    void processesCountTogether() throws Exception {
        List<StoreChild> children = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                children.add(StoreChild.start("tally", root));
            }
            for (StoreChild child : children) {
                assertEquals("ready", child.line());
            }
            for (StoreChild child : children) {
                child.goOn();
            }
            for (StoreChild child : children) {
                assertEquals("done", child.line());
            }
        } finally {
            for (StoreChild child : children) {
                child.close();
            }
        }
        HoldoutUse use = use();
        assertEquals(3 * StoreChild.TALLIED_BY_EACH, use.evaluations());
        assertEquals(StoreChild.TALLIED_MODELS, use.models());
        assertTrue(use.isWhole());
    }

    /** What is on disk. */
    private HoldoutUse use() throws IOException {
        UseFolder.Found found = new UseFolder(StoreLayout.openReadOnly(root), CountedRows.ORDER).read();
        return found.counts().use(found.isWhole());
    }
}
