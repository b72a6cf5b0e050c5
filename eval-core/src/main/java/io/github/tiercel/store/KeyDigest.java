package io.github.tiercel.store;

import io.github.tiercel.data.Fingerprint;
import io.github.tiercel.inference.ModelFingerprint;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Map;

/**
 * The address of a key: SHA-256 over its parts, each with its length before it, so that ("ab", "c") is not ("a", "bc").
 *
 * <p>A part is its number of UTF-16 units in 4 bytes and then the units in 2 bytes each, most significant first; lists
 * have their number of entries before them as a part of its own. UTF-8 would not do: it has no code for half of a
 * surrogate pair, so two texts would be one.
 */
final class KeyDigest {

    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();

    private KeyDigest() {}

    static String of(StoreKey key) {
        KeyDigest digest = new KeyDigest();
        digest.add(KeyText.FORMAT);
        digest.add(key.model());
        digest.add(key.order());
        digest.add(key.outputs().precision().name());
        digest.add(key.outputs().count());
        key.outputs().names().forEach(digest::add);
        digest.add(key.batchRows().isPresent() ? String.valueOf(key.batchRows().getAsInt()) : "");
        return Fingerprint.of(digest.parts.toByteArray());
    }

    /** Tells one model from another, whatever its outputs and rows. */
    static String of(ModelFingerprint model) {
        KeyDigest digest = new KeyDigest();
        digest.add(model);
        return Fingerprint.of(digest.parts.toByteArray());
    }

    private void add(ModelFingerprint model) {
        add(model.model());
        add(model.transform());
        add(model.settings().size());
        for (Map.Entry<String, String> setting : model.settings().entrySet()) {
            add(setting.getKey());
            add(setting.getValue());
        }
    }

    private void add(int count) {
        add(String.valueOf(count));
    }

    private void add(String part) {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + Character.BYTES * part.length());
        bytes.putInt(part.length()).asCharBuffer().put(part);
        parts.writeBytes(bytes.array());
    }
}
