package io.github.tiercel.evaluation;

import io.github.tiercel.data.Scores;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.result.InferenceCost;
import io.github.tiercel.result.Notice;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Scores joined with the labels of a tier's rows, and what it took to have them.
 *
 * @param all the scores by the rows of the set, for messages; 0 where a row has none
 * @param join joins the same scores with fewer of the rows
 */
record ScoredRows(
        Predictions predictions,
        InferenceCost cost,
        List<Notice> notices,
        Supplier<Scores> all,
        Function<SampledRows, Predictions> join) {

    /** These, of which some were scored before: what that took and what was said then counts too. */
    ScoredRows after(ScoredRows earlier) {
        List<Notice> said = Stream.concat(earlier.notices.stream(), notices.stream())
                .distinct()
                .toList();
        return new ScoredRows(predictions, cost.after(earlier.cost), said, all, join);
    }
}
