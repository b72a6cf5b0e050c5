package io.github.tiercel.xgboost;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What a booster is made of: whether its first rounds are the booster that it was after them. */
enum BoosterKind {
    /** Trees that nobody touches once they are grown. */
    TREES("gbtree"),
    /** Trees whose weights change when later rounds drop them. */
    DART("dart"),
    /** One linear model, changed by every round. */
    LINEAR("gblinear");

    private final String parameter;

    BoosterKind(String parameter) {
        this.parameter = parameter;
    }

    /** {@return the kind of a booster, from its bytes in XGBoost's own format, UBJSON} */
    static BoosterKind of(byte[] model) {
        // A dart booster holds a gbtree under its own name, so the others come first.
        if (contains(model, LINEAR)) {
            return LINEAR;
        }
        return contains(model, DART) ? DART : TREES;
    }

    /** {@return the value of XGBoost's parameter "booster"} */
    String parameter() {
        return parameter;
    }

    private static boolean contains(byte[] model, BoosterKind kind) {
        byte[] wanted = entry(kind.parameter);
        for (int at = model.length - wanted.length; at >= 0; at--) {
            if (matches(model, at, wanted)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(byte[] model, int at, byte[] wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (model[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** An entry "name" of an object. No text can hold it: lengths are eight bytes, most of them zero. */
    private static byte[] entry(String name) {
        byte[] key = "name".getBytes(StandardCharsets.US_ASCII);
        byte[] value = name.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(2 * (1 + Long.BYTES) + 1 + key.length + value.length)
                .put((byte) 'L')
                .putLong(key.length)
                .put(key)
                .put((byte) 'S')
                .put((byte) 'L')
                .putLong(value.length)
                .put(value)
                .array();
    }
}
