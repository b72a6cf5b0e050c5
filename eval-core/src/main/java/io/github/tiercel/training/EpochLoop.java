package io.github.tiercel.training;

import io.github.tiercel.data.DataException;
import io.github.tiercel.evaluation.Cadence;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.SampleRows;
import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.result.EpochHistory;
import io.github.tiercel.result.EpochRecord;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.HoldoutUse;
import io.github.tiercel.result.Notice;
import io.github.tiercel.result.TierRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The state of a training run: which epochs were evaluated, which was the best, how long it all took. One thread. */
final class EpochLoop {

    private static final double NANOS_PER_MILLI = 1e6;

    private final Evaluator evaluator;
    private final EpochPlan plan;
    private final Patience patience;
    private final WarningLog log = new WarningLog();
    private final List<EpochRecord> records = new ArrayList<>();
    private Optional<String> stopped = Optional.empty();
    private Optional<HoldoutUse> use = Optional.empty();
    private @Nullable BestEpoch best;
    private long trainingSince = System.nanoTime();

    EpochLoop(Evaluator evaluator, EpochPlan plan) {
        this.evaluator = evaluator;
        this.plan = plan;
        this.patience = new Patience(plan.direction(), plan.earlyStopping());
    }

    EpochResult onEpochEnd(int epoch, EpochSource source, boolean staysAsItIs) {
        long start = System.nanoTime();
        if (records.isEmpty()) {
            requireScores(source);
        }
        EpochEvaluation evaluation = new EpochEvaluation(evaluator, source, records.isEmpty());
        evaluation.run(plan.smallest());
        boolean improved = patience.improves(evaluation.value(plan.smallest(), plan.monitor()));
        runLarger(evaluation, improved);
        if (improved) {
            best = new BestEpoch(epoch, evaluation.results(), staysAsItIs ? Optional.of(source) : Optional.empty());
        }
        return finish(epoch, evaluation, improved, start);
    }

    private void runLarger(EpochEvaluation evaluation, boolean improved) {
        for (Tier tier : plan.tiers().subList(1, plan.tiers().size())) {
            if (!evaluation.results().isEmpty() && tier.cadence().isDue(records.size() + 1, improved)) {
                evaluation.run(tier);
            }
        }
    }

    private EpochResult finish(int epoch, EpochEvaluation evaluation, boolean improved, long start) {
        evaluation.results().values().forEach(result -> use = result.holdout().or(() -> use));
        List<Notice> notices = new ArrayList<>(evaluation.notices());
        repeated(epoch).ifPresent(notices::add);
        long end = System.nanoTime();
        EpochRecord summary = new EpochRecord(
                epoch,
                inShort(evaluation.results()),
                improved,
                (start - trainingSince) / NANOS_PER_MILLI,
                (end - start) / NANOS_PER_MILLI,
                notices);
        stopped = stop(evaluation);
        records.add(summary);
        log.warn(plan.run(), epoch, notices);
        trainingSince = System.nanoTime();
        return new EpochResult(summary, evaluation.results(), stopped);
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

    private Optional<String> stop(EpochEvaluation evaluation) {
        boolean failed = evaluation.results().isEmpty();
        return failed && plan.onFailure() == FailurePolicy.STOP
                ? Optional.of("the evaluation failed")
                : patience.exhausted();
    }

    private void requireScores(EpochSource source) {
        if (!source.covers(evaluator, plan.smallest())) {
            throw new DataException(String.format(
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
        results.forEach((name, result) -> tiers.put(
                name, new TierRecord(result.model().rows(), result.model().metrics(), result.time())));
        return tiers;
    }

    boolean needsAllRows() {
        return plan.tiers().stream().filter(this::isDueByCount).anyMatch(tier -> rows(tier) != rows(plan.smallest()));
    }

    private boolean isDueByCount(Tier tier) {
        return tier.cadence() instanceof Cadence.Every every && every.isDue(records.size() + 1, false);
    }

    private int rows(Tier tier) {
        return tier.rows() instanceof SampleRows.All
                ? evaluator.set().rows()
                : tier.rows().of(evaluator.set().order());
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
