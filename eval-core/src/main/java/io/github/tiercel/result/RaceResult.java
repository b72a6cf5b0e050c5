package io.github.tiercel.result;

import io.github.tiercel.metrics.Direction;
import java.util.List;
import java.util.Optional;

/**
 * What a race of several candidates found.
 *
 * @param metric the name of the metric raced by
 * @param direction which way that metric improves
 * @param alpha the probability, at most, that a candidate as good as any is dropped
 * @param looks how many sizes of the sample there are up to all rows, whether the race came so far or not
 * @param entries one a candidate, the best first: those left by their value, then those cut by the budget, dropped and
 *     failed, each by how far they came
 * @param rowsTotal the rows of the set
 * @param rowsScored the rows that candidates were to score, over all of them
 * @param inference what it took to have their scores: rows that the store held already are among those reused. What a
 *     model took at the look at which it failed is not known
 * @param end why the race ended
 * @since 0.1
 */
public record RaceResult(
        String metric,
        Direction direction,
        double alpha,
        int looks,
        List<RaceEntry> entries,
        int rowsTotal,
        long rowsScored,
        InferenceCost inference,
        String end) {

    /** Copies the list. */
    public RaceResult {
        entries = List.copyOf(entries);
    }

    /** {@return the error probability of each bound: alpha over the pairs with one candidate and the looks} */
    public double alphaOfComparison() {
        return alpha / ((entries.size() - 1.0) * looks);
    }

    /** {@return the candidate that is better than all others by more than chance; empty if the race is undecided} */
    public Optional<RaceEntry> winner() {
        return entries.stream()
                .filter(entry -> entry.status() == RaceStatus.WON)
                .findFirst();
    }

    /** {@return the candidates that were in to the end, the best first} */
    public List<RaceEntry> left() {
        return entries.stream().filter(entry -> entry.status().isLeft()).toList();
    }

    /** {@return the rows that full evaluations of all candidates would have taken} */
    public long rowsOfAll() {
        return (long) rowsTotal * entries.size();
    }
}
