package io.github.tiercel.training;

import io.github.tiercel.data.DataException;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.evaluation.TierScores;
import io.github.tiercel.inference.ModelException;
import io.github.tiercel.metrics.Borrowed;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.Notice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The tiers of one epoch, one after the other. What fails is noted, never thrown: a training run is worth more than any
 * of its evaluations.
 */
final class EpochEvaluation {

    private final Evaluator evaluator;
    private final EpochSource source;
    private final boolean isFirst;
    private final Optional<Lender> lender;
    private final Map<String, EvaluationResult> results = new LinkedHashMap<>();
    private final Map<String, TierScores> scores = new LinkedHashMap<>();
    private final List<Notice> notices = new ArrayList<>();

    /** The lender is an epoch that was scored on all rows, for estimates from samples to borrow from. */
    EpochEvaluation(Evaluator evaluator, EpochSource source, boolean isFirst, Optional<Lender> lender) {
        this.evaluator = evaluator;
        this.source = source;
        this.isFirst = isFirst;
        this.lender = lender;
    }

    void run(Tier tier) {
        try {
            if (!source.covers(evaluator, tier)) {
                notices.add(missing(tier));
                return;
            }
            // An epoch is there to be chosen by; that the choice is optimistic, the result of the best one says.
            demanded(tier).model().warnings().stream()
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
        return new Notice(code, "The " + tier.name() + " tier could not be evaluated: " + FailureText.of(failure));
    }

    Map<String, EvaluationResult> results() {
        return results;
    }

    /** A tier that was asked for on demand, whose failure is the caller's to know of. */
    EvaluationResult demanded(Tier tier) {
        TierScores ofTier = source.scores(tier);
        EvaluationResult result = lender.filter(known -> ofTier.isSample())
                .map(known -> known.evaluate(evaluator, tier, ofTier))
                .orElseGet(() -> evaluator.evaluate(tier, ofTier));
        scores.put(tier.name(), ofTier);
        results.put(tier.name(), result);
        return result;
    }

    /** The scores of a tier that was evaluated. */
    Optional<TierScores> scores(Tier tier) {
        return Optional.ofNullable(scores.get(tier.name()));
    }

    /** The scores of the most rows. */
    Optional<TierScores> widest() {
        return scores.values().stream().max(Comparator.comparingInt(TierScores::rows));
    }

    List<Notice> notices() {
        return notices.stream().distinct().toList();
    }

    /**
     * The value of a metric in a tier, nothing borrowed, since only plain values of two epochs compare; empty if the
     * tier failed or the metric is undefined.
     */
    OptionalDouble value(Tier tier, String metric) {
        EvaluationResult result = results.get(tier.name());
        Estimate estimate = result == null ? null : result.model().metrics().get(metric);
        Optional<Value> plain = Optional.ofNullable(estimate)
                .map(found -> found.borrowed().map(Borrowed::value).orElse(found.value()));
        return plain.filter(Value::isDefined)
                .map(Value::orNaN)
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }
}
