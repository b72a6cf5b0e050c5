package io.github.tiercel.duckdb;

import io.github.tiercel.data.Column;
import io.github.tiercel.data.ColumnRoles;
import io.github.tiercel.data.Columns;
import io.github.tiercel.data.DataException;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.IntegerColumn;
import io.github.tiercel.data.NumberColumn;
import io.github.tiercel.data.TextColumn;
import io.github.tiercel.sampling.Stratification;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/**
 * Classes, crossed with columns or not: rows that agree in the label and in these columns are of one kind, and the code
 * is its number in the order of first appearance. A table of the kinds is then read as one of rows would be.
 */
final class KindCodes implements RowCodes {

    /** What finds them takes some 200 bytes each. */
    private static final int MOST_KINDS = 1 << 18;

    private final Query query;
    private final int[] columns;
    private final PackingOptions options;
    private final Refusals refusals;
    private final Map<List<@Nullable Object>, Integer> codeOf = new HashMap<>();
    private final List<List<@Nullable Object>> kinds = new ArrayList<>();
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
        this.options = options;
        this.refusals = refusals;
    }

    @Override
    public long code(DuckDBDataChunkReader chunk, int row) {
        @Nullable Object[] values = new @Nullable Object[columns.length];
        for (int i = 0; i < columns.length; i++) {
            values[i] = value(chunk.vector(columns[i]), row, query.kind(columns[i]));
        }
        if (values[0] == null || values[0].equals(Double.NaN)) {
            return NONE;
        }
        List<@Nullable Object> kind = Arrays.asList(values);
        Integer known = codeOf.get(kind);
        int code = known == null ? add(kind) : known;
        rows[code]++;
        return code;
    }

    private static @Nullable Object value(DuckDBReadableVector vector, int row, ColumnKind kind) {
        if (vector.isNull(row)) {
            return null;
        }
        return switch (kind) {
            case INTEGER -> vector.getLong(row);
            case NUMBER -> vector.getDouble(row);
            case TEXT -> vector.getString(row);
        };
    }

    private int add(List<@Nullable Object> kind) {
        if (kinds.size() == MOST_KINDS) {
            throw new DataException(
                    "TOO_MANY_TEXTS",
                    "The labels of " + query.source() + ", with what they are stratified by, are of more than 262,144"
                            + " kinds, too many to order so many rows by. Say --task regression if they are numbers to"
                            + " predict; else name another label, or stratify by less.");
        }
        int code = kinds.size();
        codeOf.put(kind, code);
        kinds.add(kind);
        rows = code < rows.length ? rows : Arrays.copyOf(rows, 2 * code);
        return code;
    }

    @Override
    public void divide(SpilledCodes codes, int all) {
        codeOf.clear();
        labels = labels();
        if (options.isCrossed()) {
            LabelStrata.refuseCrossedNumbers(labels);
        }
        strata = LabelStrata.ofKinds(labels, options.isCrossed(), Arrays.copyOf(rows, kinds.size()));
    }

    /** Sentences on labels count rows, not kinds. */
    private EvaluationSet labels() {
        try {
            return EvaluationSet.from(table(), options.ordering(), options.seed());
        } catch (DataException | IllegalArgumentException e) {
            throw refusals.ofLabels();
        }
    }

    private Columns table() {
        return Columns.of(
                query.source(),
                kinds.size(),
                IntStream.range(0, columns.length).mapToObj(this::column).toList());
    }

    private Column column(int i) {
        String name = query.fields().get(columns[i]).name();
        BitSet missing = new BitSet();
        IntStream.range(0, kinds.size())
                .filter(kind -> kinds.get(kind).get(i) == null)
                .forEach(missing::set);
        return switch (query.kind(columns[i])) {
            case INTEGER ->
                IntegerColumn.wrap(
                        name,
                        kinds.stream().mapToLong(kind -> (Long) Objects.requireNonNullElse(kind.get(i), 0L)).toArray(),
                        missing);
            case NUMBER ->
                NumberColumn.wrap(
                        name,
                        kinds.stream().mapToDouble(kind -> (Double) Objects.requireNonNullElse(kind.get(i), 0.0)).toArray(),
                        missing);
            case TEXT -> text(name, i, missing);
        };
    }

    private TextColumn text(String name, int i, BitSet missing) {
        List<String> values = new ArrayList<>();
        Map<String, Integer> codes = new HashMap<>();
        int[] ofKinds = new int[kinds.size()];
        for (int kind = 0; kind < ofKinds.length; kind++) {
            if (missing.get(kind)) {
                ofKinds[kind] = TextColumn.MISSING;
                continue;
            }
            String value = (String) Objects.requireNonNull(kinds.get(kind).get(i));
            if (codes.putIfAbsent(value, values.size()) == null) {
                values.add(value);
            }
            ofKinds[kind] = codes.get(value);
        }
        return TextColumn.wrap(name, ofKinds, values);
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
