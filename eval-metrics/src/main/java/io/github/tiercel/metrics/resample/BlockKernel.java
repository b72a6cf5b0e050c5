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
 * Metrics of one model on independent rows that count one each, by blocks of nearby ranks: an approximation that costs
 * the same for any number of rows, about 12 ns a block and replicate. Functions of the confusion matrix are exact,
 * because no block crosses a threshold.
 */
final class BlockKernel implements Kernel {

    private final BlockLayout layout;
    private final List<StepFunction> functions;
    private final SegmentDraws draws;

    private BlockKernel(BlockLayout layout, List<StepFunction> functions, SegmentDraws draws) {
        this.layout = layout;
        this.functions = functions;
        this.draws = draws;
    }

    static boolean reads(Metric<?> metric) {
        return isRanked(metric) || metric instanceof ConfusionMetric || metric instanceof RowMeanMetric;
    }

    private static boolean isRanked(Metric<?> metric) {
        return metric instanceof RocAuc || metric instanceof AveragePrecision || metric instanceof BestF1;
    }

    static BlockKernel of(List<? extends Metric<?>> metrics, BinaryPredictions predictions) {
        BlockLayout layout =
                BlockLayout.of(predictions.groups(), StepKernel.thresholds(metrics), BinaryMetrics.BEST_F1);
        List<StepFunction> functions = new ArrayList<>();
        metrics.forEach(metric -> functions.add(function(metric, layout)));
        return new BlockKernel(layout, functions, SegmentDraws.of(layout.sizes()));
    }

    private static StepFunction function(Metric<?> metric, BlockLayout layout) {
        if (metric instanceof RowMeanMetric mean) {
            return MeanCells.of(mean, layout.groups(), layout.blocks(), layout::lastGroup);
        }
        if (metric instanceof ConfusionMetric decided) {
            int predicted = layout.blocksAtLeast(decided.threshold());
            return (positives, negatives, key) -> new CutSum(decided, predicted, positives, negatives);
        }
        return metric instanceof AveragePrecision
                ? (positives, negatives, key) -> new BlockPrecisionSum(layout, positives)
                : (positives, negatives, key) -> ((StepMetric) metric).sum(positives, negatives);
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
            BlockLayout layout = BlockLayout.of(predictions.groups(), new double[0], BinaryMetrics.BEST_F1);
            List<StepFunction> functions = new ArrayList<>();
            ranked.forEach(metric -> functions.add(function(metric, layout)));
            double[] byBlocks = new double[ranked.size()];
            StepKernel.evaluate(functions, new BlockSteps(layout, layout.sizes()), 0, new StepBlock(), byBlocks);
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

    @Override
    public Worker worker() {
        int[] weights = new int[2 * layout.blocks()];
        StepBlock block = new StepBlock();
        return (pairKey, first, second) -> {
            replicate(pairKey, weights, block, first);
            replicate(KeyedHash.mix(pairKey), weights, block, second);
        };
    }

    private void replicate(long key, int[] weights, StepBlock block, double[] values) {
        draws.draw(key, weights);
        StepKernel.evaluate(functions, new BlockSteps(layout, weights), key, block, values);
    }
}
