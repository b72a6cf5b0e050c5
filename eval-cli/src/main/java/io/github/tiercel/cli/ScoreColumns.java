package io.github.tiercel.cli;

import io.github.tiercel.data.Column;
import io.github.tiercel.data.Columns;
import io.github.tiercel.data.NumberColumn;
import io.github.tiercel.evaluation.RowScores;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Columns of the data with a model's scores behind them.
 *
 * @param columns what is written
 * @param outputs the names of the columns of scores among them
 * @param renamed what to tell of outputs that could not keep their names
 */
record ScoreColumns(Columns columns, List<String> outputs, List<String> renamed) {

    static ScoreColumns of(Columns rows, List<String> kept, RowScores scores) {
        ExportNames names = ExportNames.of(kept, scores.outputs().names());
        List<Column> columns = new ArrayList<>(kept.stream().map(rows::column).toList());
        for (int output = 0; output < names.outputs().size(); output++) {
            columns.add(NumberColumn.wrap(names.outputs().get(output), scores.scores(output), new BitSet()));
        }
        return new ScoreColumns(Columns.of("the scores", rows.rows(), columns), names.outputs(), names.renamed());
    }
}
