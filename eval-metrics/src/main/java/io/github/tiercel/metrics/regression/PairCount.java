package io.github.tiercel.metrics.regression;

/**
 * Counts concordant and discordant pairs.
 *
 * <p>Rows enter a Fenwick tree over the predictions by ascending label, a group of equal labels at a time. What lies
 * below a row's label is read before its group enters, what lies at or below it afterwards, and the rest follows from
 * the sum over all rows. O(n log n), exact for whole weights up to 2^53.
 *
 * <p>Sources: W. R. Knight, JASA 61 (1966), doi:10.1080/01621459.1966.10480879; P. M. Fenwick, Software: Practice and
 * Experience 24 (1994), doi:10.1002/spe.4380240306.
 */
final class PairCount {

    private final RankedRows rows;
    private final double[] tree;

    PairCount(RankedRows rows) {
        this.rows = rows;
        this.tree = new double[rows.predicted().levels() + 1];
    }

    double[] signs() {
        double[] signs = new double[rows.count()];
        double[] all = rows.predicted().belowMinusAbove(rows.weights());
        int[] order = rows.labels().order();
        int end;
        for (int start = 0; start < order.length; start = end) {
            end = endOfGroup(order, start);
            for (int k = start; k < end; k++) {
                signs[order[k]] = belowMinusAbove(order[k]) - all[order[k]];
            }
            for (int k = start; k < end; k++) {
                enter(order[k]);
            }
            for (int k = start; k < end; k++) {
                signs[order[k]] += belowMinusAbove(order[k]);
            }
        }
        return signs;
    }

    private int endOfGroup(int[] order, int start) {
        int end = start + 1;
        while (end < order.length
                && rows.labels().rank(order[end]) == rows.labels().rank(order[start])) {
            end++;
        }
        return end;
    }

    private void enter(int i) {
        for (int node = rows.predicted().rank(i) + 1; node < tree.length; node += node & -node) {
            tree[node] += rows.weights()[i];
        }
    }

    private double belowMinusAbove(int i) {
        int rank = rows.predicted().rank(i);
        return weightOfFirst(rank) - (weightOfFirst(tree.length - 1) - weightOfFirst(rank + 1));
    }

    private double weightOfFirst(int levels) {
        double weight = 0;
        for (int node = levels; node > 0; node -= node & -node) {
            weight += tree[node];
        }
        return weight;
    }
}
