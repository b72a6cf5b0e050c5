package io.github.tiercel.metrics.resample;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.ScoreGroups;
import java.util.List;

/** Functions of binary score groups: rows are sorted once, a replicate is one pass over them for all metrics. */
final class GroupKernel implements Kernel {

    private final List<GroupFunction> functions;
    private final RankedRows rows;

    private GroupKernel(List<GroupFunction> functions, RankedRows rows) {
        this.functions = functions;
        this.rows = rows;
    }

    static GroupKernel of(List<? extends Metric<?>> metrics, BinaryPredictions predictions, long[] unitKeys) {
        ScoreGroups groups = predictions.groups();
        List<GroupFunction> functions =
                metrics.stream().map(metric -> GroupFunction.of(metric, groups)).toList();
        return new GroupKernel(functions, RankedRows.of(predictions, unitKeys));
    }

    @Override
    public Worker worker() {
        CumulativeWeights even = new CumulativeWeights(rows.groups().size());
        CumulativeWeights odd = new CumulativeWeights(rows.groups().size());
        return (pairKey, first, second) -> {
            rows.reweight(pairKey, even, odd);
            evaluate(even.over(rows.groups()), first);
            evaluate(odd.over(rows.groups()), second);
        };
    }

    private void evaluate(ScoreGroups replicate, double[] values) {
        for (int m = 0; m < values.length; m++) {
            values[m] = functions.get(m).at(replicate);
        }
    }
}
