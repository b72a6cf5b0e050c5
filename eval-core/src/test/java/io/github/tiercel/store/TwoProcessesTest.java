package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoProcessesTest {

    @TempDir
    private Path store;

    @Test
    void thatWantTheSameModelTogetherInferEachRowOnce() throws Exception {
        try (StoreChild one = StoreChild.start("infer", store);
                StoreChild other = StoreChild.start("infer", store)) {
            assertEquals("ready", one.line());
            assertEquals("ready", other.line());
            one.goOn();
            other.goOn();
            int[] first = numbers(one.line());
            int[] second = numbers(other.line());
            assertEquals(StoreChild.MODEL_ROWS, first[0] + second[0]);
            assertEquals(StoreChild.MODEL_ROWS, first[1] + second[1]);
            assertEquals(0, first[2] + second[2]);
        }
    }

    private static int[] numbers(String line) {
        return Arrays.stream(line.split(" ", -1)).mapToInt(Integer::parseInt).toArray();
    }
}
