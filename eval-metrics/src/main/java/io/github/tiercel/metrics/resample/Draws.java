package io.github.tiercel.metrics.resample;

/** How often each row counts in the two replicates that share a hash. */
interface Draws {

    /**
     * Fills in how often each row counts.
     *
     * @param pairKey what the hashes of the two replicates share
     * @param even receives the draws of the even replicate, one a row
     * @param odd receives those of the odd replicate
     */
    void draw(long pairKey, double[] even, double[] odd);

    /** Poisson(1) for each unit, whatever the others get. */
    static Draws poisson(long[] unitKeys) {
        return (pairKey, even, odd) -> {
            for (int row = 0; row < unitKeys.length; row++) {
                long hash = KeyedHash.hash(unitKeys[row], pairKey);
                even[row] = PoissonWeights.even(hash);
                odd[row] = PoissonWeights.odd(hash);
            }
        };
    }
}
