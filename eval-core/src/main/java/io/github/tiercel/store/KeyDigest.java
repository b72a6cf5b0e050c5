package io.github.tiercel.store;

import io.github.tiercel.data.Fingerprint;
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
        digest.add(key.model().model());
        digest.add(key.model().transform());
        digest.add(key.model().settings().size());
        for (Map.Entry<String, String> setting : key.model().settings().entrySet()) {
            digest.add(setting.getKey());
            digest.add(setting.getValue());
        }
        digest.add(key.order());
        digest.add(key.outputs().precision().name());
        digest.add(key.outputs().count());
        key.outputs().names().forEach(digest::add);
        digest.add(key.batchRows().isPresent() ? String.valueOf(key.batchRows().getAsInt()) : "");
        return Fingerprint.of(digest.parts.toByteArray());
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
