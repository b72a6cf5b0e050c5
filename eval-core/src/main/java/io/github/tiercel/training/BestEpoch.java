package io.github.tiercel.training;

import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.result.EvaluationResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The best epoch so far.
 *
 * @param scores those of the smallest tier
 * @param value the monitored value there
 */
record BestEpoch(EpochScores scores, double value, Map<String, EvaluationResult> results) {

    /** Keeps the results by tier, to which the largest tier is added once it was asked for. */
    BestEpoch {
        results = new LinkedHashMap<>(results);
    }

    int epoch() {
        return scores.epoch();
    }

    void add(String tier, EvaluationResult found) {
        results.put(tier, found);
    }

    /** What the largest tier finds, now or then; if it cannot be had, what the largest one found that could. */
    EvaluationResult largest(Tier tier, Evaluator evaluator) {
        EvaluationResult known = results.get(tier.name());
        if (known != null) {
            return known;
        }
        return scores.staysAsItIs() && scores.source().covers(evaluator, tier)
                ? evaluated(tier, new EpochEvaluation(evaluator, scores.source(), false, Optional.empty()))
                : largestKnown();
    }

    private EvaluationResult evaluated(Tier tier, EpochEvaluation evaluation) {
        evaluation.run(tier);
        EvaluationResult found = evaluation.results().get(tier.name());
        if (found != null) {
            add(tier.name(), found);
            return found;
        }
        EvaluationResult known = largestKnown();
        return known.withModels(List.of(known.model().withNotices(evaluation.notices())));
    }

    private EvaluationResult largestKnown() {
        List<EvaluationResult> all = new ArrayList<>(results.values());
        return all.get(all.size() - 1);
    }
}
