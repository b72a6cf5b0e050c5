package io.github.tiercel.evaluation;

import io.github.tiercel.data.Scores;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.result.InferenceCost;
import io.github.tiercel.result.Notice;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

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
        Function<SampledRows, Predictions> join) {}
