package io.github.tiercel.training;

import io.github.tiercel.data.DataException;
import io.github.tiercel.evaluation.Cadence;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.metrics.compare.Difference;
import io.github.tiercel.result.EpochHistory;
import io.github.tiercel.result.EpochRecord;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.HoldoutUse;
import io.github.tiercel.result.Notice;
import io.github.tiercel.result.Progress;
import io.github.tiercel.result.TierRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The state of a training run: which epochs were evaluated, which was the best, how long it all took. One thread. */
final class EpochLoop {

    private static final double NANOS_PER_MILLI = 1e6;

    private final Evaluator evaluator;
    private final EpochPlan plan;
    private final SampleGrowth growth;
    private final ProgressRule progress;
    private final WarningLog log = new WarningLog();
    private final List<EpochRecord> records = new ArrayList<>();
    private final long began = System.nanoTime();
    private Optional<String> stopped = Optional.empty();
    private Optional<HoldoutUse> use = Optional.empty();
    private @Nullable BestEpoch best;
    private @Nullable EpochEvaluation last;
    private Optional<Lender> lender = Optional.empty();
    private boolean modelWasChecked;
    private long trainingSince = began;

    EpochLoop(Evaluator evaluator, EpochPlan plan) {
        this.evaluator = evaluator;
        this.plan = plan;
        this.growth = new SampleGrowth(evaluator, plan.smallest());
        this.progress = plan.progress(evaluator, growth);
    }

    EpochResult onEpochEnd(int epoch, EpochSource source, boolean staysAsItIs) {
        long start = System.nanoTime();
        if (records.isEmpty()) {
            requireScores(source);
        }
        EpochEvaluation evaluation = new EpochEvaluation(evaluator, source, records.isEmpty(), lender);
        Tier smallest = growth.tierFor(source);
        evaluation.run(smallest);
        Optional<EpochScores> now =
                evaluation.scores(smallest).map(scores -> new EpochScores(epoch, source, staysAsItIs, scores));
        OptionalDouble value = evaluation.value(smallest, plan.monitor());
        List<Notice> notices = new ArrayList<>();
        Step step = compared(() -> progress.next(now, value), Step.of(Progress.UNDECIDED, Optional.empty()), notices);
        runLarger(evaluation, step.progress().isImproved());
        now.flatMap(scores -> scores.with(evaluation.widest())).ifPresent(progress::widen);
        boolean isBest = now.isPresent()
                && value.isPresent()
                && compared(() -> isBest(now.get(), value.getAsDouble()), false, notices);
        if (isBest) {
            best = new BestEpoch(now.orElseThrow(), value.getAsDouble(), evaluation.results());
        }
        last = evaluation;
        lend(evaluation);
        notices.addAll(step.notices());
        notices.addAll(firstModel(source, evaluation));
        return finish(epoch, evaluation, isBest, step, notices, start);
    }

    /** A comparison that fails is noted, and the epoch counts as what is said; a training run goes on. */
    static <T> T compared(Supplier<T> comparison, T otherwise, List<Notice> notices) {
        try {
            return comparison.get();
        } catch (Exception | Error e) {
            notices.add(new Notice(
                    "COMPARISON_FAILED", "The epoch could not be compared with an earlier one: " + FailureText.of(e)));
            return otherwise;
        }
    }

    /** A check that fails is noted, and not made again; a training run goes on. */
    private List<Notice> firstModel(EpochSource source, EpochEvaluation evaluation) {
        if (modelWasChecked || evaluation.results().isEmpty()) {
            return List.of();
        }
        try {
            Optional<List<Notice>> found = source.checked();
            modelWasChecked = found.isPresent();
            return found.orElse(List.of());
        } catch (Exception | Error e) {
            modelWasChecked = true;
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return List.of(new Notice("CHECK_FAILED", "The first model could not be checked: " + FailureText.of(e)));
        }
    }

    /** The next epochs' samples borrow from the last epoch that was scored on all rows. */
    private void lend(EpochEvaluation evaluation) {
        if (plan.borrows() && !growth.isWhole()) {
            evaluation
                    .widest()
                    .filter(scores -> !scores.isSample())
                    .ifPresent(scores -> lender = Optional.of(new Lender(evaluator.reference(scores))));
        }
    }

    private void runLarger(EpochEvaluation evaluation, boolean improved) {
        for (Tier tier : plan.tiers().subList(1, plan.tiers().size())) {
            if (!evaluation.results().isEmpty() && tier.cadence().isDue(records.size() + 1, improved)) {
                evaluation.run(tier);
            }
        }
    }

    /** Values of different rows are not compared: those of the rows that both have are. */
    private boolean isBest(EpochScores now, double value) {
        BestEpoch known = best;
        if (known == null) {
            return true;
        }
        if (now.rows() == known.scores().rows()) {
            return plan.direction().isBetter(value, known.value());
        }
        Difference difference = evaluator.difference(
                plan.monitor(), now.scores(), known.scores().scores());
        return plan.direction().gain(difference.value().orNaN()) > 0;
    }

    private EpochResult finish(
            int epoch, EpochEvaluation evaluation, boolean isBest, Step step, List<Notice> compared, long start) {
        evaluation.results().values().forEach(result -> use = result.holdout().or(() -> use));
        List<Notice> notices = new ArrayList<>(evaluation.notices());
        notices.addAll(compared);
        repeated(epoch).ifPresent(notices::add);
        long end = System.nanoTime();
        EpochRecord summary = new EpochRecord(
                epoch,
                inShort(evaluation.results()),
                isBest,
                step.progress(),
                step.comparison(),
                (start - trainingSince) / NANOS_PER_MILLI,
                (end - start) / NANOS_PER_MILLI,
                notices);
        records.add(summary);
        stopped = stop(evaluation, step, end);
        log.warn(plan.run(), epoch, notices);
        trainingSince = System.nanoTime();
        return new EpochResult(summary, evaluation.results(), stopped);
    }

    /** What the largest tier finds about the epoch that ended last, whose model is still as it was. */
    EvaluationResult promote() {
        EpochEvaluation known = last;
        if (known == null) {
            throw new IllegalStateException("No epoch of run \"" + plan.run() + "\" has ended yet.");
        }
        Tier largest = plan.largest();
        EvaluationResult before = known.results().get(largest.name());
        return before == null ? promote(known, largest) : before;
    }

    private EvaluationResult promote(EpochEvaluation evaluation, Tier tier) {
        long start = System.nanoTime();
        EvaluationResult found = evaluation.demanded(tier);
        lend(evaluation);
        long end = System.nanoTime();
        EpochRecord summary = records.remove(records.size() - 1);
        records.add(summary.withTier(tier.name(), inShort(found), (end - start) / NANOS_PER_MILLI));
        if (best != null && best.epoch() == summary.epoch()) {
            best.add(tier.name(), found);
        }
        trainingSince = System.nanoTime();
        return found;
    }

    private Optional<Notice> repeated(int epoch) {
        return records.isEmpty() || epoch > records.get(records.size() - 1).epoch()
                ? Optional.empty()
                : Optional.of(new Notice(
                        "EPOCH_REPEATED",
                        "Epoch " + epoch + " follows epoch "
                                + records.get(records.size() - 1).epoch()
                                + ". A model that brings no fingerprint is known by run and epoch: number epochs"
                                + " upwards, and give every run its own name."));
    }

    private Optional<String> stop(EpochEvaluation evaluation, Step step, long now) {
        boolean failed = evaluation.results().isEmpty();
        return failed && plan.onFailure() == FailurePolicy.STOP
                ? Optional.of("the evaluation failed")
                : step.stop().or(() -> plan.budget().exhausted(records.size(), now - began));
    }

    private void requireScores(EpochSource source) {
        if (!source.covers(evaluator, plan.smallest())) {
            throw new DataException(
                    "LENGTH_MISMATCH",
                    String.format(
                            Locale.ROOT,
                            "There must be one score for each of the %,d rows of the %s tier, in the order of rows(tier), or one"
                                    + " for each of the %,d rows of the set.",
                            evaluator.rows(plan.smallest()).length,
                            plan.smallest().name(),
                            evaluator.set().rows()));
        }
    }

    private static Map<String, TierRecord> inShort(Map<String, EvaluationResult> results) {
        Map<String, TierRecord> tiers = new LinkedHashMap<>();
        results.forEach((name, result) -> tiers.put(name, inShort(result)));
        return tiers;
    }

    private static TierRecord inShort(EvaluationResult result) {
        return new TierRecord(result.model().rows(), result.model().metrics(), result.time());
    }

    boolean needsAllRows() {
        return plan.tiers().stream()
                .filter(this::isDueByCount)
                .anyMatch(tier -> growth.rows(tier) != growth.rows(plan.smallest()));
    }

    private boolean isDueByCount(Tier tier) {
        return tier.cadence() instanceof Cadence.Every every && every.isDue(records.size() + 1, false);
    }

    Optional<Integer> bestEpoch() {
        return Optional.ofNullable(best).map(BestEpoch::epoch);
    }

    EpochHistory history() {
        return new EpochHistory(plan.run(), plan.monitor(), plan.direction(), records, bestEpoch(), stopped);
    }

    EvaluationResult best() {
        if (best == null) {
            throw new IllegalStateException("No epoch of run \"" + plan.run() + "\" has a value of " + plan.monitor()
                    + ", so none is the best. See the warnings in history().");
        }
        EvaluationResult result = best.largest(plan.largest(), evaluator).withHistory(history());
        // The best epoch was chosen among all of the run, not among those before it.
        return latest(result.holdout()).map(result::withHoldout).orElse(result);
    }

    private Optional<HoldoutUse> latest(Optional<HoldoutUse> ofResult) {
        return Stream.concat(ofResult.stream(), use.stream()).max(Comparator.comparingLong(HoldoutUse::evaluations));
    }
}
