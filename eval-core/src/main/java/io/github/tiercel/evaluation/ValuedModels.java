package io.github.tiercel.evaluation;

import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.result.InferenceCost;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Models on the rows of a tier with the value of every metric, before intervals.
 *
 * @param sources where the scores came from
 * @param scored the scores of each candidate
 * @param contenders the same with their values
 * @param scoredBaseline the scores of the model to compare with
 * @param baseline the same with its values
 * @param metricsMillis what joining and values took
 */
record ValuedModels<P extends Predictions>(
        Sources sources,
        List<ScoredRows> scored,
        List<Contender<P>> contenders,
        Optional<ScoredRows> scoredBaseline,
        Optional<Contender<P>> baseline,
        double metricsMillis) {

    InferenceCost cost() {
        return Stream.concat(scored.stream(), scoredBaseline.stream())
                .map(ScoredRows::cost)
                .reduce(InferenceCost.NONE, InferenceCost::plus);
    }

    /** The same models after an evaluation of fewer of these rows, whose cost and notices count too. */
    ValuedModels<P> after(ValuedModels<P> earlier) {
        List<ScoredRows> all = new ArrayList<>();
        for (int i = 0; i < scored.size(); i++) {
            all.add(scored.get(i).after(earlier.scored.get(i)));
        }
        return new ValuedModels<>(
                sources,
                all,
                contenders,
                scoredBaseline.map(own -> own.after(earlier.scoredBaseline.orElseThrow())),
                baseline,
                earlier.metricsMillis + metricsMillis);
    }
}
