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
                        + " gain nothing; pack the data once, make less of each row, or have the features in memory.",
                InputBound.of(new InferenceTime(10, 1_000_000_000, 630_000_000), false)
                        .orElseThrow()
                        .text());
    }

    @Test
    void rowsOfAPackedSetArePackedAlready() {
        assertEquals(
                "input-bound: 20 % of inference time was waiting for data. A faster model or more threads for it would"
                        + " gain nothing; a faster disk would, or a model that reads fewer columns.",
                InputBound.of(new InferenceTime(10, 1_000_000_000, 200_000_000), true)
                        .orElseThrow()
                        .text());
    }

    @Test
    void aShortPassAndALittleWaitingAreNoNews() {
        assertEquals(Optional.empty(), InputBound.of(new InferenceTime(10, 99_000_000, 90_000_000), false));
        assertEquals(Optional.empty(), InputBound.of(new InferenceTime(10, 1_000_000_000, 190_000_000), false));
        assertEquals(Optional.empty(), InputBound.of(InferenceTime.NONE, false));
    }
}
