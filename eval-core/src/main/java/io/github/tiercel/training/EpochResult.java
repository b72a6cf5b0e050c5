package io.github.tiercel.training;

import io.github.tiercel.result.EpochRecord;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.Notice;
import io.github.tiercel.result.Progress;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was found at the end of an epoch, and whether to go on.
 *
 * <p>An epoch {@linkplain #improved() has improved} if the monitored metric is better than at the last epoch that
 * improved, by more than {@code minDelta} and, under {@link EarlyStopping}, by more than chance; it
 * {@linkplain #isBest() is best} if its plain value is better than that of every epoch before; on a plateau that is
 * chance. The first epoch that has a value is both. {@link #stop()} is there from the first epoch on at which the rule
 * or a budget says so, and again at each later one; whether training ends is up to the loop that was told.
 *
 * <p>Where the evaluation failed or the metric is undefined there is no value: the epoch has not improved and is not
 * best, {@link #warnings()} say why, and of a failed one {@code results} is empty. A tier that was not due is not among
 * them.
 *
 * <p>Immutable, and safe for use by several threads; every method is O(1). What a comparison of epochs rests on, and
 * its source, is in {@link EarlyStopping}.
 *
 * <pre>{@code
 * EpochResult result = epochs.onEpochEnd(epoch, model);
 * if (result.isBest()) {
 *   save(model);
 * }
 * if (result.shouldStop()) {
 *   System.out.println(result.stop().orElseThrow());   // log_loss has not improved for 3 evaluations ...
 *   break;
 * }
 * }</pre>
 *
 * @param summary the epoch in short, as the history keeps it
 * @param results what each tier found, by its name, the smallest first; empty if the evaluation failed
 * @param stop why training should stop; empty to go on
 * @since 0.1
 */
public record EpochResult(EpochRecord summary, Map<String, EvaluationResult> results, Optional<String> stop) {

    /** Copies the map, keeping its order. */
    public EpochResult {
        results = Collections.unmodifiableMap(new LinkedHashMap<>(results));
    }

    /** {@return whether training should stop} */
    public boolean shouldStop() {
        return stop.isPresent();
    }

    /** {@return whether the epoch has improved by the rule of the run, by more than chance unless that is Patience} */
    public boolean improved() {
        return summary.improved();
    }

    /** {@return whether the epoch's value is better than all before it, be it by chance: time to keep a checkpoint} */
    public boolean isBest() {
        return summary.best();
    }

    /** {@return what the epoch is beside the last one that improved} */
    public Progress progress() {
        return summary.progress();
    }

    /** {@return what went wrong; empty as a rule} */
    public List<Notice> warnings() {
        return summary.warnings();
    }

    /**
     * {@return what a tier found; empty if it was not due or failed}
     *
     * @param tier the tier's name, such as {@code "fast"}
     */
    public Optional<EvaluationResult> tier(String tier) {
        return Optional.ofNullable(results.get(tier));
    }
}
