package io.github.tiercel.serving;

import io.github.tiercel.data.Column;
import io.github.tiercel.data.Columns;
import io.github.tiercel.data.DataException;
import io.github.tiercel.data.FeatureRow;
import io.github.tiercel.data.Features;
import io.github.tiercel.data.IntegerColumn;
import io.github.tiercel.data.RowKeys;
import io.github.tiercel.data.Scores;
import io.github.tiercel.evaluation.BatchScorer;
import io.github.tiercel.evaluation.RowScores;
import io.github.tiercel.inference.BatchInference;
import io.github.tiercel.inference.BatchSize;
import io.github.tiercel.inference.ModelException;
import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.result.Notice;
import io.github.tiercel.sampling.RowKey;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The scores that one model, behind one way of making its features, gave some rows: one side of a {@link ParityCheck}.
 *
 * <p>With ids, the rows of both sides are found by them; without, both sides must have the same rows in one order. Ids
 * of one side alone are refused. What the rows hold is shown where scores differ.
 *
 * <p>Immutable, and safe for use by several threads if the rows are.
 *
 * <pre>{@code
 * PipelineScores trained = PipelineScores.of("fp32", features, fp32);
 * PipelineScores served = PipelineScores.of(Scores.from(log, "score")).keyedBy(log, "request").showing(log, "hour");
 * }</pre>
 *
 * @since 0.1
 */
public final class PipelineScores {

    private final Scores scores;
    private final @Nullable Column ids;
    private final long @Nullable [] keys;
    private final RowText rows;
    private final int batchRows;
    private final List<Notice> notices;

    private PipelineScores(
            Scores scores,
            @Nullable Column ids,
            long @Nullable [] keys,
            RowText rows,
            int batchRows,
            List<Notice> notices) {
        this.scores = scores;
        this.ids = ids;
        this.keys = keys;
        this.rows = rows;
        this.batchRows = batchRows;
        this.notices = notices;
    }

    /**
     * {@return scores that are known}
     *
     * @param scores one side's, in the order of its rows
     */
    public static PipelineScores of(Scores scores) {
        return new PipelineScores(scores, null, null, RowText.NONE, 0, List.of());
    }

    /**
     * {@return scores that a model was asked for, by a {@link BatchScorer}}
     *
     * <p>A model whose scores depend on the batch gets its rows in that scorer's batches. Made of an evaluation set,
     * these are the ones of an evaluation of that set with as many rows in a batch, on a store that has no earlier
     * order of the same rows.
     *
     * @param name what results call the model or pipeline
     * @param scores one side's, in the order of its rows
     */
    public static PipelineScores of(String name, RowScores scores) {
        return new PipelineScores(
                named(name, scores), null, null, RowText.NONE, scores.cost().batchRows(), scores.notices());
    }

    /**
     * {@return the scores that a model gives rows now, in batches of {@value BatchInference#DEFAULT_BATCH_ROWS} rows in
     * the order of {@link BatchScorer#of(long[], Features)} by position}
     *
     * <p>What the rows hold is shown: columns by their names, any other row by its {@code toString}.
     *
     * @param name what results call the model or pipeline
     * @param features what the model reads
     * @param model the model
     * @param <X> what it reads of one row
     * @throws ModelException if the model fails, or gives no number
     * @throws DataException if there is no row
     */
    public static <X> PipelineScores of(String name, Features<X> features, Predictor<X> model) {
        if (features.rows() == 0) {
            throw new DataException("NO_ROWS", "There is no row to score with \"" + name + "\". Give at least one.");
        }
        PipelineScores side = of(
                name,
                BatchScorer.of(RowKey.positions(features.rows()), features)
                        .batchSize(BatchSize.of(BatchInference.DEFAULT_BATCH_ROWS))
                        .scores(model));
        return side.showing(row -> text(features.batch(new int[] {row}).row(0)));
    }

    private static Scores named(String name, RowScores scores) {
        Outputs outputs = scores.outputs();
        double[][] values =
                IntStream.range(0, outputs.count()).mapToObj(scores::scores).toArray(double[][]::new);
        return outputs.count() == 1 ? Scores.wrap(name, values[0]) : Scores.ofClasses(name, outputs.names(), values);
    }

    private static Map<String, String> text(Object row) {
        if (row instanceof FeatureRow columns) {
            Map<String, String> text = new LinkedHashMap<>();
            columns.columns().forEach(name -> text.put(name, columns.text(name)));
            return text;
        }
        return Map.of("row", row instanceof double[] numbers ? Arrays.toString(numbers) : String.valueOf(row));
    }

    /**
     * {@return the same scores with ids to find rows by}
     *
     * @param table as many rows as there are scores
     * @param column the column with distinct ids
     * @throws IllegalArgumentException if there is no such column
     * @throws DataException if an id is missing or repeats, or the table has another number of rows
     */
    public PipelineScores keyedBy(Columns table, String column) {
        requireRows(table.rows(), table.source());
        return new PipelineScores(
                scores, table.column(column), RowKeys.distinct(table, column), rows, batchRows, notices);
    }

    /**
     * {@return the same scores with ids to find rows by}
     *
     * @param values distinct numbers, one a row; copied
     * @throws DataException if an id repeats, or there is not one a row
     */
    public PipelineScores keyedBy(long[] values) {
        Column column = IntegerColumn.wrap("id", values.clone(), new BitSet());
        return keyedBy(Columns.of("the ids of " + name(), values.length, List.of(column)), "id");
    }

    /**
     * {@return the same scores with columns to show of rows that differ}
     *
     * @param table as many rows as there are scores
     * @param columns the names of the columns to show
     * @throws IllegalArgumentException if there is no such column
     * @throws DataException if the table has another number of rows
     */
    public PipelineScores showing(Columns table, String... columns) {
        requireRows(table.rows(), table.source());
        List<Column> shown = Arrays.stream(columns).map(table::column).toList();
        return showing(row -> {
            Map<String, String> text = new LinkedHashMap<>();
            shown.forEach(column -> text.put(column.name(), column.text(row)));
            return text;
        });
    }

    private PipelineScores showing(RowText text) {
        return new PipelineScores(scores, ids, keys, text, batchRows, notices);
    }

    private void requireRows(int given, String source) {
        if (given != scores.rows()) {
            throw new DataException(
                    "LENGTH_MISMATCH",
                    "Got " + Count.of(scores.rows()) + " scores of " + name() + " but " + Count.of(given) + " rows of "
                            + source + ". Each row needs one of both, in the same order.");
        }
    }

    String name() {
        return scores.model();
    }

    Scores scores() {
        return scores;
    }

    /** The most rows that the model got in one call; 0 if it was not asked. */
    int batchRows() {
        return batchRows;
    }

    /** What a reader should know of the scores. */
    List<Notice> notices() {
        return notices;
    }

    Optional<long[]> keys() {
        return Optional.ofNullable(keys);
    }

    Optional<String> id(int row) {
        return Optional.ofNullable(ids).map(column -> column.text(row));
    }

    Map<String, String> text(int row) {
        return rows.of(row);
    }
}
