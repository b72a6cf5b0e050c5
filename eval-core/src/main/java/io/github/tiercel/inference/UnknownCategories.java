package io.github.tiercel.inference;

import java.util.List;
import java.util.stream.Stream;

/**
 * Rows of one column that hold a category which the model does not know. Immutable.
 *
 * @param rows how many
 * @param missing rows with no value, which are not among them
 * @param first the first distinct categories among them, at most {@value #MOST_SHOWN}
 * @since 0.1
 */
public record UnknownCategories(int rows, int missing, List<String> first) {

    /** So many categories are shown. */
    public static final int MOST_SHOWN = 3;

    /** No row. */
    public static final UnknownCategories NONE = new UnknownCategories(0, 0, List.of());

    /** Copies the list. */
    public UnknownCategories {
        first = List.copyOf(first);
    }

    /**
     * {@return the sum of both}
     *
     * @param later other rows, which come after these
     */
    public UnknownCategories plus(UnknownCategories later) {
        return new UnknownCategories(
                rows + later.rows,
                missing + later.missing,
                Stream.concat(first.stream(), later.first.stream())
                        .distinct()
                        .limit(MOST_SHOWN)
                        .toList());
    }
}
