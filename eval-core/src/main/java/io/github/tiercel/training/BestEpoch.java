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
 * @param source what it was evaluated from, if that is still as it was then
 */
record BestEpoch(int epoch, Map<String, EvaluationResult> results, Optional<EpochSource> source) {

    /** Keeps the results by tier, to which the largest tier is added once it was asked for. */
    BestEpoch {
        results = new LinkedHashMap<>(results);
    }

    /** What the largest tier finds, now or then; if it cannot be had, what the largest one found that could. */
    EvaluationResult largest(Tier tier, Evaluator evaluator) {
        EvaluationResult known = results.get(tier.name());
        if (known != null) {
            return known;
        }
        return source.filter(then -> then.covers(evaluator, tier))
                .map(then -> new EpochEvaluation(evaluator, then, false))
                .map(evaluation -> evaluated(tier, evaluation))
                .orElseGet(this::largestKnown);
    }

    private EvaluationResult evaluated(Tier tier, EpochEvaluation evaluation) {
        evaluation.run(tier);
        EvaluationResult found = evaluation.results().get(tier.name());
        if (found != null) {
            results.put(tier.name(), found);
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
