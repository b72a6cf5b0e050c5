package io.github.tiercel.cli;

import io.github.tiercel.data.Columns;
import io.github.tiercel.data.DataException;
import io.github.tiercel.duckdb.DuckDbReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * The rows of a file, of some of its columns.
 *
 * @param file a file or a hive folder
 * @param columns the names of the columns
 */
record SourceRows(Path file, Collection<String> columns) {

    /**
     * {@return the rows, of which there is one at least}
     *
     * @param purpose what they are for, as in "to score"
     * @param err hears how far long reading has come
     * @throws DataException if there is none
     */
    Columns read(String purpose, PrintWriter err) {
        Columns rows = read(ProgressBar.of(err));
        if (rows.rows() == 0) {
            throw new DataException(
                    "NO_ROWS", "There is no row " + purpose + " in " + rows.source() + ". Give at least one.");
        }
        return rows;
    }

    private Columns read(ProgressBar bar) {
        try {
            return DuckDbReader.open(file).select(List.copyOf(columns)).read(bar::rows);
        } finally {
            bar.clear();
        }
    }
}
