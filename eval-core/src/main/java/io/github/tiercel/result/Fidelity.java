package io.github.tiercel.result;

import io.github.tiercel.metrics.Borrowed;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.interval.Design;
import io.github.tiercel.metrics.interval.IntervalEstimator;
import io.github.tiercel.metrics.regression.RegressionMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How well the smallest tier of a run ranked epochs, going by the epochs that the largest tier evaluated too.
 *
 * <p>A decision is whether the metric rose or fell from one of these epochs to the next; both tiers agree on it where
 * their values moved the same way, nothing borrowed. A margin is kept where the interval that the smallest tier gave
 * for the value on all rows holds the largest tier's. Kendall's tau is of all pairs of these epochs, with an interval
 * from influence values, as if they were independent; epochs of one run are not quite, so it is a guide. Immutable.
 *
 * @param metric the monitored metric
 * @param fast the name of the smallest tier
 * @param full the name of the largest tier
 * @param epochs how many epochs have a value in both
 * @param decisions one less than that
 * @param agreed on how many of them both tiers agree
 * @param kendall Kendall's tau of both tiers' values, or why there is none
 * @param margins how many values of the smallest tier had an interval for the value on all rows
 * @param kept how many of these held it
 * @since 0.1
 */
public record Fidelity(
        String metric,
        String fast,
        String full,
        int epochs,
        int decisions,
        int agreed,
        Estimate kendall,
        int margins,
        int kept) {

    private static final double LEVEL = 0.95;

    /** An epoch that both tiers evaluated. */
    private record Pair(Estimate fast, Estimate full) {

        /** Nothing borrowed: only plain values of two epochs compare. */
        private double fastValue() {
            return fast.borrowed().map(Borrowed::value).orElse(fast.value()).orNaN();
        }

        private double fullValue() {
            return full.value().orNaN();
        }
    }

    /**
     * {@return the fidelity of a run; empty while fewer than two epochs have values in both tiers}
     *
     * @param history the run
     */
    public static Optional<Fidelity> of(EpochHistory history) {
        List<String> tiers = history.epochs().stream()
                .flatMap(epoch -> epoch.tiers().keySet().stream())
                .distinct()
                .toList();
        if (tiers.size() < 2) {
            return Optional.empty();
        }
        String fast = tiers.get(0);
        String full = tiers.get(tiers.size() - 1);
        List<Pair> pairs = history.epochs().stream()
                .flatMap(epoch -> pair(epoch, fast, full, history.monitor()).stream())
                .toList();
        return pairs.size() < 2 ? Optional.empty() : Optional.of(of(history.monitor(), fast, full, pairs));
    }

    private static Optional<Pair> pair(EpochRecord epoch, String fast, String full, String metric) {
        return estimate(epoch, fast, metric)
                .flatMap(some -> estimate(epoch, full, metric).map(all -> new Pair(some, all)));
    }

    private static Optional<Estimate> estimate(EpochRecord epoch, String tier, String metric) {
        return Optional.ofNullable(epoch.tiers().get(tier))
                .flatMap(found -> Optional.ofNullable(found.metrics().get(metric)))
                .filter(estimate -> estimate.value().isDefined());
    }

    private static Fidelity of(String metric, String fast, String full, List<Pair> pairs) {
        int agreed = 0;
        for (int i = 1; i < pairs.size(); i++) {
            Pair before = pairs.get(i - 1);
            Pair now = pairs.get(i);
            boolean same = Math.signum(now.fastValue() - before.fastValue())
                    == Math.signum(now.fullValue() - before.fullValue());
            agreed += same ? 1 : 0;
        }
        List<Boolean> kept = new ArrayList<>();
        for (Pair pair : pairs) {
            Optional<Interval> margin = pair.fast().fullSet();
            margin.ifPresent(interval -> kept.add(interval.contains(pair.fullValue())));
        }
        int held = (int) kept.stream().filter(Boolean::booleanValue).count();
        return new Fidelity(
                metric, fast, full, pairs.size(), pairs.size() - 1, agreed, kendall(pairs), kept.size(), held);
    }

    private static Estimate kendall(List<Pair> pairs) {
        RegressionPredictions ranked = RegressionPredictions.of(
                pairs.stream().mapToDouble(Pair::fullValue).toArray(),
                pairs.stream().mapToDouble(Pair::fastValue).toArray());
        return IntervalEstimator.of(Design.independent(pairs.size()), LEVEL)
                .estimate(RegressionMetrics.KENDALL, ranked);
    }
}
