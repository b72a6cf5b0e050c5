package io.github.tiercel.serving;

import java.util.Map;

/** What a model reads of a row, as text by name. */
@FunctionalInterface
interface RowText {

    /** Nothing is known of the rows. */
    RowText NONE = row -> Map.of();

    Map<String, String> of(int row);
}
