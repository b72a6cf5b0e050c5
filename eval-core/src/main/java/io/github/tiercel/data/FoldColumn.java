package io.github.tiercel.data;

/** The column that says which fold's model scored each row. */
final class FoldColumn {

    /** More folds are rows: an id was taken for a fold. */
    private static final int MOST = 1_000;

    private FoldColumn() {}

    /**
     * The folds as text.
     *
     * @throws DataException if a row has none, or there are not 2 to 1,000 of them
     */
    static TextColumn of(Column column, String source) {
        Offenders missing = Offenders.of(column.rows(), column::isMissing);
        if (missing.exist()) {
            throw new DataException(
                    "BAD_FOLDS",
                    Offenders.number(missing.count()) + " of " + Offenders.number(column.rows())
                            + (missing.count() == 1 ? " rows has" : " rows have") + " no fold in column \""
                            + column.name()
                            + "\" of " + source + " (" + missing.where()
                            + "). The model of some fold scored every row: fill the folds in, or leave these rows out.");
        }
        TextColumn folds = SliceColumn.of(column);
        int count = folds.dictionary().size();
        if (column.rows() > 0 && (count < 2 || count > MOST)) {
            throw new DataException(
                    "BAD_FOLDS",
                    "Column \"" + column.name() + "\" of " + source + " names "
                            + Offenders.number(count) + (count == 1 ? " fold" : " folds")
                            + ". Cross-validation has 2 to " + Offenders.number(MOST)
                            + ": name the column that says which fold each row was left out of.");
        }
        return folds;
    }
}
