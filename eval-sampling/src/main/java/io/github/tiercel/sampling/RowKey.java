package io.github.tiercel.sampling;

import java.nio.charset.StandardCharsets;
import java.util.stream.LongStream;

/**
 * Row keys: the 64-bit number by which a row is known to an order, whatever file or position it comes from.
 *
 * <p>An integer identifier is its own key; a string's key is the xxHash (XXH64, seed 0) of its UTF-8 bytes; where rows
 * have no identifier the key is the position, and the order then depends on the order of the file. All 64 bits count
 * and every value is allowed; keys are read as unsigned numbers. Two different strings have the same key with
 * probability 2^-64 (one pair expected among about six billion).
 *
 * <p>Stateless, and so safe for use by several threads. Source: Y. Collet, xxHash specification.
 *
 * <pre>{@code
 * long key = RowKey.of("session-8041");
 * }</pre>
 *
 * @since 0.1
 */
public final class RowKey {

    private RowKey() {}

    /**
     * Returns the key of an integer identifier: the identifier itself.
     *
     * @param identifier any number
     * @return {@code identifier}
     */
    public static long of(long identifier) {
        return identifier;
    }

    /**
     * Returns the key of a string identifier: the XXH64 hash, seed 0, of its UTF-8 bytes. Unpaired surrogates are
     * encoded as {@code '?'}. O(length).
     *
     * @param identifier any string, also the empty one
     * @return its hash, all 64 bits in use
     */
    public static long of(String identifier) {
        return Xxh64.hash(identifier.getBytes(StandardCharsets.UTF_8), 0);
    }

    /**
     * Returns the keys of rows without identifiers: their positions. An order made from them changes when the rows are
     * reordered or one is inserted.
     *
     * @param rows number of rows, not negative
     * @return a new array {@code 0, 1, ..., rows - 1}
     * @throws IllegalArgumentException if {@code rows} is negative
     */
    public static long[] positions(int rows) {
        Arguments.notNegative("rows", rows);
        return LongStream.range(0, rows).toArray();
    }
}
