package io.github.tiercel.metrics.resample;

/** A way to compute replicates that several metrics share: what is done once is in the kernel. */
interface Kernel {

    /** Scratch memory for replicates, owned by one thread and filled again and again. */
    Worker worker();

    /** Computes replicates two at a time, because two share a hash. */
    interface Worker {

        /**
         * One value a metric, NaN where it is undefined.
         *
         * @param pairKey what the hashes of the two replicates share
         * @param first receives the values of the even replicate
         * @param second receives the values of the odd replicate
         */
        void replicate(long pairKey, double[] first, double[] second);
    }
}
