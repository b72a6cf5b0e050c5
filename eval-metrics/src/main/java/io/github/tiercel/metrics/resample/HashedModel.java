package io.github.tiercel.metrics.resample;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.RecallSteps;
import io.github.tiercel.metrics.StepBlock;
import io.github.tiercel.metrics.binary.RowMeanMetric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What replicates of one binary model read: rows in segments, functions of steps, and the values of means. */
final class HashedModel {

    private final SegmentRows rows;
    private final List<StepFunction> ofSteps;
    private final List<MeanOfRows> means;

    /** Whether each metric is a mean, in their order. */
    private final boolean[] isMean;

    private HashedModel(SegmentRows rows, List<StepFunction> ofSteps, List<MeanOfRows> means, boolean[] isMean) {
        this.rows = rows;
        this.ofSteps = ofSteps;
        this.means = means;
        this.isMean = isMean;
    }

    static HashedModel of(List<? extends Metric<?>> metrics, BinaryPredictions predictions) {
        StepLayout layout = StepLayout.of(predictions.groups(), StepKernel.thresholds(metrics));
        SegmentRows rows = SegmentRows.of(layout);
        List<StepFunction> ofSteps = new ArrayList<>();
        List<MeanOfRows> means = new ArrayList<>();
        boolean[] isMean = new boolean[metrics.size()];
        for (int m = 0; m < isMean.length; m++) {
            isMean[m] = metrics.get(m) instanceof RowMeanMetric;
            if (metrics.get(m) instanceof RowMeanMetric mean) {
                means.add(MeanOfRows.of(mean, predictions, rows));
            } else {
                ofSteps.add(StepKernel.ofSteps(metrics.get(m), layout::stepsAtLeast));
            }
        }
        return new HashedModel(rows, ofSteps, means, isMean);
    }

    SegmentRows rows() {
        return rows;
    }

    int metrics() {
        return isMean.length;
    }

    /** What a thread keeps of one replicate, filled again and again. */
    final class Replicate {

        private final SegmentRows.Sums segments = rows.new Sums();
        private final double[] sums = new double[means.size()];
        private final double[] ofSteps = new double[HashedModel.this.ofSteps.size()];
        private final StepBlock block = new StepBlock();

        void restart() {
            segments.restart();
            Arrays.fill(sums, 0);
        }

        /** Takes in the next rows, with how often each is drawn. */
        void add(int from, int to, int[] drawn) {
            segments.add(from, to, drawn);
            for (int m = 0; m < sums.length; m++) {
                sums[m] += means.get(m).sum(from, to, drawn);
            }
        }

        /** Puts the values of all metrics, from a place on. */
        void evaluate(double[] values, int at) {
            RecallSteps steps = segments.steps();
            double total = steps.positives() + steps.negatives();
            StepKernel.evaluate(HashedModel.this.ofSteps, steps, 0, block, ofSteps);
            int step = 0;
            int mean = 0;
            for (int m = 0; m < isMean.length; m++) {
                values[at + m] = isMean[m] ? means.get(mean).mean(sums[mean++], total) : ofSteps[step++];
            }
        }
    }
}
