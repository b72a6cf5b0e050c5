package io.github.tiercel.duckdb;

import io.github.tiercel.data.Column;
import io.github.tiercel.data.Columns;
import io.github.tiercel.data.FeatureRow;
import io.github.tiercel.data.Features;
import io.github.tiercel.data.IntegerColumn;
import io.github.tiercel.packed.PackedSet;
import io.github.tiercel.sampling.RowKey;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The first rows of a source, compared with those of them that lie first in a set: whoever changes a column is found
 * out before all rows are packed for nothing.
 */
final class FirstRows {

    private static final int MOST = 1 << 14;
    private static final int MOST_PACKED = 1 << 16;
    private static final long DUCKDB_BYTES = 128L << 20;

    private final Path path;
    private final PackingOptions options;

    FirstRows(Path path, PackingOptions options) {
        this.path = path;
        this.options = options;
    }

    /** The columns that are to be packed for models; empty for all that there are. */
    Optional<List<String>> features() {
        return options.features();
    }

    /** Whether no row that is found in both has other features. */
    boolean agreeWith(PackedSet set, List<String> names) {
        Optional<String> id = options.roles().id();
        boolean hasKeys = id.map(name -> !names.contains(name)).orElse(!options.dropsUnlabelled());
        if (!hasKeys) {
            // Which row is which is known only when all rows are read, or an id is read as a feature: not worth it.
            return true;
        }
        try {
            return agree(set, names, read(names));
        } catch (IllegalArgumentException e) {
            // A column is not there any more.
            return false;
        }
    }

    private Columns read(List<String> names) {
        DataFiles data = DataFiles.find(path);
        Limits limits = Limits.DEFAULT.withBytes(DUCKDB_BYTES);
        Set<String> wanted = new LinkedHashSet<>(names);
        options.roles().id().ifPresent(wanted::add);
        try (Session session = Session.open(data, limits)) {
            Query query = Query.plan(session, data, List.copyOf(wanted), options.filter());
            return new Reading(query.first(MOST), this::builder).run(session, rows -> {});
        } catch (SQLException e) {
            throw ReadFailure.of(data, limits, e);
        }
    }

    private ColumnBuilder builder(Field field, ColumnKind kind, int rows) {
        return options.roles().id().equals(Optional.of(field.name()))
                ? new KeyBuilder(field.name(), kind, rows)
                : kind.builder(field.name(), rows);
    }

    private boolean agree(PackedSet set, List<String> names, Columns first) {
        String[] columns = names.toArray(String[]::new);
        long[] keys =
                options.roles().id().map(id -> keys(first.column(id))).orElseGet(() -> RowKey.positions(first.rows()));
        Map<Long, Integer> rowOf = new HashMap<>();
        for (int row = 0; row < keys.length; row++) {
            rowOf.put(keys[row], row);
        }
        Features<FeatureRow> packed = set.features(columns);
        long[] packedKeys = set.keys();
        int[] inBoth = Arrays.stream(packed.firstRows(MOST_PACKED))
                .filter(row -> rowOf.containsKey(packedKeys[row]))
                .toArray();
        int[] same =
                Arrays.stream(inBoth).map(row -> rowOf.get(packedKeys[row])).toArray();
        return packed.fingerprint(packedKeys, inBoth)
                .equals(Features.from(first, columns).fingerprint(keys, same));
    }

    private static long[] keys(Column ids) {
        long[] keys = new long[ids.rows()];
        Arrays.setAll(keys, ((IntegerColumn) ids)::value);
        return keys;
    }
}
