package io.github.tiercel.serving;

import io.github.tiercel.data.Column;
import io.github.tiercel.data.Columns;
import io.github.tiercel.data.DataException;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.result.ColumnSkew;
import io.github.tiercel.result.SkewResult;
import io.github.tiercel.result.SkewThresholds;
import io.github.tiercel.result.TypeMismatch;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whether the features that a service sees are those that a model was trained on: two data sets, column by column.
 *
 * <ul>
 *   <li>The population stability index, {@code PSI = sum (q - p) ln(q / p)}, p and q being the shares of reference and
 *       data in each bin after half a row was added to every bin of both. Bins are tenths of the reference's rows by
 *       value, equal numbers never parted, the outer ones open; each value by itself where both sets together have no
 *       more of them than there are bins; for text the 50 most frequent categories of the reference, its others
 *       together, and those that it has not together. The counts are in the result, so that the index can be computed
 *       by hand.
 *   <li>For numbers the Kolmogorov-Smirnov distance, the largest distance of the distribution functions, with its
 *       asymptotic p-value, which ties make too large. For text, and numbers of few values, the G-test on the bins.
 *   <li>How often values are missing, with Newcombe's interval for the difference, data less reference, and a G-test.
 *       NaN counts as missing.
 *   <li>For text the rows whose value the reference has not.
 * </ul>
 *
 * <p>A column is <em>significant</em> if a p-value is at most alpha after Holm's adjustment for all tests of all
 * columns, and <em>large</em> if its index, its distance or its difference of missing values reaches a threshold. With
 * a million rows nearly everything is significant; with a hundred, an index of 0.2 comes by chance. It is skewed if its
 * values, or those missing, are both. See {@link SkewThresholds}.
 *
 * <p>Where all numbers of one set fit into 32 bits, those of the other are rounded to as many, since services often
 * read that much of what training had in 64: otherwise no value of the one would equal any of the other. Tests take
 * rows to be independent. The G-test is asymptotic, and rough where bins expect fewer than five rows. Columns of one
 * set only, or of another type, are listed as such; integers and other numbers are of one type.
 *
 * <p>Immutable, and safe for use by several threads. O(n log n) for n rows of each column, 16 bytes a row.
 *
 * <p>Sources: S. Kolmogorov, Giornale dell'Istituto Italiano degli Attuari 4 (1933); N. V. Smirnov, Annals of
 * Mathematical Statistics 19 (1948), doi:10.1214/aoms/1177730256; the index is Jeffreys' divergence, Proc. Royal
 * Society A 186 (1946), doi:10.1098/rspa.1946.0056.
 *
 * <pre>{@code
 * SkewResult skew = FeatureSkew.between(training, serving).columns("hour", "distance").result();
 * List<ColumnSkew> toLookAt = skew.skewed();
 * }</pre>
 *
 * @since 0.1
 */
public final class FeatureSkew {

    /** Bins of numbers unless another number is named. */
    public static final int DEFAULT_BINS = 10;

    private final Columns reference;
    private final Columns data;
    private final List<String> names;
    private final int bins;
    private final SkewThresholds thresholds;

    private FeatureSkew(Columns reference, Columns data, List<String> names, int bins, SkewThresholds thresholds) {
        this.reference = reference;
        this.data = data;
        this.names = names;
        this.bins = bins;
        this.thresholds = thresholds;
    }

    /**
     * {@return a comparison of all columns}
     *
     * @param reference rows of training
     * @param data rows to compare with them
     * @throws DataException if one of them has no row
     */
    public static FeatureSkew between(Columns reference, Columns data) {
        for (Columns side : List.of(reference, data)) {
            if (side.rows() == 0) {
                throw new DataException(
                        "NO_ROWS", "There is no row in " + side.source() + ". Give at least one on either side.");
            }
        }
        List<String> all = Stream.concat(reference.names().stream(), data.names().stream())
                .distinct()
                .toList();
        return new FeatureSkew(reference, data, all, DEFAULT_BINS, SkewThresholds.DEFAULT);
    }

    /**
     * {@return the same comparison of some columns}
     *
     * @param some their names, at least one; each must be in one of the sets
     * @throws IllegalArgumentException if none is named, or there is no such column in either
     */
    public FeatureSkew columns(String... some) {
        List<String> chosen = List.copyOf(new LinkedHashSet<>(List.of(some)));
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("columns must name at least one, got none");
        }
        for (String name : chosen) {
            if (!data.names().contains(name)) {
                reference.column(name);
            }
        }
        return new FeatureSkew(reference, data, chosen, bins, thresholds);
    }

    /**
     * {@return the same comparison with another number of bins for numbers}
     *
     * @param number at least 2
     * @throws IllegalArgumentException if it is less
     */
    public FeatureSkew bins(int number) {
        if (number < 2) {
            throw new IllegalArgumentException("bins must be at least 2, got " + number);
        }
        return new FeatureSkew(reference, data, names, number, thresholds);
    }

    /**
     * {@return the same comparison with other thresholds}
     *
     * @param other when a column counts as significant, and when as large
     */
    public FeatureSkew thresholds(SkewThresholds other) {
        return new FeatureSkew(reference, data, names, bins, other);
    }

    /**
     * {@return how the columns differ}
     *
     * @throws DataException if no column is in both sets with one type
     */
    public SkewResult result() {
        List<String> both = names.stream().filter(this::isInBoth).toList();
        List<TypeMismatch> otherTypes = both.stream()
                .filter(name -> !isOfOneType(name))
                .map(this::mismatch)
                .toList();
        List<String> compared = both.stream().filter(this::isOfOneType).toList();
        if (compared.isEmpty()) {
            throw nothingInCommon(otherTypes);
        }
        List<ColumnSkew> alone = compared.stream()
                .map(name ->
                        new ColumnPair(reference.column(name), data.column(name), bins, Evaluator.DEFAULT_LEVEL).skew())
                .toList();
        return new SkewResult(
                reference.source(),
                data.source(),
                reference.rows(),
                data.rows(),
                thresholds,
                Evaluator.DEFAULT_LEVEL,
                new HolmFamily(thresholds).judged(alone),
                only(reference, data),
                only(data, reference),
                otherTypes,
                Origin.of(Map.of(), settings()));
    }

    private boolean isInBoth(String name) {
        return reference.names().contains(name) && data.names().contains(name);
    }

    private boolean isOfOneType(String name) {
        return ColumnPair.isText(reference.column(name)) == ColumnPair.isText(data.column(name));
    }

    private TypeMismatch mismatch(String name) {
        return new TypeMismatch(name, held(reference.column(name)), held(data.column(name)));
    }

    private static String held(Column column) {
        return ColumnPair.isText(column) ? "text" : "numbers";
    }

    private List<String> only(Columns one, Columns other) {
        return names.stream()
                .filter(name -> one.names().contains(name) && !other.names().contains(name))
                .toList();
    }

    private DataException nothingInCommon(List<TypeMismatch> otherTypes) {
        String types = otherTypes.isEmpty()
                ? ""
                : " \"" + otherTypes.get(0).name() + "\" holds "
                        + otherTypes.get(0).reference() + " there and "
                        + otherTypes.get(0).data() + " here.";
        return new DataException(
                "NO_SHARED_COLUMNS",
                "Of the " + names.size() + " columns to compare, " + reference.source() + " and " + data.source()
                        + " share none of one type." + types + " Give both the same names and types.");
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("bins", String.valueOf(bins));
        settings.put("level", String.valueOf(Evaluator.DEFAULT_LEVEL));
        return settings;
    }
}
