package io.github.tiercel.evaluation;

import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.interval.ReferenceSample;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A model that was scored on all rows, from which estimates of other models on a sample borrow strength: an earlier
 * epoch of the same training run, as a rule.
 *
 * <p>Values of metrics on all rows are computed once, at the first use; so are those on each sample. Immutable for its
 * callers, and safe for use by several threads. Memory: the scores of all rows, and those of each size of sample asked
 * for.
 *
 * <pre>{@code
 * Reference epoch5 = evaluator.reference(evaluator.scores(Tier.full(), Scores.of("epoch 5", ofAllRows)));
 * EvaluationResult epoch6 = evaluator.evaluate(Tier.fast(), scoresOfEpoch6, epoch5);
 * }</pre>
 *
 * @since 0.1
 */
public final class Reference {

    private final Evaluator evaluator;
    private final TierScores scores;
    private final Optional<Set<String>> expected;
    private final Map<Key, Sampled<?>> known;

    Reference(Evaluator evaluator, TierScores scores) {
        if (scores.isSample()) {
            throw new IllegalArgumentException("A reference needs scores of all rows, but those of \"" + scores.model()
                    + "\" are of a sample. Score the model for the full tier.");
        }
        this.evaluator = evaluator;
        this.scores = scores;
        this.expected = Optional.empty();
        this.known = new ConcurrentHashMap<>();
    }

    private Reference(Reference same, Set<String> expected) {
        this.evaluator = same.evaluator;
        this.scores = same.scores;
        this.expected = Optional.of(Set.copyOf(expected));
        this.known = same.known;
    }

    /**
     * {@return the same model, of which results say {@code STALE_REFERENCE} for some metrics alone: of others it is
     * known that they borrow nothing from it, as those of decisions often do not. Of a reference made by
     * {@link Evaluator#reference} it is said for all}
     *
     * @param metrics names of metrics
     */
    public Reference expectedToLend(Set<String> metrics) {
        return new Reference(this, metrics);
    }

    boolean isExpectedToLend(String metric) {
        return expected.map(metrics -> metrics.contains(metric)).orElse(true);
    }

    /** {@return the model's name, as results show it} */
    public String model() {
        return scores.model();
    }

    TierScores scores() {
        return scores;
    }

    void requireOf(Evaluator asked) {
        if (asked != evaluator) {
            throw new IllegalArgumentException("The reference \"" + model() + "\" belongs to another evaluator. Make it"
                    + " with reference(scores) of the evaluator that borrows from it.");
        }
    }

    <P extends Predictions> Contender<P> onAll(Settings<P> settings) {
        return on(scores.sampledRows(), settings).model();
    }

    @SuppressWarnings("unchecked") // An evaluator has one task, so that all of its predictions are of one kind.
    <P extends Predictions> Sampled<P> on(SampledRows rows, Settings<P> settings) {
        List<String> metrics = settings.metrics().stream().map(Metric::name).toList();
        return (Sampled<P>) known.computeIfAbsent(new Key(rows.size(), metrics), key -> sampled(rows, settings));
    }

    private <P extends Predictions> Sampled<P> sampled(SampledRows rows, Settings<P> settings) {
        P predictions = settings.kind().reads().cast(scores.on(rows).predictions());
        return new Sampled<>(
                Contender.of(model(), predictions, settings), ReferenceSample.of(rows.design(), predictions));
    }

    /** The model's values on some rows, and what it lends there. */
    record Sampled<P extends Predictions>(Contender<P> model, ReferenceSample<P> rows) {}

    /** Smaller samples are prefixes of larger ones, so that a number of rows names them. */
    private record Key(int rows, List<String> metrics) {}
}
