package io.github.tiercel.duckdb;

import io.github.tiercel.data.Column;
import io.github.tiercel.data.ColumnRoles;
import io.github.tiercel.data.Columns;
import io.github.tiercel.data.DataException;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.sampling.Stratification;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.duckdb.DuckDBDataChunkReader;

/**
 * Classes, crossed with columns or not: rows that agree in the label and in these columns are of one kind, and the code
 * is its number in the order of first appearance. A table of the kinds is then read as one of rows would be.
 */
final class KindCodes implements RowCodes {

    /** What finds them takes some 200 bytes each. */
    private static final int MOST_KINDS = 1 << 18;

    private final Query query;
    private final int[] columns;
    private final List<DistinctValues> values;
    private final PackingOptions options;
    private final Refusals refusals;
    private final Map<List<Integer>, Integer> codeOf = new HashMap<>();
    private final List<List<Integer>> kinds = new ArrayList<>();
    private int[] rows = new int[1];
    private EvaluationSet labels = EvaluationSet.binary(new boolean[1]).build();
    private Stratification strata = Stratification.ofClasses(new int[0], List.of(), new int[0]);

    /**
     * Makes codes.
     *
     * @param wanted the columns that tell kinds apart, that of the label first
     */
    KindCodes(Query query, Set<String> wanted, PackingOptions options, Refusals refusals) {
        this.query = query;
        this.columns = wanted.stream().mapToInt(query::column).toArray();
        this.values = wanted.stream()
                .map(name -> new DistinctValues(name, query.kind(query.column(name))))
                .toList();
        this.options = options;
        this.refusals = refusals;
    }

    @Override
    public long code(DuckDBDataChunkReader chunk, int row) {
        // Values of rows without a label count too: that is how a column in memory numbers them.
        Integer[] kind = new Integer[columns.length];
        for (int i = 0; i < columns.length; i++) {
            kind[i] = values.get(i).code(chunk.vector(columns[i]), row);
            refuseMany(values.get(i).size());
        }
        if (!values.get(0).isLabel(kind[0])) {
            return NONE;
        }
        List<Integer> key = Arrays.asList(kind);
        Integer known = codeOf.get(key);
        int code = known == null ? add(key) : known;
        rows[code]++;
        return code;
    }

    private int add(List<Integer> kind) {
        int code = kinds.size();
        refuseMany(code + 1);
        codeOf.put(kind, code);
        kinds.add(kind);
        rows = code < rows.length ? rows : Arrays.copyOf(rows, 2 * code);
        return code;
    }

    private void refuseMany(int different) {
        if (different > MOST_KINDS) {
            throw new DataException(
                    "TOO_MANY_TEXTS",
                    "The labels of " + query.source() + ", with what they are stratified by, are of more than 262,144"
                            + " kinds, too many to order so many rows by. Say --task regression if they are numbers to"
                            + " predict; else name another label, or stratify by less.");
        }
    }

    @Override
    public void divide(SpilledCodes codes, int all) {
        codeOf.clear();
        labels = labels();
        strata = LabelStrata.ofKinds(labels, options.isCrossed(), Arrays.copyOf(rows, kinds.size()));
    }

    /** Sentences on labels count rows, not kinds. */
    private EvaluationSet labels() {
        List<Column> table =
                IntStream.range(0, columns.length).mapToObj(this::column).toList();
        try {
            return EvaluationSet.from(
                    Columns.of(query.source(), kinds.size(), table), options.ordering(), options.seed());
        } catch (IllegalArgumentException e) {
            throw refusals.ofLabels();
        }
    }

    private Column column(int i) {
        return values.get(i).column(kinds.stream().mapToInt(kind -> kind.get(i)).toArray());
    }

    @Override
    public Stratification strata() {
        return strata;
    }

    @Override
    public ColumnRoles roles() {
        return options.described(labels);
    }

    @Override
    public double label(long code) {
        return labels.label((int) code);
    }

    @Override
    public int stratum(long code) {
        return strata.stratum((int) code);
    }
}
