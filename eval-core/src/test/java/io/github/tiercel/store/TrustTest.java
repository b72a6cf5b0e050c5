package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.inference.Precision;
import io.github.tiercel.inference.Predictor;
import org.junit.jupiter.api.Test;

class TrustTest {

    private static final StoreKey KEY = Stored.key("trusted", 1, Precision.FLOAT);

    private final Predictor<double[]> model = Predictor.of(row -> row[0]);
    private final Predictor<double[]> other = Predictor.of(row -> row[0]);

    @Test
    void whatWasFoundIsKnownOfTheKeyAndOfThatModel() {
        Trust trust = new Trust();
        assertTrue(trust.of(KEY, model).isTrusted());
        assertFalse(trust.of(KEY, model).isChecked());
        trust.of(KEY, model).checked(true);
        assertTrue(trust.of(KEY, model).isChecked());
        assertFalse(trust.of(KEY, other).isChecked());
        trust.of(KEY, other).checked(false);
        assertFalse(trust.isTrusted(KEY));
        assertFalse(trust.of(KEY, model).isTrusted());
        assertFalse(trust.of(KEY, model).isChecked());
        assertTrue(trust.of(KEY, model).isVouchedFor());
    }

    @Test
    void aModelThatNobodyVouchesForIsCheckedEachTime() {
        Trust.Of never = Trust.never();
        never.checked(true);
        assertTrue(never.isTrusted());
        assertFalse(never.isChecked());
        assertFalse(never.isVouchedFor());
    }
}
