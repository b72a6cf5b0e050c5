package io.github.tiercel.duckdb;

import io.github.tiercel.data.ColumnRoles;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Filter;
import io.github.tiercel.packed.PackedCatalog;
import io.github.tiercel.packed.PackedSet;
import io.github.tiercel.packed.PackedSetWriter;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Packs a file, or a folder of Parquet files, into a {@link PackedSet}: its rows in the stratified order in which
 * models score them, whatever {@link DuckDbReader} reads.
 *
 * <p><b>Two passes.</b> The first reads labels, ids and groups, checks them and orders the rows; the second reads all
 * columns in the order of the file and sorts them by position, through temporary files of about the size of the set in
 * the target's folder. Only the columns and rows asked for leave the source. The same source and wishes give the same
 * bytes.
 *
 * <p><b>Memory.</b> 128 MiB for DuckDB; 64 MiB, or 65,536 rows if these are longer, for sorting; up to 100 MiB for
 * texts; and in the first pass 19 bytes a row (26 for numbers to predict, 30 with weights, 29 in clusters, more with
 * several of these: docs/packing.md), in the second 6 (13 for numbers, 14 in clusters). Queries and clusters take 40 to
 * 100 bytes each beside. More than 50,000,000 rows are ordered on disk, which takes 104 MiB whatever their number, and
 * up to 33 bytes a row in the target's folder; in queries or clusters, or stratified by bins of numbers, these are
 * refused. At most 2,146,435,071 rows.
 *
 * <p><b>Text</b> is held as a dictionary: 524,288 texts at most, with 33,554,432 characters, in all columns together.
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * <pre>{@code
 * PackedSet flights = DuckDbPacker.of(Path.of("flights.parquet"), ColumnRoles.label("late").id("id").slice("month"))
 *         .features("distance", "carrier")
 *         .pack(Path.of("flights.packed"));
 * }</pre>
 *
 * @since 0.1
 */
public final class DuckDbPacker {

    private static final long DUCKDB_BYTES = 128L << 20;

    private final Path path;
    private final PackingOptions options;
    private final Limits limits;
    private final OrderLimits orderLimits;

    private DuckDbPacker(Path path, PackingOptions options, Limits limits, OrderLimits orderLimits) {
        this.path = path;
        this.options = options;
        this.limits = limits;
        this.orderLimits = orderLimits;
    }

    /** Told how far a packing is. */
    @FunctionalInterface
    public interface Progress {

        /**
         * Rows were read or written; every few thousand of them, in the calling thread.
         *
         * @param rows rows so far; each counts when it is ordered, when it is read, and when it is written
         * @param all three times the rows there are
         */
        void at(long rows, long all);
    }

    /**
     * {@return a packer of all rows and columns; nothing is opened yet}
     *
     * @param path a file or a folder
     * @param roles which column is what; folds are not supported
     * @throws IllegalArgumentException if folds are named
     */
    public static DuckDbPacker of(Path path, ColumnRoles roles) {
        if (roles.fold().isPresent()) {
            throw new IllegalArgumentException(
                    "A packed set has no folds: its rows are scored by one model, but column \""
                            + roles.fold().get() + "\" says which of several did it. Leave the folds out.");
        }
        PackingOptions options = new PackingOptions(
                roles,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false,
                EvaluationSet.DEFAULT_SEED,
                EarlierOrder.NONE);
        return new DuckDbPacker(path, options, Limits.DEFAULT.withBytes(DUCKDB_BYTES), OrderLimits.DEFAULT);
    }

    private DuckDbPacker with(PackingOptions changed) {
        return new DuckDbPacker(path, changed, limits, orderLimits);
    }

    /**
     * {@return a packer of these columns for models to read; unless they are named, of all columns that are neither
     * label, id, weight, query nor cluster}
     *
     * @param names names in exactly the file's spelling
     */
    public DuckDbPacker features(String... names) {
        return features(List.of(names));
    }

    /**
     * {@return a packer of these columns for models to read; none if the list is empty}
     *
     * @param names names in exactly the file's spelling; one named twice is packed once
     */
    public DuckDbPacker features(List<String> names) {
        return with(options.features(List.copyOf(new LinkedHashSet<>(names))));
    }

    /**
     * {@return a packer of the rows that meet a condition, besides those set before}
     *
     * @param condition the condition, on any columns of the file
     */
    public DuckDbPacker where(Filter condition) {
        return with(options.where(condition));
    }

    /**
     * {@return a packer whose strata are the classes crossed with what columns hold; by default they are the classes}
     *
     * @param slices columns, {@code "month & origin"} or {@code "distance:4"}, as in {@link ColumnRoles#slice}
     */
    public DuckDbPacker stratify(List<String> slices) {
        return with(options.stratify(List.copyOf(slices)));
    }

    /** {@return a packer that leaves rows without a label out, where others refuse them} */
    public DuckDbPacker dropUnlabelled() {
        return with(options.dropUnlabelled());
    }

    /**
     * {@return a packer with another seed of sampling and bootstrap}
     *
     * @param seed any number; {@value EvaluationSet#DEFAULT_SEED} unless set
     */
    public DuckDbPacker seed(long seed) {
        return with(options.seed(seed));
    }

    /**
     * {@return a packer whose DuckDB uses at most this much memory, outside of the Java heap; 128 MiB unless set}
     *
     * @param bytes bytes, at least 1; a thread is used for each 64 MiB, and one at least
     */
    public DuckDbPacker memoryLimit(long bytes) {
        return new DuckDbPacker(path, options, limits.withBytes(bytes), orderLimits);
    }

    /** {@return a packer that orders more rows than this on disk} */
    DuckDbPacker orderLimits(OrderLimits value) {
        return new DuckDbPacker(path, options, limits, value);
    }

    /** {@return what is asked of the packing, as {@link PackedSet#isOf} compares it} */
    public String options() {
        return options.text();
    }

    /**
     * {@return the SHA-256 of the source's bytes}
     *
     * @throws io.github.tiercel.data.DataException if there is nothing to read, or it cannot be read
     */
    public String fingerprint() {
        return DuckDbReader.open(path).fingerprint();
    }

    Path path() {
        return path;
    }

    /** {@return a packer of rows that keep the order they had, if they had one} */
    DuckDbPacker keeping(EarlierOrder order) {
        return with(options.keeping(order));
    }

    /** {@return the sets of a folder that may hold the same rows with other labels} */
    EarlierSets earlierSets(PackedCatalog catalog, Path folder) {
        return EarlierSets.of(catalog, folder, path, options);
    }

    /**
     * Packs into a folder. A packed set that is there is replaced once the new one is whole.
     *
     * @param target the folder, which must be empty or a packed set if it is there
     * @return the set
     * @throws io.github.tiercel.data.DataException if the source cannot be read or evaluated, or the set not be written
     * @throws IllegalArgumentException if a column does not exist, or a filter's value does not suit its column
     */
    public PackedSet pack(Path target) {
        return pack(target, (rows, all) -> {});
    }

    /**
     * Packs into a folder, as {@link #pack(Path)} does.
     *
     * @param target the folder, which must be empty or a packed set if it is there
     * @param progress told how far it is
     * @return the set
     * @throws io.github.tiercel.data.DataException if the source cannot be read or evaluated, or the set not be written
     * @throws IllegalArgumentException if a column does not exist, or a filter's value does not suit its column
     */
    public PackedSet pack(Path target, Progress progress) {
        try (PackedSetWriter writer = PackedSetWriter.to(target)) {
            return pack(writer, progress, fingerprint());
        }
    }

    PackedSet pack(PackedSetWriter writer, Progress progress, String fingerprint) {
        return new Packing(path, options, limits, orderLimits, progress).into(writer, fingerprint);
    }
}
