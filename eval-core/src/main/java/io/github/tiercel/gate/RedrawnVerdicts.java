package io.github.tiercel.gate;

import io.github.tiercel.result.GateResult;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.Verdict;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Counts what gates say of a model on rows that are drawn anew, time after time. */
final class RedrawnVerdicts {

    private final ModelResult observed;
    private final List<Rule> rules;
    private final Map<String, Map<Verdict, Integer>> counts = new HashMap<>();
    private final Set<String> withInterval = new HashSet<>();

    RedrawnVerdicts(ModelResult observed, List<Rule> rules) {
        this.observed = observed;
        this.rules = rules;
    }

    String model() {
        return observed.model();
    }

    void add(ModelResult redrawn) {
        Set<String> seen = new HashSet<>();
        for (GateResult gate :
                ModelJudge.judge(Centred.of(redrawn, observed), rules).gates()) {
            // Two rules may apply to one slice in the same words.
            if (seen.add(gate.rule())) {
                count(gate);
            }
        }
    }

    private void count(GateResult gate) {
        counts.computeIfAbsent(gate.rule(), rule -> new EnumMap<>(Verdict.class))
                .merge(gate.verdict(), 1, Integer::sum);
        gate.interval().ifPresent(interval -> withInterval.add(gate.rule()));
    }

    List<GateRepeats> repeats(int draws) {
        return ModelJudge.repeats(observed, rules).stream()
                .map(asked -> counted(asked, draws))
                .toList();
    }

    /**
     * Intervals that take the bootstrap are not made for every draw, so such a gate goes by its standard error; one
     * that never has an interval, as of a slice with too few rows, has no rates.
     */
    private GateRepeats counted(GateRepeats asked, int draws) {
        String rule = asked.gate().rule();
        return withInterval.contains(rule)
                ? new GateRepeats(
                        asked.model(),
                        asked.gate(),
                        asked.againstBaseline(),
                        Optional.of(rates(counts.getOrDefault(rule, Map.of()), draws)))
                : asked;
    }

    /** A gate that a draw has nothing to say of was not decided by it. */
    private static GateRepeats.Rates rates(Map<Verdict, Integer> counted, int draws) {
        double pass = counted.getOrDefault(Verdict.PASS, 0) / (double) draws;
        double fail = counted.getOrDefault(Verdict.FAIL, 0) / (double) draws;
        return new GateRepeats.Rates(pass, Math.max(0, 1 - pass - fail), fail);
    }
}
