package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.inference.InferenceTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InputBoundTest {

    @Test
    void theSentenceHasTheShareAndWhatToDo() {
        assertEquals(
                "input-bound: 63 % of inference time was waiting for data. A faster model or more threads for it would"
                        + " gain nothing; pack the data once, read fewer columns, or have features in memory.",
                InputBound.of(new InferenceTime(10, 1_000_000_000, 630_000_000))
                        .orElseThrow()
                        .text());
    }

    @Test
    void aShortPassAndALittleWaitingAreNoNews() {
        assertEquals(Optional.empty(), InputBound.of(new InferenceTime(10, 99_000_000, 90_000_000)));
        assertEquals(Optional.empty(), InputBound.of(new InferenceTime(10, 1_000_000_000, 190_000_000)));
        assertEquals(Optional.empty(), InputBound.of(InferenceTime.NONE));
    }
}
