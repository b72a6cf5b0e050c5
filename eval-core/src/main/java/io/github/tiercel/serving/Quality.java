package io.github.tiercel.serving;

import io.github.tiercel.data.DataException;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Scores;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.gate.Gates;
import io.github.tiercel.metrics.Task;
import io.github.tiercel.result.ModelResult;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What the difference of scores does to metrics. */
final class Quality {

    private final EvaluationSet labels;
    private final RowPairs pairs;
    private final OptionalDouble threshold;
    private final double level;

    Quality(EvaluationSet labels, RowPairs pairs, OptionalDouble threshold, double level) {
        this.labels = labels;
        this.pairs = pairs;
        this.threshold = threshold;
        this.level = level;
    }

    ModelResult of(Scores served, Scores reference, Optional<Gates> gates) {
        requireRows();
        EvaluationSet set = pairs.lost() == 0 ? labels : labels.redrawn(pairs.reference());
        Evaluator.Builder evaluator = Evaluator.of(set).level(level);
        if (set.task() == Task.BINARY) {
            threshold.ifPresent(evaluator::threshold);
        }
        gates.ifPresent(evaluator::judgedBy);
        // The cheap metrics of the fast tier on all rows: nobody asks here how good the models are.
        Tier tier = Tier.full().withMetrics(Tier.fast().metrics(set.task())).withReplicates(0);
        return evaluator
                .build()
                .evaluate(tier, List.of(served), Optional.of(reference))
                .model();
    }

    private void requireRows() {
        int rows = pairs.rows() + pairs.lost();
        if (labels.rows() != rows) {
            throw new DataException(
                    "LENGTH_MISMATCH",
                    "Got " + Count.of(labels.rows()) + " labels but " + Count.of(rows)
                            + " scores of the reference. Each row needs one of both, in the same order.");
        }
    }
}
