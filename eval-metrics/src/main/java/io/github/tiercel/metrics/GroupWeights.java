package io.github.tiercel.metrics;

/** The weight of the rows of one class, by score group. */
final class GroupWeights {

    private static final double[] BY_DIFFERENCE = {};

    private final double[] cumulative;

    /** The weight in a group alone; empty where differences of the cumulative weights say it. */
    private final double[] own;

    private GroupWeights(double[] cumulative, double[] own) {
        this.cumulative = cumulative;
        this.own = own;
    }

    static GroupWeights ofCumulative(double[] cumulative) {
        return new GroupWeights(cumulative, BY_DIFFERENCE);
    }

    static GroupWeights of(BinaryPredictions predictions, int[] order, int[] ends, boolean label) {
        double[] cumulative = new double[ends.length];
        // Differences of sums of ones are exact; of other weights they lose what the larger sums cannot hold.
        double[] own = predictions.isWeighted() ? new double[ends.length] : BY_DIFFERENCE;
        CompensatedSum sum = new CompensatedSum();
        int rank = 0;
        for (int g = 0; g < ends.length; g++) {
            CompensatedSum group = new CompensatedSum();
            for (; rank < ends[g]; rank++) {
                if (predictions.label(order[rank]) == label) {
                    sum.add(predictions.weight(order[rank]));
                    group.add(predictions.weight(order[rank]));
                }
            }
            cumulative[g] = sum.value();
            if (own.length > 0) {
                own[g] = group.value();
            }
        }
        return new GroupWeights(cumulative, own);
    }

    /** The weight in the group and all higher ones; 0 for group -1. */
    double through(int group) {
        return group < 0 ? 0 : cumulative[group];
    }

    double of(int group) {
        return own.length > 0 ? own[group] : cumulative[group] - through(group - 1);
    }
}
