package io.github.tiercel.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * SHA-256 fingerprints of what was evaluated, as lower-case hexadecimal.
 *
 * @since 0.1
 */
public final class Fingerprint {

    private static final int BUFFER_BYTES = 1 << 16;

    private Fingerprint() {}

    /**
     * {@return the fingerprint of row keys in their order}
     *
     * @param keys the keys; each is hashed as 8 bytes, most significant first
     */
    public static String of(long[] keys) {
        MessageDigest digest = sha256();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
        for (long key : keys) {
            if (!buffer.hasRemaining()) {
                digest.update(buffer.flip());
                buffer.clear();
            }
            buffer.putLong(key);
        }
        digest.update(buffer.flip());
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * {@return the fingerprint of a text}
     *
     * @param text hashed as UTF-8
     */
    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * {@return the fingerprint of bytes}
     *
     * @param bytes any number of them
     */
    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    /**
     * {@return the fingerprint of a file's bytes}
     *
     * @param file a readable file
     * @throws UncheckedIOException if it cannot be read
     */
    public static String of(Path file) {
        try {
            return ofFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * {@return the fingerprint of files below a folder: of their names from there and their bytes, in the order of the
     * names}
     *
     * @param folder where the names begin
     * @param files readable files below it
     * @throws UncheckedIOException if one cannot be read
     */
    public static String of(Path folder, Collection<Path> files) {
        // By text, and with one separator: paths of different systems have different orders.
        SortedMap<String, Path> named = new TreeMap<>();
        for (Path file : files) {
            String name =
                    folder.toAbsolutePath().relativize(file.toAbsolutePath()).toString();
            named.put(name.replace(file.getFileSystem().getSeparator(), "/"), file);
        }
        DigestSink digest = DigestSink.sha256().put(named.size());
        named.forEach((name, file) -> digest.put(name).put(of(file)));
        return digest.hex();
    }

    private static String ofFile(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime must offer SHA-256", e);
        }
    }
}
