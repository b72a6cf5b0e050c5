package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThreeProcessesTest {

    private static final int PROCESSES = 3;

    @TempDir
    private Path store;

    /** Counted in the models themselves: of 24 threads one asks for a row, and the others have its score. */
    @Test
    void ofEightThreadsEachInferEachRowOnce() throws Exception {
        List<StoreChild> children = new ArrayList<>();
        try {
            for (int i = 0; i < PROCESSES; i++) {
                children.add(StoreChild.start("share", store));
            }
            for (StoreChild child : children) {
                assertEquals("ready", child.line());
            }
            for (StoreChild child : children) {
                child.goOn();
            }
            int asked = 0;
            int checked = 0;
            for (StoreChild child : children) {
                int[] numbers = Arrays.stream(child.line().split(" ", -1))
                        .mapToInt(Integer::parseInt)
                        .toArray();
                asked += numbers[0];
                checked += numbers[1];
                assertEquals(0, numbers[2], "wrong scores and warnings");
            }
            assertEquals(StoreChild.MODEL_ROWS, asked - checked);
            // A trial for batches and a check of three batches a process at most.
            assertTrue(checked <= PROCESSES * (32 + 2 * 3000), checked + " rows were checked");
        } finally {
            for (StoreChild child : children) {
                child.close();
            }
        }
    }
}
