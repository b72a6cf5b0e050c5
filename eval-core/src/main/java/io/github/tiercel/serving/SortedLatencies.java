package io.github.tiercel.serving;

import java.util.OptionalLong;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/** Latencies by rank, each known to three digits. */
record SortedLatencies(Histogram latencies) {

    /** About the value of a rank, from 1. */
    long atRank(long rank) {
        return latencies.medianEquivalentValue(binAt(rank));
    }

    long percentile(Percentile percentile) {
        return atRank(percentile.rank(latencies.getTotalCount()));
    }

    /** A value that the percentile is at least; empty if there are too few latencies to say. */
    OptionalLong lowerBound(Percentile percentile, double level) {
        OptionalLong rank = percentile.ranks(level).lower(latencies.getTotalCount());
        return rank.isEmpty() ? rank : OptionalLong.of(latencies.lowestEquivalentValue(binAt(rank.getAsLong())));
    }

    /** A value that the percentile is at most; empty if there are too few latencies to say. */
    OptionalLong upperBound(Percentile percentile, double level) {
        OptionalLong rank = percentile.ranks(level).upper(latencies.getTotalCount());
        return rank.isEmpty() ? rank : OptionalLong.of(latencies.highestEquivalentValue(binAt(rank.getAsLong())));
    }

    private long binAt(long rank) {
        for (HistogramIterationValue bin : latencies.recordedValues()) {
            if (bin.getTotalCountToThisValue() >= rank) {
                return bin.getValueIteratedTo();
            }
        }
        throw new IllegalArgumentException("rank must be in [1, " + latencies.getTotalCount() + "], got " + rank);
    }
}
