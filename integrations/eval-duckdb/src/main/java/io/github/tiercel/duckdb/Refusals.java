package io.github.tiercel.duckdb;

import io.github.tiercel.data.ColumnRoles;
import io.github.tiercel.data.Columns;
import io.github.tiercel.data.DataException;
import io.github.tiercel.data.EvaluationSet;

/** Says what is wrong with rows that were found to be wrong: reads the columns into memory that tell it. */
final class Refusals {

    private final DataFiles data;
    private final PackingOptions options;

    Refusals(DataFiles data, PackingOptions options) {
        this.data = data;
        this.options = options;
    }

    RuntimeException ofLabels() {
        return of(options.labels());
    }

    RuntimeException ofIds() {
        return of(options.labels().id(options.roles().id().orElseThrow()));
    }

    RuntimeException ofWeights() {
        return of(options.labels().weight(options.roles().weight().orElseThrow()));
    }

    private RuntimeException of(ColumnRoles roles) {
        DuckDbReader reader =
                DuckDbReader.open(data.path()).select(roles.columns().toArray(String[]::new));
        Columns columns = options.filter().map(reader::where).orElse(reader).read();
        Columns kept = options.dropsUnlabelled() ? EvaluationSet.labelled(columns, roles.label()) : columns;
        try {
            EvaluationSet.from(kept, roles);
            return new DataException("CHANGED_FILE", data.name() + " changed while it was read.");
        } catch (IllegalArgumentException e) {
            return e;
        }
    }
}
