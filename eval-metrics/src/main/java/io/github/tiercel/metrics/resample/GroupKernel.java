package io.github.tiercel.metrics.resample;

import io.github.tiercel.metrics.binary.ScoreGroupMetric;
import java.util.List;

/** Any functions of binary score groups: rows are sorted once, a replicate is one pass over groups for all metrics. */
final class GroupKernel implements Kernel {

    private final List<ScoreGroupMetric> metrics;
    private final GroupDraws draws;

    GroupKernel(List<ScoreGroupMetric> metrics, GroupDraws draws) {
        this.metrics = metrics;
        this.draws = draws;
    }

    @Override
    public Worker worker() {
        CumulativeWeights even = new CumulativeWeights(draws.groups().size());
        CumulativeWeights odd = new CumulativeWeights(draws.groups().size());
        return (pairKey, first, second) -> {
            draws.reweight(pairKey, even, odd);
            evaluate(even, first);
            evaluate(odd, second);
        };
    }

    private void evaluate(CumulativeWeights replicate, double[] values) {
        for (int m = 0; m < values.length; m++) {
            values[m] = metrics.get(m).value(replicate.over(draws.groups())).orNaN();
        }
    }
}
