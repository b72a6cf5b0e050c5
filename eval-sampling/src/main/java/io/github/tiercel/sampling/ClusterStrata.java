package io.github.tiercel.sampling;

/** Divides groups by the logarithm of their size: 1 row, 2 to 3 rows, 4 to 7 rows, ... */
final class ClusterStrata {

    private ClusterStrata() {}

    static Strata of(int[] rowsOfGroup) {
        int[] groups = new int[Integer.SIZE];
        long[] rows = new long[Integer.SIZE];
        for (int size : rowsOfGroup) {
            groups[log2(size)]++;
            rows[log2(size)] += size;
        }
        return strata(rowsOfGroup, groups, rows);
    }

    private static Strata strata(int[] rowsOfGroup, int[] groups, long[] rows) {
        StrataList list = new StrataList();
        int[] stratumOfLog = new int[groups.length];
        for (int log = 0; log < groups.length; log++) {
            if (groups[log] > 0) {
                stratumOfLog[log] = list.add(name(log), log, groups[log]);
            }
        }
        byte[] stratumOfGroup = new byte[rowsOfGroup.length];
        for (int group = 0; group < rowsOfGroup.length; group++) {
            stratumOfGroup[group] = (byte) stratumOfLog[log2(rowsOfGroup[group])];
        }
        return new Strata(stratumOfGroup, list, Allocation.clusterShares(groups, rows));
    }

    private static int log2(int size) {
        return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(size);
    }

    private static String name(int log) {
        long least = 1L << log;
        return log == 0 ? "1 row" : least + " to " + (2 * least - 1) + " rows";
    }
}
