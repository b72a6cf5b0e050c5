package io.github.tiercel.sampling;

import java.util.List;

/**
 * Strata of rows that are too many for one byte each: it knows kinds of rows, the stratum of each kind and how many
 * rows each stratum has. Rows of one kind have the same class and slice, or fall into the same {@linkplain LabelRanges
 * range} of a label.
 *
 * <p>Shares, merges and names are those that {@link Strata} of the same rows has, to the last bit. Immutable, safe for
 * use by several threads.
 *
 * <pre>{@code
 * Stratification strata = Stratification.ofClasses(new int[] {1, 0}, List.of("ham", "spam"), new int[] {70, 930});
 * strata.stratum(1);  // 0: ham, of 930 rows
 * }</pre>
 *
 * @since 0.1
 */
public final class Stratification {

    private final Strata kinds;

    /** Takes strata whose rows are kinds, but whose sizes count rows. */
    Stratification(Strata kinds) {
        this.kinds = kinds;
    }

    /**
     * Divides rows by class, as {@link Strata#ofClasses} does.
     *
     * @param classOfKind for each kind of row an index into {@code classNames}; not kept
     * @param classNames one name per class
     * @param rowsOfKind how many rows of each kind there are, at least 1, at most 2^31 - 1 in all; not kept
     * @return one stratum per class that has rows, at most 256
     * @throws IllegalArgumentException if an index is out of range, the arrays differ in length or a kind has no row
     */
    public static Stratification ofClasses(int[] classOfKind, List<String> classNames, int[] rowsOfKind) {
        Arguments.codes("classOfKind", classOfKind, classNames.size());
        requireRows(classOfKind, rowsOfKind);
        return new Stratification(CrossedStrata.ofClasses(classOfKind, classNames, kind -> rowsOfKind[kind]));
    }

    /**
     * Divides rows by class and slice, as {@link Strata#ofClassesAndSlices} does.
     *
     * @param classOfKind for each kind of row an index into {@code classNames}; not kept
     * @param classNames one name per class
     * @param sliceOfKind for each kind of row an index into {@code sliceNames}; not kept
     * @param sliceNames one name per slice
     * @param rowsOfKind how many rows of each kind there are, at least 1, at most 2^31 - 1 in all; not kept
     * @return one stratum per class and slice that has rows, at most 256
     * @throws IllegalArgumentException if an index is out of range, the arrays differ in length or a kind has no row
     */
    public static Stratification ofClassesAndSlices(
            int[] classOfKind, List<String> classNames, int[] sliceOfKind, List<String> sliceNames, int[] rowsOfKind) {
        Arguments.codes("classOfKind", classOfKind, classNames.size());
        Arguments.codes("sliceOfKind", sliceOfKind, sliceNames.size());
        Arguments.sameRows("classOfKind", classOfKind.length, "sliceOfKind", sliceOfKind.length);
        requireRows(classOfKind, rowsOfKind);
        return new Stratification(CrossedStrata.ofClassesAndSlices(
                classOfKind, classNames, sliceOfKind, sliceNames, kind -> rowsOfKind[kind]));
    }

    private static void requireRows(int[] kinds, int[] rowsOfKind) {
        Arguments.sameRows("classOfKind", kinds.length, "rowsOfKind", rowsOfKind.length);
        Arguments.eachHasRows("kinds", rowsOfKind);
    }

    /**
     * {@return the stratum of rows of a kind}
     *
     * @param kind in [0, number of kinds)
     * @throws IllegalArgumentException if {@code kind} is out of range
     */
    public int stratum(int kind) {
        Arguments.index("kind", kind, kinds.rows());
        return kinds.stratum(kind);
    }

    /** {@return the number of strata, in [0, 256]} */
    public int count() {
        return kinds.count();
    }

    /** {@return a new array of N_h, the number of rows of each stratum} */
    public int[] sizes() {
        return kinds.sizes();
    }

    /** {@return what is known of each stratum beside its rows, as {@link Strata#parts} gives it} */
    public List<Strata.Part> parts() {
        return kinds.parts();
    }

    /** {@return what was merged to stay within 256 strata, as {@link Strata#merges} gives it} */
    public List<Strata.Merge> merges() {
        return kinds.merges();
    }

    Interleaving interleaving() {
        return kinds.interleaving();
    }
}
