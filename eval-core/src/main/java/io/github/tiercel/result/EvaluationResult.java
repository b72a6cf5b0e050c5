package io.github.tiercel.result;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything one evaluation found about one or several models on the same rows.
 *
 * @param verdict the worst verdict over all models and gates; empty without gates
 * @param models one result a model, in the order they were given; at least one
 * @param time where the time went
 * @param provenance what the result was made from and with
 * @param history the epochs of the training run that the model came from; empty outside of training
 * @param holdout how often the rows have been used so far; empty where nobody counts: for scores without a store
 * @param growth how the sample grew until intervals were narrow enough; empty unless that was asked for
 * @since 0.1
 */
public record EvaluationResult(
        Optional<Verdict> verdict,
        List<ModelResult> models,
        TimeBreakdown time,
        Provenance provenance,
        Optional<EpochHistory> history,
        Optional<HoldoutUse> holdout,
        Optional<SampleGrowth> growth) {

    /** Version of the JSON form; it changes only when a reader of the old form would be misled. */
    public static final int SCHEMA_VERSION = 1;

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there is no model
     */
    public EvaluationResult {
        models = List.copyOf(models);
        if (models.isEmpty()) {
            throw new IllegalArgumentException("models must hold at least one model, got none");
        }
    }

    /**
     * A result of rows whose use nobody counts, of a sample that did not grow.
     *
     * @param verdict the worst verdict over all models and gates; empty without gates
     * @param models one result a model, at least one
     * @param time where the time went
     * @param provenance what the result was made from and with
     * @param history the epochs of the training run; empty outside of training
     * @throws IllegalArgumentException if there is no model
     */
    public EvaluationResult(
            Optional<Verdict> verdict,
            List<ModelResult> models,
            TimeBreakdown time,
            Provenance provenance,
            Optional<EpochHistory> history) {
        this(verdict, models, time, provenance, history, Optional.empty(), Optional.empty());
    }

    /**
     * {@return the result of the only model}
     *
     * @throws IllegalStateException if there are several
     */
    public ModelResult model() {
        if (models.size() > 1) {
            throw new IllegalStateException("this result holds " + models.size() + " models; name one of "
                    + models.stream().map(ModelResult::model).toList());
        }
        return models.get(0);
    }

    /**
     * {@return the result of a model by its name}
     *
     * @param name the model's name
     * @throws IllegalArgumentException if there is no such model
     */
    public ModelResult model(String name) {
        return models.stream()
                .filter(model -> model.model().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("there is no model \"" + name + "\" in this result; it holds "
                                + models.stream().map(ModelResult::model).toList()));
    }

    /**
     * {@return the same result as judged by gates}
     *
     * @param judged the models with their gates
     */
    public EvaluationResult withModels(List<ModelResult> judged) {
        List<Verdict> verdicts =
                judged.stream().flatMap(model -> model.verdict().stream()).toList();
        return new EvaluationResult(Verdict.worst(verdicts), judged, time, provenance, history, holdout, growth);
    }

    /**
     * {@return the same result with the epochs of the run that the model came from}
     *
     * @param epochs what was found epoch by epoch
     */
    public EvaluationResult withHistory(EpochHistory epochs) {
        return new EvaluationResult(verdict, models, time, provenance, Optional.of(epochs), holdout, growth);
    }

    /**
     * {@return the same result with how often its rows have been used, and the warnings that follow from it}
     *
     * @param use the counts
     */
    public EvaluationResult withHoldout(HoldoutUse use) {
        List<ModelResult> warned =
                models.stream().map(model -> HoldoutNotices.renewed(use, model)).toList();
        return new EvaluationResult(verdict, warned, time, provenance, history, Optional.of(use), growth);
    }

    /**
     * {@return the same result with other time and provenance}
     *
     * @param spent where the time went
     * @param origin what the result was made from and with
     */
    public EvaluationResult traced(TimeBreakdown spent, Provenance origin) {
        return new EvaluationResult(verdict, models, spent, origin, history, holdout, growth);
    }

    /**
     * {@return the same result with how its sample grew}
     *
     * @param sample the sizes it went through
     */
    public EvaluationResult withGrowth(SampleGrowth sample) {
        return new EvaluationResult(verdict, models, time, provenance, history, holdout, Optional.of(sample));
    }

    /**
     * {@return this result, if every gate passed}
     *
     * <p>For tests and pipelines: {@code evaluator.full(candidate).orThrow()}.
     *
     * @throws GateException if a gate failed or is inconclusive; the message has a line for each
     * @throws IllegalStateException if there is no gate, for then nothing was proved
     */
    public EvaluationResult orThrow() {
        return orThrowOn(Verdict.INCONCLUSIVE);
    }

    /**
     * {@return this result, if no gate failed; an inconclusive one is let through}
     *
     * @throws GateException if a gate failed; the message has a line for each that did not pass
     * @throws IllegalStateException if there is no gate, for then nothing was proved
     */
    public EvaluationResult orThrowIfFailed() {
        return orThrowOn(Verdict.FAIL);
    }

    private EvaluationResult orThrowOn(Verdict best) {
        Verdict found = verdict.orElseThrow(() -> new IllegalStateException(
                "this result was judged by no gates, so none passed; name some with judgedBy"));
        if (found.compareTo(best) < 0) {
            return this;
        }
        int gates = models.stream().mapToInt(model -> model.gates().size()).sum();
        throw new GateException(models.stream().flatMap(this::notPassed).toList(), gates);
    }

    private Stream<String> notPassed(ModelResult model) {
        String name = models.size() > 1 ? model.model() + ": " : "";
        return model.gates().stream()
                .filter(gate -> gate.verdict() != Verdict.PASS)
                .map(gate -> name + gate.line());
    }
}
