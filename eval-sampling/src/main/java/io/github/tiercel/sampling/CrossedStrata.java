package io.github.tiercel.sampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Divides rows by class and slice, merging the rarest where there are too many. Classes alone are the case of one
 * slice. The index after the last class (and slice) is that of the merged ones. What is divided may be kinds of rows,
 * each of which counts as often as it has rows.
 */
final class CrossedStrata {

    private final int[] classOfRow;
    private final List<String> classNames;
    private final IntUnaryOperator sliceOfRow;
    private final List<String> sliceNames;
    private final BinaryOperator<String> naming;
    private final IntUnaryOperator times;

    private final int[] classRows;
    private final int[] classTargets;
    private final int[][] sliceRows;
    private final int[][] sliceTargets;
    private final int[][] stratumOfCell;
    private final StrataList list = new StrataList();

    private CrossedStrata(
            int[] classOfRow,
            List<String> classNames,
            IntUnaryOperator sliceOfRow,
            List<String> sliceNames,
            BinaryOperator<String> naming,
            IntUnaryOperator times) {
        this.classOfRow = classOfRow;
        this.classNames = withOther(classNames);
        this.sliceOfRow = sliceOfRow;
        this.sliceNames = withOther(sliceNames);
        this.naming = naming;
        this.times = times;
        this.classRows = new int[classNames.size()];
        for (int row = 0; row < classOfRow.length; row++) {
            classRows[classOfRow[row]] += times.applyAsInt(row);
        }
        this.classTargets = RareMerge.targets(classRows, Strata.MOST);
        this.sliceRows = new int[classNames.size() + 1][];
        this.sliceTargets = new int[sliceRows.length][];
        this.stratumOfCell = new int[sliceRows.length][];
    }

    /** Divides rows by class; {@code times} tells how many rows each stands for. */
    static Strata ofClasses(int[] classOfRow, List<String> classNames, IntUnaryOperator times) {
        return new CrossedStrata(classOfRow, classNames, row -> 0, List.of("all"), (label, slice) -> label, times)
                .strata();
    }

    static Strata ofClassesAndSlices(
            int[] classOfRow,
            List<String> classNames,
            int[] sliceOfRow,
            List<String> sliceNames,
            IntUnaryOperator times) {
        BinaryOperator<String> naming = (label, slice) -> label + " & " + slice;
        return new CrossedStrata(classOfRow, classNames, row -> sliceOfRow[row], sliceNames, naming, times).strata();
    }

    private static List<String> withOther(List<String> names) {
        return Stream.concat(names.stream(), Stream.of(StrataList.OTHER)).toList();
    }

    private Strata strata() {
        countCells();
        mergeSlices();
        numberCells();
        int[] mergedClassRows = RareMerge.merged(classRows, classTargets);
        return new Strata(stratumOfRow(), list, Allocation.classShares(mergedClassRows));
    }

    /** Rows by class and slice; only classes that have rows get an array. */
    private void countCells() {
        for (int row = 0; row < classOfRow.length; row++) {
            int c = classTargets[classOfRow[row]];
            if (sliceRows[c] == null) {
                sliceRows[c] = new int[sliceNames.size() - 1];
            }
            sliceRows[c][sliceOfRow.applyAsInt(row)] += times.applyAsInt(row);
        }
    }

    private void mergeSlices() {
        int limit = slicesPerClass();
        for (int c : classesWithRows()) {
            sliceTargets[c] = RareMerge.targets(sliceRows[c], limit);
        }
    }

    /** Returns the largest number of slices per class with which the strata are not too many. */
    private int slicesPerClass() {
        int[] slices = Arrays.stream(classesWithRows())
                .map(c -> RareMerge.occurring(sliceRows[c]))
                .toArray();
        int limit = Strata.MOST;
        while (total(slices, limit) > Strata.MOST) {
            limit--;
        }
        return limit;
    }

    private static int total(int[] slices, int limit) {
        return Arrays.stream(slices).map(count -> Math.min(count, limit)).sum();
    }

    private int[] classesWithRows() {
        return IntStream.range(0, sliceRows.length)
                .filter(c -> sliceRows[c] != null)
                .toArray();
    }

    private void numberCells() {
        for (int c : classesWithRows()) {
            int[] rows = RareMerge.merged(sliceRows[c], sliceTargets[c]);
            stratumOfCell[c] = new int[rows.length];
            for (int s = 0; s < rows.length; s++) {
                if (rows[s] > 0) {
                    stratumOfCell[c][s] = list.add(name(c, s), c, rows[s]);
                    recordMerges(c, s);
                }
            }
        }
    }

    private void recordMerges(int c, int s) {
        int stratum = stratumOfCell[c][s];
        if (c == classRows.length) {
            list.addMerge(stratum, members(classRows, classTargets, classNames));
        }
        if (s == sliceRows[c].length) {
            List<String> crossed = sliceNames.stream()
                    .map(slice -> naming.apply(classNames.get(c), slice))
                    .toList();
            list.addMerge(stratum, members(sliceRows[c], sliceTargets[c], crossed));
        }
    }

    private static List<String> members(int[] rows, int[] targets, List<String> names) {
        List<String> members = new ArrayList<>();
        for (int item = 0; item < rows.length; item++) {
            if (rows[item] > 0 && targets[item] == rows.length) {
                members.add(names.get(item));
            }
        }
        return members;
    }

    private String name(int c, int s) {
        return naming.apply(classNames.get(c), sliceNames.get(s));
    }

    private byte[] stratumOfRow() {
        byte[] strata = new byte[classOfRow.length];
        for (int row = 0; row < strata.length; row++) {
            int c = classTargets[classOfRow[row]];
            int s = sliceTargets[c][sliceOfRow.applyAsInt(row)];
            strata[row] = (byte) stratumOfCell[c][s];
        }
        return strata;
    }
}
