package io.github.tiercel.evaluation;

import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.interval.DifferenceEstimate;
import io.github.tiercel.metrics.interval.DifferenceEstimator;
import io.github.tiercel.metrics.interval.NotBorrowed;
import io.github.tiercel.result.Notice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Estimates of a sample that borrow from a model known on all rows.
 *
 * @param reference that model
 * @param lender the same on the rows of the sample
 * @param all the same on all rows
 */
record Borrowing<P extends Predictions>(
        Settings<P> settings, Reference reference, Reference.Sampled<P> lender, Contender<P> all) {

    /** Empty where all rows are evaluated, because then there is nothing to borrow. */
    static <P extends Predictions> Optional<Borrowing<P>> of(
            Reference reference, SampledRows rows, Settings<P> settings) {
        return rows.isSample()
                ? Optional.of(
                        new Borrowing<>(settings, reference, reference.on(rows, settings), reference.onAll(settings)))
                : Optional.empty();
    }

    /** What remains of plain estimates, and what a reader should know of those that borrow nothing. */
    Borrowings from(Map<String, Estimate> plain, Contender<P> model) {
        var estimator = DifferenceEstimator.of(settings.level(), model.predictions(), lender.rows());
        Contender<P> sampled = lender.model();
        Map<String, Estimate> estimates = new LinkedHashMap<>();
        List<String> stale = new ArrayList<>();
        for (Metric<P> metric : settings.metrics()) {
            Estimate alone = Objects.requireNonNull(plain.get(metric.name()), "every metric has a plain estimate");
            DifferenceEstimate found = estimator.estimate(metric, alone, sampled.value(metric), all.value(metric));
            estimates.put(metric.name(), found.from(sampled.model()));
            if (found.dropped().filter(NotBorrowed.STALE::equals).isPresent()
                    && reference.isExpectedToLend(metric.name())) {
                stale.add(metric.name());
            }
        }
        return new Borrowings(estimates, stale.isEmpty() ? List.of() : List.of(stale(sampled.model(), stale)));
    }

    private static Notice stale(String model, List<String> metrics) {
        return new Notice(
                "STALE_REFERENCE",
                "\"" + model + "\" explains less than half of the variance of " + String.join(", ", metrics)
                        + ", so nothing is borrowed from it there. Evaluate a newer model in full.");
    }

    /** Estimates by the metric's name, and what to say of them. */
    record Borrowings(Map<String, Estimate> estimates, List<Notice> notices) {}
}
