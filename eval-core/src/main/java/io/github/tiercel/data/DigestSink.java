package io.github.tiercel.data;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Takes values into a SHA-256 fingerprint: those of rows, or the weights of a model.
 *
 * <p>Values keep their type and their ends: the int 1 differs from the long 1, and the texts "ab" and "c" from "a" and
 * "bc". All NaN are one value; 0.0 and -0.0 are two. Not safe for use by several threads.
 *
 * <pre>{@code
 * RowDigest<Flight> digest = (flight, sink) -> sink.put(flight.carrier()).put(flight.distance());
 * ModelFingerprint fingerprint = ModelFingerprint.of(DigestSink.sha256().put(weights).hex());
 * }</pre>
 *
 * @since 0.1
 */
public final class DigestSink {

    private static final int BUFFER_BYTES = 1 << 16;

    private final MessageDigest digest = Fingerprint.sha256();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);

    private DigestSink() {}

    /** {@return a sink that has taken nothing yet} */
    public static DigestSink sha256() {
        return new DigestSink();
    }

    /**
     * Puts a double.
     *
     * @param value any number, or NaN
     * @return this
     */
    public DigestSink put(double value) {
        room(1 + Double.BYTES).put((byte) 'D').putLong(Double.doubleToLongBits(value));
        return this;
    }

    /**
     * Puts a float.
     *
     * @param value any number, or NaN
     * @return this
     */
    public DigestSink put(float value) {
        room(1 + Float.BYTES).put((byte) 'F').putInt(Float.floatToIntBits(value));
        return this;
    }

    /**
     * Puts a long.
     *
     * @param value any number
     * @return this
     */
    public DigestSink put(long value) {
        room(1 + Long.BYTES).put((byte) 'J').putLong(value);
        return this;
    }

    /**
     * Puts an int; a short, a byte or a char is one too.
     *
     * @param value any number
     * @return this
     */
    public DigestSink put(int value) {
        room(1 + Integer.BYTES).put((byte) 'I').putInt(value);
        return this;
    }

    /**
     * Puts a yes or no.
     *
     * @param value either
     * @return this
     */
    public DigestSink put(boolean value) {
        room(1).put((byte) (value ? 'T' : 'N'));
        return this;
    }

    /**
     * Puts a text.
     *
     * @param value any text
     * @return this
     */
    public DigestSink put(String value) {
        room(1 + Integer.BYTES).put((byte) 'S').putInt(value.length());
        // UTF-16 as it is: an encoder would make one of all unpaired surrogates.
        for (int i = 0; i < value.length(); i++) {
            room(Character.BYTES).putChar(value.charAt(i));
        }
        return this;
    }

    /**
     * Puts bytes.
     *
     * @param value any bytes
     * @return this
     */
    public DigestSink put(byte[] value) {
        room(1 + Integer.BYTES).put((byte) 'B').putInt(value.length);
        flush();
        digest.update(value);
        return this;
    }

    /**
     * Puts doubles, as one value with a length.
     *
     * @param values any numbers, or NaN
     * @return this
     */
    public DigestSink put(double[] values) {
        room(1 + Integer.BYTES).put((byte) 'd').putInt(values.length);
        for (double value : values) {
            room(Double.BYTES).putLong(Double.doubleToLongBits(value));
        }
        return this;
    }

    /**
     * Puts floats, as one value with a length.
     *
     * @param values any numbers, or NaN
     * @return this
     */
    public DigestSink put(float[] values) {
        room(1 + Integer.BYTES).put((byte) 'f').putInt(values.length);
        for (float value : values) {
            room(Float.BYTES).putInt(Float.floatToIntBits(value));
        }
        return this;
    }

    /**
     * Puts a value that is not there, which differs from every value that is.
     *
     * @return this
     */
    public DigestSink putMissing() {
        room(1).put((byte) '-');
        return this;
    }

    /** Begins a row: the number of values may differ between rows. */
    void row(long key) {
        room(1 + Long.BYTES).put((byte) 'R').putLong(key);
    }

    /** {@return the SHA-256 of all values, as 64 lower-case hexadecimal digits; the sink then begins anew} */
    public String hex() {
        flush();
        return HexFormat.of().formatHex(digest.digest());
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    private void flush() {
        digest.update(buffer.flip());
        buffer.clear();
    }
}
