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
    private final Inequality comparator;
    private final double limit;
    private final int rows;
    private final boolean isSample;

    private Judgement(String rule, Inequality comparator, double limit, int rows, boolean isSample) {
        this.rule = rule;
        this.comparator = comparator;
        this.limit = limit;
        this.rows = rows;
        this.isSample = isSample;
    }

    static GateResult of(Rule.Limit rule, Scope scope, Estimate estimate, int rows, boolean isSample) {
        return new Judgement(rule.text(scope), rule.comparator(), rule.limit(), rows, isSample)
                .judge(estimate.value(), estimate.gate());
    }

    static GateResult of(Rule.NoWorse rule, Scope scope, Difference difference, int rows, boolean isSample) {
        return new Judgement(
                        rule.text(scope),
                        comparator(difference.direction()),
                        bound(rule, difference.direction()),
                        rows,
                        isSample)
                .judge(difference.value(), difference.interval());
    }

    static Inequality comparator(Direction direction) {
        return direction == Direction.HIGHER_IS_BETTER ? Inequality.AT_LEAST : Inequality.AT_MOST;
    }

    /** "No worse by M" bounds the difference from below where higher is better, from above where lower is. */
    static double bound(Rule.NoWorse rule, Direction direction) {
        rule.check(direction);
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

    private GateResult judge(Value value, Optional<Interval> interval) {
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
        return judge(defined.number(), interval.get());
    }

    private GateResult judge(double value, Interval interval) {
        Verdict verdict = comparator.judge(interval, limit);
        // A sample's error does not shrink with its rows alone: strata run out, and the full set has an error too.
        OptionalLong needed = verdict == Verdict.INCONCLUSIVE && !isSample
                ? RowsNeeded.of(rows, value, limit, interval)
                : OptionalLong.empty();
        return new GateResult(
                rule, verdict, OptionalDouble.of(value), Optional.of(interval), limit, rows, needed, reason(verdict));
    }

    private String reason(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "the whole interval satisfies the rule";
            case FAIL -> "no value in the interval satisfies the rule";
            case INCONCLUSIVE ->
                isSample
                        ? "the interval spans the limit, so this sample cannot decide; evaluate all rows"
                        : "the interval spans the limit, so these rows cannot decide";
        };
    }
}
