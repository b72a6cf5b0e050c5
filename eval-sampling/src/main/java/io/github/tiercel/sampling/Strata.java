package io.github.tiercel.sampling;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A division of the rows of an evaluation set into strata, and the share that each gets of a sample.
 *
 * <p>Strata are the classes, classes crossed with slices, ranges of a regression label, or one stratum for all rows.
 * They are numbered 0, 1, ... by class index and then slice index (or ascending label); a class or slice without rows
 * gets none. Every row is in one stratum.
 *
 * <p><b>Shares.</b> With K classes of N_c rows, a_c = sqrt(N_c) / sum of sqrt(N), f = min(100/1024, 1/(2K)) and b_c =
 * max(a_c, f), class c gets the share s_c = b_c / sum of b: rare classes are drawn more often than common ones, and
 * their rows weigh less for it. Within a class strata share in proportion to their rows: the weight of stratum h is N_h
 * s_c / N_c. Ranges of a label have shares proportional to sqrt(N_h), without a floor.
 *
 * <p><b>At most 256 strata.</b> If more than 256 classes have rows, the 255 most frequent stay (the lower index first
 * among equals) and the rest become one class "other". Then, if there are more than 256 pairs of class and slice, no
 * class keeps more than L strata, L the largest number with which the total is at most 256: its L - 1 most frequent
 * slices (the lower index first among equals) and one "other". {@link #merges()} tells what was merged.
 *
 * <p>Strata must not depend on the scores of the model that is evaluated: the order stands before any model.
 *
 * <p>Building is O(n) and keeps 1 byte a row. Immutable, safe for use by several threads.
 *
 * <p>Source: Cochran, Sampling Techniques, 3rd edition 1977, chapters 5 and 5A; the square-root rule lies between
 * proportional and equal allocation (a "power allocation").
 *
 * <pre>{@code
 * Strata strata = Strata.ofClasses(new int[] {0, 1, 0, 0}, List.of("ham", "spam"));
 * strata.size(0);  // 3
 * }</pre>
 *
 * @since 0.1
 */
public final class Strata {

    /** The most strata that rows are divided into. */
    static final int MOST = 256;

    private final byte[] stratumOfRow;
    private final int[] sizes;
    private final int[] classOfStratum;
    private final List<String> names;
    private final List<Merge> merges;
    private final double[] weights;

    /** Takes the arrays over; {@code classShares} has the share of each class index that occurs in the list. */
    Strata(byte[] stratumOfRow, StrataList list, double[] classShares) {
        this.stratumOfRow = stratumOfRow;
        this.sizes = list.sizes();
        this.classOfStratum = list.classes();
        this.names = list.names();
        this.merges = list.merges();
        this.weights = Allocation.stratumWeights(sizes, classOfStratum, classShares);
    }

    private Strata(byte[] stratumOfRow, int[] sizes, List<Part> parts, List<Merge> merges) {
        this.stratumOfRow = stratumOfRow;
        this.sizes = sizes;
        this.classOfStratum = parts.stream().mapToInt(Part::classIndex).toArray();
        this.names = parts.stream().map(Part::name).toList();
        this.merges = List.copyOf(merges);
        this.weights = parts.stream().mapToDouble(Part::weight).toArray();
    }

    /**
     * Makes a division again from what it consists of: one that was kept in a file is the same to the last bit.
     *
     * @param stratumOfRow one stratum per row, as an unsigned byte; not kept
     * @param parts the strata, at most 256, each with a row at least
     * @param merges what {@link #merges()} gave
     * @return strata equal to those that gave the parts
     * @throws IllegalArgumentException if a row, a stratum or a merge does not fit the others
     */
    public static Strata of(byte[] stratumOfRow, List<Part> parts, List<Merge> merges) {
        Arguments.inRange("the number of parts", parts.size(), 0, MOST);
        merges.forEach(merge -> Arguments.index("the stratum of a merge", merge.stratum(), parts.size()));
        int[] sizes = new int[parts.size()];
        for (int row = 0; row < stratumOfRow.length; row++) {
            int stratum = Byte.toUnsignedInt(stratumOfRow[row]);
            if (stratum >= sizes.length) {
                // Not before: a text for each of millions of rows.
                Arguments.index("the stratum of row " + row, stratum, sizes.length);
            }
            sizes[stratum]++;
        }
        Arguments.eachHasRows("parts", sizes);
        return new Strata(stratumOfRow.clone(), sizes, parts, merges);
    }

    /**
     * Divides rows by class.
     *
     * @param classOfRow one index into {@code classNames} per row; not kept
     * @param classNames one name per class, for reports
     * @return one stratum per class that has rows, at most 256
     * @throws IllegalArgumentException if an index is out of range
     */
    public static Strata ofClasses(int[] classOfRow, List<String> classNames) {
        Arguments.codes("classOfRow", classOfRow, classNames.size());
        return CrossedStrata.ofClasses(classOfRow, classNames, row -> 1);
    }

    /**
     * Divides rows by class and slice. Takes 4 bytes for each pair of a class and a slice while building.
     *
     * @param classOfRow one index into {@code classNames} per row; not kept
     * @param classNames one name per class
     * @param sliceOfRow one index into {@code sliceNames} per row; not kept
     * @param sliceNames one name per slice
     * @return one stratum per class and slice that has rows, named "class &amp; slice", at most 256
     * @throws IllegalArgumentException if an index is out of range or the arrays differ in length
     */
    public static Strata ofClassesAndSlices(
            int[] classOfRow, List<String> classNames, int[] sliceOfRow, List<String> sliceNames) {
        Arguments.sameRows("classOfRow", classOfRow.length, "sliceOfRow", sliceOfRow.length);
        Arguments.codes("classOfRow", classOfRow, classNames.size());
        Arguments.codes("sliceOfRow", sliceOfRow, sliceNames.size());
        return CrossedStrata.ofClassesAndSlices(classOfRow, classNames, sliceOfRow, sliceNames, row -> 1);
    }

    /**
     * Divides rows by ranges of a regression label: cuts at its deciles and at the quantiles .01, .99 and .999, so that
     * the tails, where squared errors are made, have strata of their own.
     *
     * <p>The quantile p of n labels is the label of rank floor(p n), counted from 0 in ascending order; a row belongs
     * to the range that its label's value falls into, lower end inclusive, so that equal labels are never parted.
     * Ranges without rows (few rows, many ties) are left out: at most 13 strata.
     *
     * @param labels one finite number per row; not kept
     * @return the strata, ascending by label, each its own class
     * @throws IllegalArgumentException if a label is NaN or infinite
     */
    public static Strata ofQuantiles(double[] labels) {
        Arguments.finite("labels", labels);
        return LabelRanges.of(labels.length, consumer -> Arrays.stream(labels).forEach(consumer))
                .strata(labels);
    }

    /**
     * Puts all rows into one stratum: an order by hash alone, a simple random sample without replacement.
     *
     * @param rows number of rows, not negative
     * @return one stratum named "all", none if there are no rows
     * @throws IllegalArgumentException if {@code rows} is negative
     */
    public static Strata single(int rows) {
        Arguments.notNegative("rows", rows);
        StrataList list = new StrataList();
        if (rows > 0) {
            list.add("all", 0, rows);
        }
        return new Strata(new byte[rows], list, new double[] {1.0});
    }

    /** {@return the number of rows, 0 or more} */
    public int rows() {
        return stratumOfRow.length;
    }

    /** {@return the number of strata, in [0, 256]} */
    public int count() {
        return sizes.length;
    }

    /**
     * Returns the stratum of a source row.
     *
     * @param row in [0, {@link #rows()})
     * @return a stratum in [0, {@link #count()})
     * @throws IllegalArgumentException if {@code row} is out of range
     */
    public int stratum(int row) {
        Arguments.index("row", row, stratumOfRow.length);
        return Byte.toUnsignedInt(stratumOfRow[row]);
    }

    /**
     * Returns N_h, the number of rows of a stratum.
     *
     * @param stratum in [0, {@link #count()})
     * @return a count of at least 1
     * @throws IllegalArgumentException if {@code stratum} is out of range
     */
    public int size(int stratum) {
        return sizes[existing(stratum)];
    }

    /** {@return a new array of N_h by stratum, summing to {@link #rows()}} */
    public int[] sizes() {
        return sizes.clone();
    }

    /**
     * Returns the class of a stratum. Strata of one class share its part of a sample.
     *
     * @param stratum in [0, {@link #count()})
     * @return the caller's class index; the number of classes for the class "other" of merged classes; the range's
     *     number for quantiles; the logarithm of the size, rounded down, for groups; 0 for a single stratum
     * @throws IllegalArgumentException if {@code stratum} is out of range
     */
    public int classOf(int stratum) {
        return classOfStratum[existing(stratum)];
    }

    /**
     * Returns the name of a stratum, for reports.
     *
     * @param stratum in [0, {@link #count()})
     * @return such as "spam", "spam &amp; mobile" or "[0.5, 1.25)"
     * @throws IllegalArgumentException if {@code stratum} is out of range
     */
    public String name(int stratum) {
        return names.get(existing(stratum));
    }

    /** {@return what was merged to stay within 256 strata, ascending by stratum; empty as a rule} */
    public List<Merge> merges() {
        return merges;
    }

    /** {@return what is known of each stratum beside its rows; {@link #of} makes strata from it again} */
    public List<Part> parts() {
        return IntStream.range(0, sizes.length)
                .mapToObj(h -> new Part(names.get(h), classOfStratum[h], weights[h]))
                .toList();
    }

    /**
     * Numbers the rows anew, or counts only some of them.
     *
     * @param rows for each row of the result the row that it is here, in [0, {@link #rows()})
     * @return the same strata of these rows
     * @throws IllegalArgumentException if a row is out of range, or a stratum would have none left
     */
    public Strata ofRows(int[] rows) {
        byte[] strata = new byte[rows.length];
        for (int i = 0; i < rows.length; i++) {
            strata[i] = (byte) stratum(rows[i]);
        }
        return of(strata, parts(), merges);
    }

    @Override
    public String toString() {
        return "Strata[" + rows() + " rows, sizes " + Arrays.toString(sizes) + "]";
    }

    /** Returns a new array with the position of each stratum's first row where strata stand one after another. */
    int[] starts() {
        return PrioritySort.starts(sizes);
    }

    /** Returns the stratum of each row as an unsigned byte; not to be changed. */
    byte[] ofRows() {
        return stratumOfRow;
    }

    Interleaving interleaving() {
        return new Interleaving(sizes, weights);
    }

    private int existing(int stratum) {
        Arguments.index("stratum", stratum, sizes.length);
        return stratum;
    }

    /**
     * A stratum without its rows.
     *
     * @param name its name, for reports
     * @param classIndex its class, 0 or more; see {@link Strata#classOf}
     * @param weight its share of a sample, positive and finite
     * @since 0.1
     */
    public record Part(String name, int classIndex, double weight) {

        /**
         * Checks the numbers.
         *
         * @throws IllegalArgumentException if the class is negative, or the weight is not positive and finite
         */
        public Part {
            Arguments.notNegative("classIndex", classIndex);
            if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("weight must be positive and finite, got " + weight);
            }
        }
    }

    /**
     * Classes or slices that lost their own stratum because there would have been more than 256.
     *
     * @param stratum the stratum that holds their rows, in [0, {@link Strata#count()})
     * @param members names of what was merged, two or more, by index; unmodifiable
     * @since 0.1
     */
    public record Merge(int stratum, List<String> members) {

        /**
         * Copies the list.
         *
         * @param stratum the stratum that holds their rows
         * @param members names of what was merged
         */
        public Merge {
            members = List.copyOf(members);
        }
    }
}
