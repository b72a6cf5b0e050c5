package io.github.tiercel.metrics.interval;

/**
 * Sums over the units of each stratum of what two models contribute.
 *
 * @param present how many units count
 * @param now the sum of the present model's contributions
 * @param reference the sum of the reference's
 * @param ofNow the sum of squares of the present model's
 * @param ofReference the sum of squares of the reference's
 * @param together the sum of products
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and never leaves the spread that they are sums of.
record PairedSums(
        int[] present, double[] now, double[] reference, double[] ofNow, double[] ofReference, double[] together) {

    /**
     * Adds up.
     *
     * @param strata by unit, {@link PairedSpread#ABSENT} for one that does not count
     */
    static PairedSums of(double[] now, double[] reference, int[] strata, int count) {
        PairedSums sums = new PairedSums(
                new int[count],
                new double[count],
                new double[count],
                new double[count],
                new double[count],
                new double[count]);
        for (int unit = 0; unit < now.length; unit++) {
            if (strata[unit] != PairedSpread.ABSENT) {
                sums.add(strata[unit], now[unit], reference[unit]);
            }
        }
        return sums;
    }

    private void add(int h, double one, double other) {
        present[h]++;
        now[h] += one;
        reference[h] += other;
        ofNow[h] += one * one;
        ofReference[h] += other * other;
        together[h] += one * other;
    }
}
