package io.github.tiercel.gate;

import io.github.tiercel.result.GateResult;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.Verdict;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts what gates say of a model on rows that are drawn anew, time after time. */
final class RedrawnVerdicts {

    private final ModelResult observed;
    private final List<Rule> rules;
    private final Map<String, Map<Verdict, Integer>> counts = new HashMap<>();
    private int draws;

    RedrawnVerdicts(ModelResult observed, List<Rule> rules) {
        this.observed = observed;
        this.rules = rules;
    }

    void add(ModelResult redrawn) {
        draws++;
        for (GateResult gate :
                ModelJudge.judge(Centred.of(redrawn, observed), rules).gates()) {
            counts.computeIfAbsent(gate.rule(), rule -> new EnumMap<>(Verdict.class))
                    .merge(gate.verdict(), 1, Integer::sum);
        }
    }

    /** A gate that a draw had too few rows for was not decided by it. */
    List<GateRepeats> repeats() {
        return ModelJudge.repeats(observed, rules).stream()
                .map(asked -> new GateRepeats(
                        asked.model(),
                        asked.gate(),
                        asked.againstBaseline(),
                        Optional.of(rates(counts.getOrDefault(asked.gate().rule(), Map.of())))))
                .toList();
    }

    private GateRepeats.Rates rates(Map<Verdict, Integer> counted) {
        double pass = counted.getOrDefault(Verdict.PASS, 0) / (double) draws;
        double fail = counted.getOrDefault(Verdict.FAIL, 0) / (double) draws;
        return new GateRepeats.Rates(pass, Math.max(0, 1 - pass - fail), fail);
    }
}
