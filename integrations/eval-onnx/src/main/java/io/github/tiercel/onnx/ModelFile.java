package io.github.tiercel.onnx;

import io.github.tiercel.data.DigestSink;
import io.github.tiercel.inference.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The bytes of an ONNX file, read once: what is fingerprinted is what is run.
 *
 * <p>ONNX is a protocol buffer, which keeps every text as plain UTF-8 in one piece. So an operator that the graph has
 * is found by its name, and files with weights outside by the entry that names them, without reading the graph. A name
 * may be found that is no operator's; then a model is taken for what it is not, which both uses below can bear: scores
 * are kept under the batch size, or one more file is fingerprinted and counted.
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and never leaves the package.
record ModelFile(Path path, byte[] bytes, SortedSet<String> external) {

    /** {@code DynamicQuantizeLinear}, and what the runtime makes of it when it saves an optimised model. */
    private static final byte[] DYNAMIC = "DynamicQuantize".getBytes(StandardCharsets.US_ASCII);

    /** An entry of key 1 and value 2: the tags, the length of the key, the key, and the tag of the value. */
    private static final byte[] LOCATION = "\n\blocation\u0012".getBytes(StandardCharsets.US_ASCII);

    private static final int MOST_ONE_BYTE = 0x7F;
    private static final int VARINT_BITS = 7;
    private static final int MOST_VARINT_BYTES = 3;

    /**
     * Reads a file.
     *
     * @throws ModelException if there is none, it is empty, or it cannot be read
     */
    static ModelFile read(Path path) {
        if (!Files.exists(path)) {
            throw fault("There is no model file " + path + ". Paths are relative to where the program runs.");
        }
        if (Files.isDirectory(path)) {
            throw fault(path + " is a folder, not an ONNX file. Name the file in it.");
        }
        try {
            if (Files.size(path) > Integer.MAX_VALUE - Long.BYTES) {
                throw fault(path
                        + " is larger than 2 GiB, which no ONNX file can be. Save large weights as external data.");
            }
            byte[] bytes = Files.readAllBytes(path);
            if (bytes.length == 0) {
                throw fault("The model file " + path + " is empty. Export the model again.");
            }
            return new ModelFile(path, bytes, external(path, bytes));
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /** {@return the name of the file, for messages} */
    String name() {
        return String.valueOf(path.getFileName());
    }

    /** {@return the SHA-256 of the file as {@code sha256sum} prints it; with weights outside, one of all files} */
    String sha256() {
        String own = HexFormat.of().formatHex(digest().digest(bytes));
        if (external.isEmpty()) {
            return own;
        }
        DigestSink all = DigestSink.sha256().put(own);
        for (String location : external) {
            all.put(location).put(sha256(path.resolveSibling(location)));
        }
        return all.hex();
    }

    /**
     * {@return the bytes of the file, and of files with weights outside}
     *
     * @throws ModelException if one of them cannot be read
     */
    long size() {
        long size = bytes.length;
        for (String location : external) {
            size += size(path.resolveSibling(location));
        }
        return size;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** {@return whether activations are quantised by a scale that depends on the whole batch} */
    boolean quantisesDynamically() {
        return indexOf(bytes, DYNAMIC, 0) >= 0;
    }

    private static SortedSet<String> external(Path path, byte[] bytes) {
        SortedSet<String> found = new TreeSet<>();
        int at = indexOf(bytes, LOCATION, 0);
        while (at >= 0) {
            int value = at + LOCATION.length;
            String location = text(bytes, value);
            if (!location.isEmpty()
                    && location.indexOf('\0') < 0
                    && Files.isRegularFile(path.resolveSibling(location))) {
                found.add(location);
            }
            at = indexOf(bytes, LOCATION, value);
        }
        return found;
    }

    /** The text at a place, after its length as a variable-length integer; empty if there is none. */
    private static String text(byte[] bytes, int place) {
        int length = 0;
        int at = place;
        for (int i = 0; i < MOST_VARINT_BYTES && at < bytes.length; i++) {
            int next = bytes[at++];
            length |= (next & MOST_ONE_BYTE) << (VARINT_BITS * i);
            if (next >= 0) {
                return length <= bytes.length - at ? new String(bytes, at, length, StandardCharsets.UTF_8) : "";
            }
        }
        return "";
    }

    private static int indexOf(byte[] bytes, byte[] wanted, int from) {
        for (int i = from; i <= bytes.length - wanted.length; i++) {
            if (bytes[i] == wanted[0] && startsAt(bytes, wanted, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean startsAt(byte[] bytes, byte[] wanted, int from) {
        for (int i = 1; i < wanted.length; i++) {
            if (bytes[from + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private static String sha256(Path file) {
        MessageDigest digest = digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static ModelException unreadable(Path file, IOException e) {
        return fault(
                file + " cannot be read (" + e.getClass().getSimpleName() + "). Check its permissions and the disk.");
    }

    private static ModelException fault(String message) {
        return new ModelException("MODEL_FILE", message);
    }
}
