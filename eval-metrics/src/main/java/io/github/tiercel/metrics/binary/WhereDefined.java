package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.ScoreGroups;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import java.util.function.DoubleSupplier;

/** A number where the rows that it needs are there, else the reason why it is undefined. */
final class WhereDefined {

    private WhereDefined() {}

    static Value withBothClasses(ScoreGroups groups, DoubleSupplier number) {
        return withBothClasses(groups.positives(), groups.negatives(), number);
    }

    static Value withBothClasses(double positives, double negatives, DoubleSupplier number) {
        return positives > 0 && !(negatives > 0)
                ? Value.undefined(UndefinedReason.NO_NEGATIVES)
                : withPositives(positives, negatives, number);
    }

    static Value withPositives(ScoreGroups groups, DoubleSupplier number) {
        return withPositives(groups.positives(), groups.negatives(), number);
    }

    static Value withPositives(double positives, double negatives, DoubleSupplier number) {
        if (!(positives + negatives > 0)) {
            return Value.undefined(UndefinedReason.EMPTY);
        }
        return positives > 0 ? Value.of(number.getAsDouble()) : Value.undefined(UndefinedReason.NO_POSITIVES);
    }
}
