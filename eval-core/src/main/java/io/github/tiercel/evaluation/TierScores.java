package io.github.tiercel.evaluation;

import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.interval.Design;
import io.github.tiercel.result.InferenceCost;
import java.util.Locale;

/**
 * A model's scores for the rows of a tier, joined with their labels: what a tier is computed from, kept so that it can
 * be compared with another model, or with another epoch of the same one, on the same rows.
 *
 * <p>Scores of more rows hold those of fewer, since the rows of a smaller tier are among those of a larger one.
 * Immutable, and safe for use by several threads. Memory: 17 bytes a row and output, more once rank metrics were
 * computed.
 *
 * <pre>{@code
 * TierScores before = evaluator.scores(Tier.fast(), Scores.of("epoch 1", first));
 * TierScores now = evaluator.scores(Tier.fast(), Scores.of("epoch 2", second));
 * Difference gain = evaluator.difference("log_loss", now, before);
 * }</pre>
 *
 * @since 0.1
 */
public final class TierScores {

    private final ScoreSource source;
    private final SampledRows rows;
    private final ScoredRows scored;

    private TierScores(ScoreSource source, SampledRows rows, ScoredRows scored) {
        this.source = source;
        this.rows = rows;
        this.scored = scored;
    }

    static TierScores of(ScoreSource source, SampledRows rows) {
        return new TierScores(source, rows, source.of(rows));
    }

    /** {@return the model's name, as results show it} */
    public String model() {
        return source.model();
    }

    /** {@return how many rows of the set have a score here} */
    public int rows() {
        return rows.size();
    }

    /** {@return whether these rows are a sample of the set, rather than all of it} */
    public boolean isSample() {
        return rows.isSample();
    }

    /**
     * {@return the scores with labels and weights: of all rows in the caller's order, of a sample in that of the
     * sample}
     */
    public Predictions predictions() {
        return scored.predictions();
    }

    /** {@return how these rows came to be, for intervals} */
    public Design design() {
        return rows.design();
    }

    /** {@return what it took to have these scores; nothing if they were given} */
    public InferenceCost cost() {
        return scored.cost();
    }

    /** Where the scores came from. */
    ScoreSource source() {
        return source;
    }

    SampledRows sampledRows() {
        return rows;
    }

    /** The scores of these rows, which are the same or fewer; what it took to have them all stands. */
    ScoredRows on(SampledRows fewer) {
        if (fewer.size() == rows.size()) {
            return scored;
        }
        requireEnough(fewer.size());
        return new ScoredRows(scored.join().apply(fewer), scored.cost(), scored.notices(), scored.all(), scored.join());
    }

    /** The same scores on fewer rows. */
    TierScores narrowed(SampledRows fewer) {
        return fewer.size() == rows.size() ? this : new TierScores(source, fewer, on(fewer));
    }

    private void requireEnough(int wanted) {
        if (wanted > rows.size()) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "There are scores of \"%s\" for %,d rows, but the tier has %,d. Score the model for the larger"
                            + " tier; smaller ones can use its scores.",
                    model(),
                    rows.size(),
                    wanted));
        }
    }
}
