package io.github.tiercel.tribuo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.Batch;
import io.github.tiercel.data.DataException;
import io.github.tiercel.data.Features;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tribuo.Example;
import org.tribuo.classification.Label;
import org.tribuo.impl.ArrayExample;
import org.tribuo.impl.ListExample;

class TribuoFeaturesTest {

    private static final long[] KEYS = {5, 9};
    private static final int[] ORDER = {0, 1};

    private final Example<Label> one = Synthetic.example("a", 1, 2);
    private final Example<Label> two = Synthetic.example("b", 3);
    private final Features<Example<Label>> features = TribuoFeatures.of(List.of(one, two));

    @Test
    void aBatchHoldsTheRowsNamedInTheirOrder() {
        Batch<Example<Label>> batch = features.batch(new int[] {1, 0, 1});
        assertEquals(3, batch.size());
        assertSame(two, batch.row(0));
        assertSame(one, batch.row(1));
        assertSame(two, batch.row(2));
        assertTrue(features.inMemory());
        assertEquals(2, features.rows());
    }

    @Test
    void aDataSetIsTheListOfItsExamples() {
        var data = Synthetic.data(30, 6, "a", "b");
        long[] keys = new long[30];
        assertEquals(
                TribuoFeatures.of(data.getData()).fingerprint(keys, ORDER),
                TribuoFeatures.of(data).fingerprint(keys, ORDER));
    }

    @Test
    void labelsAndWeightsAreNotInTheFingerprint() {
        Example<Label> relabelled = new ArrayExample<>(new Label("b"), one, 3);
        assertEquals(fingerprint(one, two), fingerprint(relabelled, two));
    }

    @Test
    void theKindOfExampleIsNotInTheFingerprint() {
        Example<Label> listed = new ListExample<>(new Label("a"), new String[] {"x1", "x0"}, new double[] {2, 1});
        assertEquals(fingerprint(one, two), fingerprint(listed, two));
    }

    @Test
    void namesValuesKeysAndOrderAreInTheFingerprint() {
        String known = fingerprint(one, two);
        assertNotEquals(known, fingerprint(two, one));
        assertNotEquals(known, fingerprint(Synthetic.example("a", 1, 2.5), two));
        assertNotEquals(
                known,
                fingerprint(new ArrayExample<>(new Label("a"), new String[] {"x0", "x2"}, new double[] {1, 2}), two));
        assertNotEquals(known, features.fingerprint(new long[] {5, 8}, ORDER).orElseThrow());
        assertNotEquals(known, features.fingerprint(KEYS, new int[] {1, 0}).orElseThrow());
        assertNotEquals(known, features.fingerprint(KEYS, new int[] {0}).orElseThrow());
    }

    @Test
    void aFeatureThatMovesToTheNextRowChangesTheFingerprint() {
        assertNotEquals(
                fingerprint(Synthetic.example("a", 1, 1), Synthetic.example("a", 1)),
                fingerprint(Synthetic.example("a", 1), Synthetic.example("a", 1, 1)));
    }

    @Test
    void longNamesAreHashedWhole() {
        String name = "n".repeat(10_000);
        assertNotEquals(fingerprint(named(name + "1"), two), fingerprint(named(name + "2"), two));
    }

    @Test
    void anotherNumberOfKeysIsRefused() {
        DataException thrown = assertThrows(DataException.class, () -> features.fingerprint(new long[1], new int[1]));
        assertEquals(
                "Got features of 2 rows but 1 keys. Each row needs one of both, in the same order.",
                thrown.getMessage());
    }

    private static Example<Label> named(String feature) {
        return new ArrayExample<>(new Label("a"), new String[] {feature}, new double[] {1});
    }

    private static String fingerprint(Example<Label> first, Example<Label> second) {
        return TribuoFeatures.of(List.of(first, second))
                .fingerprint(KEYS, ORDER)
                .orElseThrow();
    }
}
