package io.github.tiercel.duckdb;

import io.github.tiercel.data.DataException;
import io.github.tiercel.data.FeatureRow;
import io.github.tiercel.data.Features;
import io.github.tiercel.packed.KeptSet;
import io.github.tiercel.packed.PackedCatalog;
import io.github.tiercel.packed.PackedSet;
import io.github.tiercel.packed.SetDescription;
import io.github.tiercel.sampling.Strata;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sets of a folder that may hold the rows of a source that has other labels now. If one does, the source keeps its
 * order, and with it the scores that are stored in that order.
 *
 * <p>Whether rows are the same is known only when they are packed, for it takes all their features in the set's order.
 * So the order of a set with the same keys, whose features agree in the source's first rows, is taken on trust, and the
 * new set is compared with it before it gets its name. For one packing, in one thread.
 */
final class EarlierSets implements EarlierOrder {

    private final List<Path> sets;
    private final FirstRows firstRows;
    private @Nullable Path kept;

    private EarlierSets(List<Path> sets, FirstRows firstRows) {
        this.sets = sets;
        this.firstRows = firstRows;
    }

    /** The rows turned out to be others than those whose order they got. */
    static final class OtherRowsException extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    /**
     * Finds sets that are ordered by their labels alone, as the one to be packed, and share features with it.
     *
     * @param catalog of the folder
     * @param folder the folder
     * @param data the source
     * @param options what is asked of the packing
     */
    static EarlierSets of(PackedCatalog catalog, Path folder, Path data, PackingOptions options) {
        List<Path> sets = options.isOrderedByLabels()
                ? catalog.list().stream()
                        .filter(set -> !set.isDamaged())
                        .map(KeptSet::name)
                        .flatMap(name -> opened(folder.resolve(name)).stream())
                        .filter(set -> isLike(set.description(), options))
                        .map(PackedSet::folder)
                        .toList()
                : List.of();
        return new EarlierSets(sets, new FirstRows(data, options));
    }

    private static Optional<PackedSet> opened(Path folder) {
        try {
            return Optional.of(PackedSet.open(folder));
        } catch (DataException e) {
            // Deleted since it was listed.
            return Optional.empty();
        }
    }

    private static boolean isLike(SetDescription set, PackingOptions options) {
        return set.seed() == options.seed()
                && !set.strata().isEmpty()
                && PackingOptions.isOrderedByLabels(set.options())
                && !shared(set.features(), options.features().orElse(set.features()))
                        .isEmpty();
    }

    /** The smaller one of two lists of which one holds the other; else nothing. */
    private static List<String> shared(List<String> one, List<String> other) {
        if (one.containsAll(other)) {
            return other;
        }
        return other.containsAll(one) ? one : List.of();
    }

    @Override
    public Optional<Strata> strata(long[] keys) {
        for (Path folder : sets) {
            // Opened for this alone: what an open set knows of its rows takes memory.
            Optional<Strata> strata = opened(folder).flatMap(set -> strata(set, keys));
            if (strata.isPresent()) {
                kept = folder;
                return strata;
            }
        }
        return Optional.empty();
    }

    private Optional<Strata> strata(PackedSet set, long[] keys) {
        try {
            Optional<int[]> rows = set.rows() == keys.length ? SameKeys.rows(set.keys(), keys) : Optional.empty();
            List<String> features = set.description().features();
            boolean agrees = rows.isPresent()
                    && firstRows.agreeWith(
                            set, shared(features, firstRows.features().orElse(features)));
            return agrees ? set.strata().map(strata -> strata.ofRows(rows.orElseThrow())) : Optional.empty();
        } catch (DataException e) {
            // Damaged, or deleted meanwhile.
            return Optional.empty();
        }
    }

    /**
     * Compares a set with the one whose order it got, if it got one.
     *
     * @throws OtherRowsException if a shared feature of a row differs, or nothing is left to compare with
     */
    void check(PackedSet packed) {
        if (kept != null && !hasContentOf(packed, kept)) {
            throw new OtherRowsException();
        }
    }

    private static boolean hasContentOf(PackedSet packed, Path kept) {
        try {
            PackedSet earlier = PackedSet.open(kept);
            List<String> names = shared(
                    earlier.description().features(), packed.description().features());
            return !names.isEmpty() && content(packed, names).equals(content(earlier, names));
        } catch (DataException e) {
            return false;
        }
    }

    /** What tells keys and features in the order of a set from all others. */
    private static String content(PackedSet set, List<String> names) {
        Features<FeatureRow> features = set.features(names.toArray(String[]::new));
        return features.fingerprint(set.keys(), features.firstRows(set.rows())).orElseThrow();
    }
}
