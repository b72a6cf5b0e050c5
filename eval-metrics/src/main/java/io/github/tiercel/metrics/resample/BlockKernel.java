package io.github.tiercel.metrics.resample;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.StepBlock;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.binary.AveragePrecision;
import io.github.tiercel.metrics.binary.BestF1;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.binary.BinaryValues;
import io.github.tiercel.metrics.binary.ConfusionMetric;
import io.github.tiercel.metrics.binary.RocAuc;
import io.github.tiercel.metrics.binary.RowMeanMetric;
import io.github.tiercel.metrics.binary.StepMetric;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Metrics of one model on independent rows that count one each, by blocks of nearby ranks: an approximation whose cost,
 * once the blocks are made, is the same for any number of rows. Functions of the confusion matrix are exact, because no
 * block crosses a threshold.
 */
final class BlockKernel {

    private BlockKernel() {}

    static boolean reads(Metric<?> metric) {
        return isRanked(metric) || metric instanceof ConfusionMetric || metric instanceof RowMeanMetric;
    }

    private static boolean isRanked(Metric<?> metric) {
        return metric instanceof RocAuc || metric instanceof AveragePrecision || metric instanceof BestF1;
    }

    static Kernel of(List<? extends Metric<?>> metrics, BinaryPredictions predictions) {
        BlockLayout layout = layout(metrics, predictions);
        return new StepKernel(functions(metrics, layout), layout.sizes(), weights -> new BlockSteps(layout, weights));
    }

    private static BlockLayout layout(List<? extends Metric<?>> metrics, BinaryPredictions predictions) {
        return BlockLayout.of(predictions.groups(), StepKernel.thresholds(metrics), BinaryMetrics.BEST_F1);
    }

    private static List<StepFunction> functions(List<? extends Metric<?>> metrics, BlockLayout layout) {
        List<StepFunction> functions = new ArrayList<>();
        metrics.forEach(metric -> functions.add(function(metric, layout)));
        return functions;
    }

    private static StepFunction function(Metric<?> metric, BlockLayout layout) {
        if (metric instanceof RowMeanMetric mean) {
            return MeanCells.of(mean, layout.groups(), layout.blocks(), layout::lastGroup);
        }
        return metric instanceof AveragePrecision
                ? (positives, negatives, key) -> new BlockPrecisionSum(layout, positives)
                : StepKernel.ofSteps(metric, layout::blocksAtLeast);
    }

    /** What blocks change in the value of each metric on all rows: 0 but for those of ranks. */
    static Map<String, Double> errors(List<? extends Metric<?>> metrics, BinaryPredictions predictions) {
        Map<String, Double> errors = new HashMap<>();
        List<StepMetric> ranked = new ArrayList<>();
        for (Metric<?> metric : metrics) {
            errors.put(metric.name(), 0.0);
            if (isRanked(metric)) {
                ranked.add((StepMetric) metric);
            }
        }
        if (!ranked.isEmpty()) {
            // The blocks are those of the replicates, which other metrics' thresholds part too.
            BlockLayout layout = layout(metrics, predictions);
            double[] byBlocks = new double[ranked.size()];
            StepKernel.evaluate(
                    functions(ranked, layout), new BlockSteps(layout, layout.sizes()), 0, new StepBlock(), byBlocks);
            Map<String, Value> exact = BinaryValues.of(ranked, predictions);
            for (int m = 0; m < byBlocks.length; m++) {
                String name = ranked.get(m).name();
                errors.put(
                        name,
                        byBlocks[m] - Objects.requireNonNull(exact.get(name)).orNaN());
            }
        }
        return errors;
    }
}
