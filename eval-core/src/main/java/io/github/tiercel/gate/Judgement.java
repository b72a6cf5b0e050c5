package io.github.tiercel.gate;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.compare.Difference;
import io.github.tiercel.result.GateResult;
import io.github.tiercel.result.Verdict;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Holds one value with its interval against one limit. */
final class Judgement {

    private final String rule;
    private final Comparator comparator;
    private final double limit;
    private final int rows;

    private Judgement(String rule, Comparator comparator, double limit, int rows) {
        this.rule = rule;
        this.comparator = comparator;
        this.limit = limit;
        this.rows = rows;
    }

    static GateResult of(Rule.Limit rule, Scope scope, Estimate estimate, int rows) {
        return new Judgement(rule.text(scope), rule.comparator(), rule.limit(), rows)
                .judge(estimate.value(), estimate.gate(), estimate.standardError());
    }

    static GateResult of(Rule.NoWorse rule, Scope scope, Difference difference, int rows) {
        boolean higher = difference.direction() == Direction.HIGHER_IS_BETTER;
        Comparator comparator = higher ? Comparator.AT_LEAST : Comparator.AT_MOST;
        return new Judgement(rule.text(scope), comparator, bound(rule, difference.direction()), rows)
                .judge(difference.value(), difference.interval(), difference.standardError());
    }

    /** "No worse by M" bounds the difference from below where higher is better, from above where lower is. */
    static double bound(Rule.NoWorse rule, Direction direction) {
        // A difference, not a sign, so that a margin of 0 is never shown as -0.
        return direction == Direction.HIGHER_IS_BETTER ? 0 - rule.margin() : rule.margin();
    }

    static GateResult undecided(String rule, double limit, int rows, String reason) {
        return new GateResult(
                rule,
                Verdict.INCONCLUSIVE,
                OptionalDouble.empty(),
                Optional.empty(),
                limit,
                rows,
                OptionalLong.empty(),
                reason);
    }

    private GateResult judge(Value value, Optional<Interval> interval, OptionalDouble standardError) {
        if (!(value instanceof Value.Defined defined)) {
            return undecided(
                    rule,
                    limit,
                    rows,
                    "undefined: " + value.reason().orElseThrow().sentence());
        }
        if (interval.isEmpty()) {
            GateResult none =
                    undecided(rule, limit, rows, "no interval can be given, so the value alone decides nothing");
            return new GateResult(
                    rule,
                    none.verdict(),
                    OptionalDouble.of(defined.number()),
                    none.interval(),
                    limit,
                    rows,
                    none.rowsNeeded(),
                    none.reason());
        }
        return judge(defined.number(), interval.get(), standardError);
    }

    private GateResult judge(double value, Interval interval, OptionalDouble standardError) {
        Verdict verdict = comparator.judge(interval, limit);
        OptionalLong needed = verdict == Verdict.INCONCLUSIVE
                ? RowsNeeded.of(rows, value, limit, standardError, interval)
                : OptionalLong.empty();
        return new GateResult(
                rule, verdict, OptionalDouble.of(value), Optional.of(interval), limit, rows, needed, reason(verdict));
    }

    private static String reason(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "the whole interval satisfies the rule";
            case FAIL -> "no value in the interval satisfies the rule";
            case INCONCLUSIVE -> "the interval spans the limit, so these rows cannot decide";
        };
    }
}
