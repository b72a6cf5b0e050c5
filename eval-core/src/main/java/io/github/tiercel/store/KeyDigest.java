package io.github.tiercel.store;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * The address of a key: SHA-256 over its parts, each with its length before it, so that ("ab", "c") is not ("a", "bc").
 *
 * <p>A part is its number of UTF-16 units in 4 bytes and then the units in 2 bytes each, most significant first; lists
 * have their number of entries before them as a part of its own. UTF-8 would not do: it has no code for half of a
 * surrogate pair, so two texts would be one.
 */
final class KeyDigest {

    private final MessageDigest digest = sha256();

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
        return HexFormat.of().formatHex(digest.digest.digest());
    }

    private void add(int count) {
        add(String.valueOf(count));
    }

    private void add(String part) {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + Character.BYTES * part.length());
        bytes.putInt(part.length()).asCharBuffer().put(part);
        digest.update(bytes.array());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime must offer SHA-256", e);
        }
    }
}
