package io.github.tiercel.duckdb;

import io.github.tiercel.data.ColumnRoles;
import io.github.tiercel.data.Columns;
import io.github.tiercel.data.DataException;
import io.github.tiercel.data.EvaluationSet;
import java.sql.SQLException;

/** Says what is wrong with rows that were found to be wrong: reads what tells it once more, into memory. */
final class Refusals {

    private final DataFiles data;
    private final PackingOptions options;
    private final Limits limits;

    Refusals(DataFiles data, PackingOptions options, Limits limits) {
        this.data = data;
        this.options = options;
        this.limits = limits;
    }

    RuntimeException ofLabels() {
        return of(options.labels());
    }

    RuntimeException ofWeights() {
        return of(options.labels().weight(options.roles().weight().orElseThrow()));
    }

    RuntimeException ofIds() {
        try (Session session = Session.open(data, limits)) {
            return new KeptIds(session, data, limits, options).refusal();
        } catch (SQLException e) {
            return ReadFailure.of(data, limits, e);
        }
    }

    private RuntimeException of(ColumnRoles roles) {
        DuckDbReader reader = DuckDbReader.open(data.path()).select(roles.columns());
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
