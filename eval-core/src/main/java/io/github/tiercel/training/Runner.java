package io.github.tiercel.training;

import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.evaluation.TierScores;
import io.github.tiercel.inference.ModelException;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.result.InferenceCost;
import io.github.tiercel.result.RaceComparison;
import io.github.tiercel.result.RaceEntry;
import io.github.tiercel.result.RaceStatus;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A candidate of a race, with what was found on the most rows it has seen. One thread. */
final class Runner {

    private final String model;
    private final Function<Tier, TierScores> source;
    private @Nullable TierScores scores;
    private int rows;
    private Value value = Value.undefined(UndefinedReason.EMPTY);
    private Optional<RaceComparison> comparison = Optional.empty();
    private RaceStatus status = RaceStatus.SURVIVED;
    private Optional<String> failure = Optional.empty();

    Runner(String model, Function<Tier, TierScores> source) {
        this.model = model;
        this.source = source;
    }

    String model() {
        return model;
    }

    int rows() {
        return rows;
    }

    boolean isIn() {
        return status.isLeft();
    }

    boolean hasValue() {
        return value.isDefined();
    }

    RaceStatus status() {
        return status;
    }

    Optional<String> failure() {
        return failure;
    }

    /** Those with a value first, the best of them first. */
    static Comparator<Runner> byValue(Direction direction) {
        return Comparator.comparing(Runner::hasValue)
                .thenComparingDouble(runner -> runner.hasValue() ? direction.gain(runner.value.orNaN()) : 0)
                .reversed();
    }

    /** {@return what it took to have the scores, as far as that is known} */
    InferenceCost see(Tier tier, RaceMetric<?> metric) {
        try {
            TierScores more = source.apply(tier);
            comparison = Optional.empty();
            scores = more;
            rows = more.rows();
            value = metric.value(more);
            if (value instanceof Value.Undefined undefined && staysSo(undefined.why())) {
                failWithout(metric.name());
            }
            return more.cost();
        } catch (ModelException e) {
            if (e.isInterrupted()) {
                throw e;
            }
            fail(String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            fail(String.valueOf(e.getMessage()));
        } catch (RuntimeException | LinkageError e) {
            fail(e.toString());
        }
        return InferenceCost.NONE;
    }

    /** Whether no further rows can give a value. */
    private static boolean staysSo(UndefinedReason why) {
        return switch (why) {
            case NOT_PROBABILITIES, ROWS_DO_NOT_SUM_TO_ONE, NOT_FINITE -> true;
            default -> false;
        };
    }

    /** Drops this one if it is worse than the best by more than chance. */
    void compare(Runner best, RaceMetric<?> metric, double alpha) {
        if (scores == null || best.scores == null) {
            throw new IllegalStateException("only candidates with scores can be compared");
        }
        comparison = metric.compare(scores, best.scores, alpha);
        if (comparison.filter(known -> known.upper() < 0).isPresent()) {
            leave(RaceStatus.DROPPED);
        }
    }

    void failWithout(String metric) {
        String why =
                value instanceof Value.Undefined undefined ? undefined.why().sentence() : "";
        fail(String.format(Locale.ROOT, "%s has no value on its %,d rows: %s.", metric, rows, why));
    }

    private void fail(String why) {
        failure = Optional.of(why);
        leave(RaceStatus.FAILED);
    }

    /** Its scores are not needed any more. */
    void leave(RaceStatus how) {
        status = how;
        scores = null;
    }

    RaceEntry entry() {
        OptionalDouble number =
                value instanceof Value.Defined defined ? OptionalDouble.of(defined.number()) : OptionalDouble.empty();
        return new RaceEntry(model, status, rows, number, comparison, failure);
    }
}
