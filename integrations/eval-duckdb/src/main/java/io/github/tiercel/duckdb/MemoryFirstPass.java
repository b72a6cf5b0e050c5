package io.github.tiercel.duckdb;

import io.github.tiercel.data.Column;
import io.github.tiercel.data.ColumnRoles;
import io.github.tiercel.data.Columns;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.IntegerColumn;
import io.github.tiercel.data.NumberColumn;
import io.github.tiercel.sampling.RowKey;
import io.github.tiercel.sampling.Strata;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.LongConsumer;

/** The first pass over rows that are ordered in memory: labels, ids and groups become columns. */
final class MemoryFirstPass {

    private final PackingOptions options;
    private final Refusals refusals;
    private long[] readKeys = new long[0];

    MemoryFirstPass(PackingOptions options, Refusals refusals) {
        this.options = options;
        this.refusals = refusals;
    }

    Ordering read(Session session, Query query, LongConsumer progress) throws SQLException {
        Columns columns = new Reading(query, this::builder).run(session, progress);
        BitSet dropped = dropped(columns);
        Columns kept = options.dropsUnlabelled()
                ? EvaluationSet.labelled(columns, options.roles().label())
                : columns;
        EvaluationSet labels = EvaluationSet.from(kept, options.ordering(), options.seed());
        checkWeights(kept);
        options.refuseGroupsInStrata();
        return ordering(labels, dropped, options.roles().id().map(kept::column));
    }

    /** What the order needs is the keys of rows, and no column. */
    private Ordering ordering(EvaluationSet labels, BitSet dropped, Optional<Column> idColumn) {
        Optional<long[]> ids = idColumn.map(this::keys);
        if (options.group().isPresent()) {
            return () -> MemoryPlan.ofGroups(labels, dropped).plan(options);
        }
        long[] keys = ids.orElseGet(() -> RowKey.positions(labels.rows()));
        return () ->
                MemoryPlan.ofRows(labels, dropped, keys, strata(labels, keys)).plan(options);
    }

    /** Rows that were ordered with other labels keep that order. */
    private Strata strata(EvaluationSet labels, long[] keys) {
        Optional<Strata> earlier =
                options.isCrossed() ? Optional.empty() : options.earlier().strata(keys);
        return earlier.orElseGet(() -> LabelStrata.ofRows(labels, options.isCrossed()));
    }

    private ColumnBuilder builder(Field field, ColumnKind kind, int rows) {
        boolean isKey = options.roles().id().equals(Optional.of(field.name()))
                || options.group().equals(Optional.of(field.name()));
        return isKey ? keyBuilder(field.name(), kind, rows) : kind.builder(field.name(), rows);
    }

    private KeyBuilder keyBuilder(String name, ColumnKind kind, int rows) {
        KeyBuilder builder = new KeyBuilder(name, kind, rows);
        readKeys = options.roles().id().equals(Optional.of(name)) ? builder.keys() : readKeys;
        return builder;
    }

    private BitSet dropped(Columns columns) {
        BitSet dropped = new BitSet();
        Column label = columns.column(options.roles().label());
        for (int row = 0; row < label.rows() && options.dropsUnlabelled(); row++) {
            dropped.set(
                    row,
                    label.isMissing(row)
                            || (label instanceof NumberColumn numbers && Double.isNaN(numbers.value(row))));
        }
        return dropped;
    }

    /** Weights are read again in the second pass. */
    private void checkWeights(Columns columns) {
        ColumnRoles labels = options.ordering();
        options.roles().weight().ifPresent(weight -> EvaluationSet.from(columns, labels.weight(weight)));
    }

    /** The keys of rows; where groups are drawn these are not needed, but must be distinct all the same. */
    private long[] keys(Column ids) {
        boolean missing = false;
        for (int row = 0; row < ids.rows(); row++) {
            missing |= ids.isMissing(row);
        }
        // A copy of the keys of all rows would be another eight bytes a row while the columns are still held.
        long[] keys = ids.rows() == readKeys.length ? readKeys : copy((IntegerColumn) ids);
        if (missing || KeyTwins.existAmong(keys)) {
            throw refusals.ofIds();
        }
        return keys;
    }

    private static long[] copy(IntegerColumn ids) {
        long[] keys = new long[ids.rows()];
        Arrays.setAll(keys, ids::value);
        return keys;
    }
}
