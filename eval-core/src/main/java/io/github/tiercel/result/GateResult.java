package io.github.tiercel.result;

import io.github.tiercel.metrics.Interval;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The judgement of one gate rule, or of one slice under a rule that names a column.
 *
 * @param rule the rule as written, with the slice it was applied to: {@code "roc_auc@origin=ORD >= 0.7"}
 * @param verdict PASS, FAIL or INCONCLUSIVE
 * @param value the observed value, or the observed difference for a rule against a baseline
 * @param interval what was held against the limit; empty where there is none
 * @param limit the number in the rule; for "no-worse-than baseline by M" the bound that M puts on the difference
 * @param rows how many rows the value rests on: the evaluated ones, or those of the slice
 * @param rowsNeeded about how many such rows would decide, if the observed value is the true one; only when
 *     inconclusive
 * @param reason why the verdict is what it is, in one sentence without a full stop
 * @since 0.1
 */
public record GateResult(
        String rule,
        Verdict verdict,
        OptionalDouble value,
        Optional<Interval> interval,
        double limit,
        int rows,
        OptionalLong rowsNeeded,
        String reason) {}
