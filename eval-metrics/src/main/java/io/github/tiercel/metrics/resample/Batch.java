package io.github.tiercel.metrics.resample;

import java.util.List;
import java.util.function.IntConsumer;

/** A kernel with the arrays that receive its values, one for each of them. */
record Batch(Kernel kernel, List<double[]> outputs) {

    /** What computes the two replicates of a pair; for one thread. */
    IntConsumer worker(PoissonWeights weights) {
        Kernel.Worker worker = kernel.worker();
        double[] first = new double[outputs.size()];
        double[] second = new double[outputs.size()];
        return pair -> {
            worker.replicate(weights.pairKey(pair), first, second);
            put(first, 2 * pair);
            put(second, 2 * pair + 1);
        };
    }

    /** The last pair of an odd number of replicates gives one more than was asked for. */
    private void put(double[] values, int replicate) {
        for (int m = 0; m < values.length; m++) {
            if (replicate < outputs.get(m).length) {
                outputs.get(m)[replicate] = values[m];
            }
        }
    }
}
