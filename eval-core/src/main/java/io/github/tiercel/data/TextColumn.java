package io.github.tiercel.data;

import java.util.List;

/**
 * A column of text, each distinct value held once: the text of row r is {@code dictionary[code(r)]}, and it has none if
 * the code is {@link #MISSING}.
 *
 * <p>Codes are in [0, size of the dictionary), or {@link #MISSING}, which is not checked where a column is made. A
 * missing value is not the empty text, which a dictionary may hold; as {@link #text} both are empty, and
 * {@link #isMissing} tells them apart. Values of the dictionary are distinct, in any order, and some may belong to no
 * row, as after {@link #select}.
 *
 * <p>Immutable as long as the caller leaves the array alone, and then safe for use by several threads. A value is found
 * in O(1), {@link #select} takes O(rows); 4 bytes a row beside the dictionary.
 *
 * <pre>{@code
 * TextColumn origin = TextColumn.wrap("origin", new int[] {1, 0, TextColumn.MISSING}, List.of("BOS", "JFK"));
 * origin.text(0);        // "JFK"
 * origin.isMissing(2);   // true
 * }</pre>
 *
 * @since 0.1
 */
public final class TextColumn implements Column {

    /** The code of a missing value. */
    public static final int MISSING = -1;

    private final String name;
    private final int[] codes;
    private final List<String> dictionary;

    private TextColumn(String name, int[] codes, List<String> dictionary) {
        this.name = name;
        this.codes = codes;
        this.dictionary = dictionary;
    }

    /**
     * {@return a column over the caller's own array, which the caller must not change afterwards}
     *
     * @param name the column's name
     * @param codes for each row an index into the dictionary, or {@link #MISSING}
     * @param dictionary the distinct values; copied
     */
    public static TextColumn wrap(String name, int[] codes, List<String> dictionary) {
        return new TextColumn(name, codes, List.copyOf(dictionary));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ColumnType type() {
        return ColumnType.TEXT;
    }

    @Override
    public int rows() {
        return codes.length;
    }

    @Override
    public boolean isMissing(int row) {
        return codes[row] == MISSING;
    }

    /**
     * {@return the index of the row's value in the dictionary, or {@link #MISSING}}
     *
     * @param row the row, in [0, rows)
     * @throws ArrayIndexOutOfBoundsException if it is not
     */
    public int code(int row) {
        return codes[row];
    }

    /** {@return the distinct values; some may belong to no row} */
    public List<String> dictionary() {
        return dictionary;
    }

    @Override
    public String text(int row) {
        return isMissing(row) ? "" : dictionary.get(codes[row]);
    }

    /**
     * {@return every pair of values of two columns, as {@code "month & origin"} slices by; a row that lacks one of them
     * has none}
     *
     * @param other a column of as many rows
     */
    public TextColumn crossedWith(TextColumn other) {
        return SliceSpec.crossed(this, other);
    }

    @Override
    public TextColumn select(int[] rows) {
        int[] some = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            some[i] = codes[rows[i]];
        }
        return new TextColumn(name, some, dictionary);
    }
}
