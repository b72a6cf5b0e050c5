package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.Precision;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class StoreKeyTest {

    private static final StoreKey KEY = new StoreKey(
            ModelFingerprint.ofEpoch("run-42", 3)
                    .withTransform("v2")
                    .withSetting("provider", "cpu")
                    .withSetting("a: b", "c\nd"),
            "order-1",
            new Outputs(List.of("ham", "spam"), Precision.FLOAT),
            OptionalInt.of(512));

    @Test
    void textHasOneLineForEachPart() {
        assertEquals("""
                format: tiercel-predictions/1
                model: run-42/3
                transform: v2
                setting a\\u003a b: c\\u000ad
                setting provider: cpu
                order: order-1
                precision: FLOAT
                output: ham
                output: spam
                batch_rows: 512
                """, KEY.text());
    }

    /** Anybody's store is found by this: it may only change together with the format's name. */
    @Test
    void addressIsTheSha256OfLengthPrefixedParts() {
        assertEquals("af32255cb6c1c5ed4b58229e3edf0020ca249bf9f80bc9345b3e9a2e2583640c", KEY.hex());
    }

    @Test
    void partsAreNotRunTogether() {
        assertNotEquals(
                key(ModelFingerprint.of("ab").withTransform("c")).hex(),
                key(ModelFingerprint.of("a").withTransform("bc")).hex());
        assertNotEquals(
                key(ModelFingerprint.of("m").withSetting("ab", "c")).hex(),
                key(ModelFingerprint.of("m").withSetting("a", "bc")).hex());
    }

    @Test
    void halvesOfSurrogatePairsAreNotAllTheSame() {
        StoreKey high = key(ModelFingerprint.of("\ud83d"));
        StoreKey low = key(ModelFingerprint.of("\ude00"));
        assertNotEquals(high.hex(), low.hex());
        assertEquals(Optional.of(high), KeyText.parse(high.text()));
    }

    @Test
    void otherTextsAreNoKeys() {
        assertEquals(Optional.empty(), KeyText.parse(""));
        assertEquals(Optional.empty(), KeyText.parse("no key at all"));
        assertEquals(Optional.empty(), KeyText.parse(KEY.text() + "more: lines\n"));
        assertEquals(Optional.empty(), KeyText.parse(KEY.text().replace("\n", "\r\n")));
        assertEquals(Optional.empty(), KeyText.parse(KEY.text().replace("FLOAT", "HALF")));
        assertEquals(Optional.empty(), KeyText.parse(KEY.text().replace("predictions/1", "predictions/2")));
    }

    private static StoreKey key(ModelFingerprint model) {
        return new StoreKey(model, "order", Outputs.score(), OptionalInt.empty());
    }
}
