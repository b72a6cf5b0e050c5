package io.github.tiercel.data;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Columns of a table as features. */
record ColumnFeatures(FeatureTable table, int rows) implements Features<FeatureRow> {

    static ColumnFeatures from(Columns columns, List<String> names) {
        if (names.isEmpty()) {
            throw new UsageException(
                    "USAGE",
                    "Features need at least one column of " + columns.source()
                            + ", but none is named. Name those that the model reads.");
        }
        names.stream()
                .filter(name -> names.indexOf(name) < names.lastIndexOf(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new UsageException("USAGE", "names must be distinct, got \"" + name + "\" twice");
                });
        Stream<Column> chosen = names.stream().map(columns::column);
        return new ColumnFeatures(FeatureTable.of(chosen.toList()), columns.rows());
    }

    @Override
    public Batch<FeatureRow> batch(int[] selected) {
        return new FeatureBatch(table, selected);
    }

    @Override
    public boolean inMemory() {
        return true;
    }

    @Override
    public Optional<String> fingerprint(long[] keys, int[] order) {
        return Optional.of(table.fingerprint(rows, keys, order));
    }
}
