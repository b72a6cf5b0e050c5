package io.github.tiercel.evaluation;

import io.github.tiercel.data.Scores;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.result.ServingProfile;

/**
 * A named model to evaluate: one that can be asked for scores, or one whose scores are there.
 *
 * <pre>{@code
 * evaluator.full(Candidate.of("network", network), Candidate.of(Scores.of("production", scores)));
 * }</pre>
 *
 * @param <X> what the model reads of one row
 * @since 0.1
 */
public final class Candidate<X> {

    private final String name;
    private final Source<X> source;

    private Candidate(String name, Source<X> source) {
        this.name = name;
        this.source = source;
    }

    /**
     * {@return a model}
     *
     * @param name the model's name, as results show it
     * @param predictor the model
     * @param <X> what the model reads of one row
     */
    public static <X> Candidate<X> of(String name, Predictor<X> predictor) {
        return new Candidate<>(name, inference -> new ModelScores<>(name, predictor, inference));
    }

    /**
     * {@return a model of which only the scores are known}
     *
     * @param scores one score for each row of the evaluation set
     * @param <X> what other models read of one row
     */
    public static <X> Candidate<X> of(Scores scores) {
        return new Candidate<>(scores.model(), inference -> new GivenScores(scores));
    }

    /**
     * {@return the same model with how it behaves in service, which results then show and gates judge}
     *
     * @param profile what was measured of the model
     */
    public Candidate<X> withServing(ServingProfile profile) {
        return new Candidate<>(name, inference -> new MeasuredScores(source.scores(inference), profile));
    }

    /** {@return the model's name} */
    public String name() {
        return name;
    }

    ScoreSource scores(StoredInference<X> inference) {
        return source.scores(inference);
    }

    /** Where the scores come from, given how models are asked. */
    private interface Source<X> {
        ScoreSource scores(StoredInference<X> inference);
    }
}
