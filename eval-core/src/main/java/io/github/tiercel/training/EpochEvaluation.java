package io.github.tiercel.training;

import io.github.tiercel.data.DataException;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.inference.ModelException;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.Notice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The tiers of one epoch, one after the other. What fails is noted, never thrown: a training run is worth more than any
 * of its evaluations.
 */
final class EpochEvaluation {

    private final Evaluator evaluator;
    private final EpochSource source;
    private final boolean isFirst;
    private final Map<String, EvaluationResult> results = new LinkedHashMap<>();
    private final List<Notice> notices = new ArrayList<>();

    EpochEvaluation(Evaluator evaluator, EpochSource source, boolean isFirst) {
        this.evaluator = evaluator;
        this.source = source;
        this.isFirst = isFirst;
    }

    void run(Tier tier) {
        try {
            if (!source.covers(evaluator, tier)) {
                notices.add(missing(tier));
                return;
            }
            EvaluationResult result = source.evaluate(tier);
            results.put(tier.name(), result);
            // An epoch is there to be chosen by; that the choice is optimistic, the result of the best one says.
            result.model().warnings().stream()
                    .filter(notice -> !notice.code().equals("HOLDOUT_WORN"))
                    .forEach(notices::add);
        } catch (ModelException e) {
            notices.add(failed("MODEL_FAILED", tier, e));
        } catch (DataException e) {
            notices.add(failed("BAD_SCORES", tier, e));
        } catch (IllegalArgumentException e) {
            // What is asked for does not exist: better said before hours of training than after.
            if (isFirst) {
                throw e;
            }
            notices.add(failed("EVALUATION_FAILED", tier, e));
        } catch (Exception | Error e) {
            notices.add(failed("EVALUATION_FAILED", tier, e));
        }
    }

    private Notice missing(Tier tier) {
        return new Notice(
                "TIER_LEFT_OUT",
                String.format(
                        Locale.ROOT,
                        "The %s tier was due, but there are no scores for its %,d rows. Score the rows that rows(tier)"
                                + " names, or pass the model.",
                        tier.name(),
                        evaluator.rows(tier).length));
    }

    private static Notice failed(String code, Tier tier, Throwable failure) {
        boolean speaks = failure instanceof ModelException || failure instanceof IllegalArgumentException;
        String said = speaks ? String.valueOf(failure.getMessage()) : failure.toString();
        return new Notice(code, "The " + tier.name() + " tier could not be evaluated: " + said);
    }

    Map<String, EvaluationResult> results() {
        return results;
    }

    List<Notice> notices() {
        return notices.stream().distinct().toList();
    }

    /** The value of a metric in a tier; empty if the tier failed or the metric is undefined. */
    OptionalDouble value(Tier tier, String metric) {
        EvaluationResult result = results.get(tier.name());
        Estimate estimate = result == null ? null : result.model().metrics().get(metric);
        return estimate != null && estimate.value() instanceof Value.Defined defined
                ? OptionalDouble.of(defined.number())
                : OptionalDouble.empty();
    }
}
