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
    private final Evidence evidence;

    private Judgement(String rule, Inequality comparator, double limit, int rows, Evidence evidence) {
        this.rule = rule;
        this.comparator = comparator;
        this.limit = limit;
        this.rows = rows;
        this.evidence = evidence;
    }

    /** What an interval rests on, and what to do where that decides nothing. */
    private enum Evidence {
        ALL_ROWS("", "these rows cannot decide"),
        SAMPLE("", "this sample cannot decide; evaluate all rows"),
        UNPAIRED("unpaired ", "it cannot decide; a paired one is narrower where models saw the same rows");

        private final String kind;
        private final String undecided;

        Evidence(String kind, String undecided) {
            this.kind = kind;
            this.undecided = undecided;
        }

        static Evidence of(boolean isSample) {
            return isSample ? SAMPLE : ALL_ROWS;
        }
    }

    static GateResult of(Rule.Limit rule, Scope scope, Estimate estimate, int rows, boolean isSample) {
        return new Judgement(rule.text(scope), rule.comparator(), rule.limit(), rows, Evidence.of(isSample))
                .judge(estimate.value(), estimate.gate());
    }

    static GateResult of(Rule.NoWorse rule, Scope scope, Difference difference, int rows, boolean isSample) {
        return new Judgement(
                        rule.text(scope),
                        comparator(difference.direction()),
                        bound(rule, difference.direction()),
                        rows,
                        difference.paired() ? Evidence.of(isSample) : Evidence.UNPAIRED)
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
        // A sample's error does not shrink with its rows alone: strata run out, and the full set has an error too. Nor
        // does that of an unpaired difference, to which the baseline's rows add theirs.
        OptionalLong needed = verdict == Verdict.INCONCLUSIVE && evidence == Evidence.ALL_ROWS
                ? RowsNeeded.of(rows, value, limit, interval)
                : OptionalLong.empty();
        return new GateResult(
                rule, verdict, OptionalDouble.of(value), Optional.of(interval), limit, rows, needed, reason(verdict));
    }

    private String reason(Verdict verdict) {
        String interval = evidence.kind + "interval";
        return switch (verdict) {
            case PASS -> "the whole " + interval + " satisfies the rule";
            case FAIL -> "no value in the " + interval + " satisfies the rule";
            case INCONCLUSIVE -> "the " + interval + " spans the limit, so " + evidence.undecided;
        };
    }
}
