package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.ScoreGroups;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import java.util.function.DoubleSupplier;

/** A number where the rows that it needs are there, else the reason why it is undefined. */
final class WhereDefined {

    private WhereDefined() {}

    static Value withBothClasses(ScoreGroups groups, DoubleSupplier number) {
        if (groups.total() > 0 && groups.positives() > 0 && !(groups.negatives() > 0)) {
            return Value.undefined(UndefinedReason.NO_NEGATIVES);
        }
        return withPositives(groups, number);
    }

    static Value withPositives(ScoreGroups groups, DoubleSupplier number) {
        if (!(groups.total() > 0)) {
            return Value.undefined(UndefinedReason.EMPTY);
        }
        return groups.positives() > 0 ? Value.of(number.getAsDouble()) : Value.undefined(UndefinedReason.NO_POSITIVES);
    }
}
