package io.github.tiercel.metrics.interval;

/**
 * What a sample, or a slice of it, holds of one label that is a stratum.
 *
 * @param all the rows of the label in the full set
 * @param sampled how many of them are in the sample
 * @param rows how many of those are in the slice; all of them without one
 * @param predicted how many of those are predicted positive
 */
record LabelSample(double all, double sampled, double rows, double predicted) {

    /** How many rows of the full set are in the slice, which is an estimate where the slice is a part. */
    double inAll() {
        return rows == sampled ? all : all / sampled * rows;
    }

    /** How many rows of the full set are predicted positive. */
    double predictedInAll() {
        return inAll() * predicted / rows;
    }

    /** The share of rows that are predicted positive. */
    Share decided(boolean finite) {
        return Share.of(predicted / rows, rows, finite ? inAll() : Double.POSITIVE_INFINITY);
    }

    /** The share of rows that are in the slice. */
    Share present(boolean finite) {
        return rows == sampled
                ? Share.KNOWN
                : Share.of(rows / sampled, sampled, finite ? all : Double.POSITIVE_INFINITY);
    }

    /** The same shares where another number of rows is sampled. */
    LabelSample at(double number) {
        return new LabelSample(
                all, number, rows == sampled ? number : rows * number / sampled, predicted * number / sampled);
    }

    LabelSample withDecided(double share) {
        return new LabelSample(all, sampled, rows, share * rows);
    }

    LabelSample withPresent(double share) {
        return new LabelSample(all, sampled, share * sampled, share * sampled * predicted / rows);
    }

    LabelSample withAll(double number) {
        return new LabelSample(number, sampled, rows, predicted);
    }

    /**
     * A share with the number of independent rows that it is known from.
     *
     * @param value in [0, 1]
     * @param trials above 0, infinite for a share that is no estimate
     */
    record Share(double value, double trials) {

        static final Share KNOWN = new Share(0, Double.POSITIVE_INFINITY);

        /** Of rows drawn without replacement from so many; those drawn from a world are drawn from infinitely many. */
        static Share of(double value, double drawn, double from) {
            if (drawn >= from) {
                return KNOWN;
            }
            return new Share(value, from == Double.POSITIVE_INFINITY ? drawn : drawn * (from - 1) / (from - drawn));
        }

        boolean isKnown() {
            return trials == Double.POSITIVE_INFINITY;
        }
    }
}
