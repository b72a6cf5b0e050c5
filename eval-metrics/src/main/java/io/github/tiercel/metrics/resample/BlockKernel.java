package io.github.tiercel.metrics.resample;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.StepBlock;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.binary.AveragePrecision;
import io.github.tiercel.metrics.binary.BestF1;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.binary.ConfusionMetric;
import io.github.tiercel.metrics.binary.RocAuc;
import io.github.tiercel.metrics.binary.RowMeanMetric;
import io.github.tiercel.metrics.binary.StepMetric;
import java.util.ArrayList;
import java.util.List;

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

    /** What blocks change in the value on all rows; NaN where there is no value. */
    static <P extends Predictions> double error(Metric<P> metric, P predictions) {
        Value value = metric.value(predictions);
        if (!isRanked(metric) || !value.isDefined()) {
            return value.isDefined() ? 0 : Double.NaN;
        }
        BlockKernel kernel = of(List.of(metric), (BinaryPredictions) predictions);
        double[] byBlocks = new double[1];
        kernel.evaluate(kernel.layout.sizes(), 0, new StepBlock(), byBlocks);
        return byBlocks[0] - value.orNaN();
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
        evaluate(weights, key, block, values);
    }

    private void evaluate(int[] weights, long key, StepBlock block, double[] values) {
        StepKernel.evaluate(functions, new BlockSteps(layout, weights), key, block, values);
    }
}
