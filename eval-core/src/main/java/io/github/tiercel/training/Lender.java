package io.github.tiercel.training;

import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.Reference;
import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.evaluation.TierScores;
import io.github.tiercel.result.EvaluationResult;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An epoch that was scored on all rows, from which the samples of later epochs borrow. That it has grown stale is said
 * once for each metric, and only of those that the first epoch after it could borrow: nothing newer would have lent the
 * others either. One thread.
 */
final class Lender {

    private final Reference reference;
    private final Map<String, Set<String>> lending = new HashMap<>();

    Lender(Reference reference) {
        this.reference = reference;
    }

    EvaluationResult evaluate(Evaluator evaluator, Tier tier, TierScores scores) {
        Set<String> until = lending.getOrDefault(tier.name(), Set.of());
        EvaluationResult result = evaluator.evaluate(tier, scores, reference.expectedToLend(until));
        lending.merge(tier.name(), lent(result), Lender::both);
        return result;
    }

    private static Set<String> lent(EvaluationResult result) {
        return result.model().metrics().entrySet().stream()
                .filter(metric -> metric.getValue().borrowed().isPresent())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        return both;
    }
}
