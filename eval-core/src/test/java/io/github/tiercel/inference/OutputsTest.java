package io.github.tiercel.inference;

import static io.github.tiercel.data.Thrown.assertMisuse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OutputsTest {

    @Test
    void theOnlyOutputIsTheScore() {
        assertEquals(new Outputs(List.of("score"), Precision.DOUBLE), Outputs.score());
        assertEquals(1, Outputs.score().count());
        assertEquals(Precision.FLOAT, Outputs.of("a", "b").in(Precision.FLOAT).precision());
        assertEquals(4, Precision.FLOAT.bytes());
        assertEquals(8, Precision.DOUBLE.bytes());
    }

    @Test
    void namesAreThereAndDistinct() {
        assertMisuse("names must be at least one, and distinct, got []", Outputs::of);
        assertMisuse("names must be at least one, and distinct, got [a, a]", () -> Outputs.of("a", "a"));
    }

    @Test
    void everythingThatCanChangeAScoreTellsModelsApart() {
        ModelFingerprint plain = ModelFingerprint.of("m");
        assertEquals(plain, new ModelFingerprint("m", "", new TreeMap<>()));
        assertNotEquals(plain, plain.withTransform("v2"));
        assertNotEquals(plain, plain.withSetting("provider", "cpu"));
        assertEquals(
                plain.withSetting("a", "1").withSetting("b", "2"),
                plain.withSetting("b", "2").withSetting("a", "1"));
        assertEquals("run-42/7", ModelFingerprint.ofEpoch("run-42", 7).model());
        assertMisuse("model must tell one model from another, got \" \"", () -> ModelFingerprint.of(" "));
    }
}
