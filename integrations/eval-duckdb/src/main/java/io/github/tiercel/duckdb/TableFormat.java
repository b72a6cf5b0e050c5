package io.github.tiercel.duckdb;

import java.nio.file.Path;
import java.util.Locale;

/** What a file is written as, told by its name. */
enum TableFormat {
    CSV("FORMAT csv, HEADER true, DELIMITER ','"),
    PARQUET("FORMAT parquet");

    private final String options;

    TableFormat(String options) {
        this.options = options;
    }

    static TableFormat of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        for (TableFormat format : values()) {
            if (name.endsWith("." + format.name().toLowerCase(Locale.ROOT))) {
                return format;
            }
        }
        throw new IllegalArgumentException(
                "Cannot tell from the name " + file + " what to write. Name a file that ends in .parquet or .csv.");
    }

    /** {@return the options of a COPY that writes the file itself, not one of another name first} */
    String options() {
        return options + ", USE_TMP_FILE false";
    }
}
