package io.github.tiercel.metrics.resample;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Metrics of the steps of recall, functions of the confusion matrix, and means over rows, where each row has a weight
 * of its own in each replicate, a pure function of its key: for rows with weights, in clusters, and for several models
 * on the same rows, whose metrics stand one model after the other. Two replicates share one hash of each row, all
 * models one set of weights, and all metrics of a model one pass over the rows and one over the steps.
 *
 * <p>Exact: nothing is drawn but the weights of rows. One model reads its keys in the order of its scores, which is the
 * order of memory; several draw the weights row by row and look them up. For each model 12 bytes a row, 8 more with
 * weights and for each mean; 12 a step and thread; for several models 2 bytes a row and thread.
 */
final class HashedKernel implements Kernel {

    private final List<HashedModel> models;
    private final long[] unitKeys;

    private HashedKernel(List<HashedModel> models, long[] unitKeys) {
        this.models = models;
        this.unitKeys = unitKeys;
    }

    static HashedKernel of(List<? extends Metric<?>> metrics, BinaryPredictions predictions, long[] unitKeys) {
        return of(List.of(HashedModel.of(metrics, predictions)), unitKeys);
    }

    static HashedKernel of(List<HashedModel> models, long[] unitKeys) {
        return new HashedKernel(models, unitKeys);
    }

    @Override
    public Worker worker() {
        return models.size() == 1 ? ofOne(models.get(0)) : ofSeveral();
    }

    private Worker ofOne(HashedModel model) {
        long[] keys = new long[model.rows().size()];
        Arrays.setAll(keys, place -> unitKeys[model.rows().row(place)]);
        Pair pair = new Pair(model);
        return (pairKey, first, second) -> {
            pair.restart();
            SegmentRows.draw(keys, pairKey, pair);
            pair.evaluate(first, second, 0);
        };
    }

    private Worker ofSeveral() {
        byte[] even = new byte[unitKeys.length];
        byte[] odd = new byte[unitKeys.length];
        List<Pair> pairs = new ArrayList<>();
        models.forEach(model -> pairs.add(new Pair(model)));
        return (pairKey, first, second) -> {
            PoissonWeights.fill(unitKeys, pairKey, even, odd);
            int at = 0;
            for (int m = 0; m < pairs.size(); m++) {
                pairs.get(m).restart();
                models.get(m).rows().lookUp(even, odd, pairs.get(m));
                pairs.get(m).evaluate(first, second, at);
                at += models.get(m).metrics();
            }
        };
    }

    /** Two replicates of a model. */
    private static final class Pair implements SegmentRows.Reader {

        private final HashedModel.Replicate even;
        private final HashedModel.Replicate odd;

        Pair(HashedModel model) {
            this.even = model.new Replicate();
            this.odd = model.new Replicate();
        }

        void restart() {
            even.restart();
            odd.restart();
        }

        @Override
        public void read(int from, int to, int[] evenDrawn, int[] oddDrawn) {
            even.add(from, to, evenDrawn);
            odd.add(from, to, oddDrawn);
        }

        void evaluate(double[] first, double[] second, int at) {
            even.evaluate(first, at);
            odd.evaluate(second, at);
        }
    }
}
