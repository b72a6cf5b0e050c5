package io.github.tiercel.data;

import java.util.List;

/**
 * A column of text, each distinct value held once.
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
     * @param dictionary the distinct values
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
     * @param row the row, from 0
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
