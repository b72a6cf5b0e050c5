package io.github.tiercel.result;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How the values of one column differ between two data sets.
 *
 * @param name the column's name
 * @param isNumber whether it holds numbers; text otherwise
 * @param psi the population stability index over {@code bins}, at least 0; empty where a set has no value
 * @param ks the Kolmogorov-Smirnov distance of numbers, in [0, 1]; empty for text, and where a set has no value
 * @param test of "the values are distributed alike"; empty where a set has no value
 * @param missing how often there is no value
 * @param bins what the index was computed from
 * @param reference where the numbers of the reference lie; empty for text, and without values
 * @param data where those of the data lie
 * @param unseenRows rows of the data whose text the reference has not
 * @param unseen the first three such texts
 * @param isSignificant whether an adjusted p-value, of the values or of those missing, is at most alpha
 * @param isLarge whether the index, the distance or the difference of missing values reaches its threshold
 * @param isSkewed whether the values, or those missing, differ both significantly and by much: certain, and worth a
 *     look
 * @since 0.1
 */
public record ColumnSkew(
        String name,
        boolean isNumber,
        OptionalDouble psi,
        OptionalDouble ks,
        Optional<SkewTest> test,
        MissingSkew missing,
        List<SkewBin> bins,
        Optional<NumberSummary> reference,
        Optional<NumberSummary> data,
        int unseenRows,
        List<String> unseen,
        boolean isSignificant,
        boolean isLarge,
        boolean isSkewed) {

    /** Copies the lists. */
    public ColumnSkew {
        bins = List.copyOf(bins);
        unseen = List.copyOf(unseen);
    }
}
