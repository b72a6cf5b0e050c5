package io.github.tiercel.packed;

import io.github.tiercel.data.Column;
import io.github.tiercel.data.ColumnRoles;
import io.github.tiercel.data.Columns;
import io.github.tiercel.data.DataException;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.FeatureRow;
import io.github.tiercel.data.Features;
import io.github.tiercel.data.IntegerColumn;
import io.github.tiercel.data.TextColumn;
import io.github.tiercel.metrics.Task;
import io.github.tiercel.sampling.Strata;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation set on disk: a folder of Arrow files whose rows lie in the set's stratified order, so that the rows of
 * every tier are a prefix of them, read once from front to back.
 *
 * <p>Rows keep the numbers that they have in the source: an evaluation set made of a packed one equals the one made of
 * the same source in memory, to the last bit of every result. Only what models read stays on disk.
 *
 * <p>The folder holds {@code VERSION}; {@code set.txt}, which says what was packed and where each column's blocks are,
 * with their checksums; and a file for each range of positions, such as {@code 0-262144.arrow}, which pandas, polars
 * and others read. A folder without {@code set.txt} was never finished. Every block is compared with its CRC32C before
 * it is used.
 *
 * <p>Immutable, and safe for use by several threads. The files must not be changed while the set is in use.
 *
 * <pre>{@code
 * PackedSet packed = PackedSet.open(Path.of("flights.packed"));
 * var evaluator = Evaluator.of(packed.evaluationSet()).features(packed.features("distance", "carrier")).build();
 * }</pre>
 *
 * @since 0.1
 */
public final class PackedSet {

    /** What tells of the order, and no more of the rows. */
    private static final Set<PackedColumn> NOT_OF_SETS = Set.of(PackedColumn.ROW, PackedColumn.STRATUM);

    private final Path folder;
    private final SetIndex index;
    private final BlockReader reader;
    private int @Nullable [] positions;

    private PackedSet(Path folder, SetIndex index) {
        this.folder = folder;
        this.index = index;
        this.reader = new BlockReader(folder, index);
    }

    /**
     * {@return whether a folder holds a packed set, finished or not, of any version}
     *
     * @param folder any path
     */
    public static boolean isSet(Path folder) {
        return SetFolder.isSet(folder);
    }

    /**
     * Opens a set. Reads what it says of itself and compares the length of every file; values are read when they are
     * needed.
     *
     * @param folder the folder it was packed into
     * @return the set
     * @throws DataException if there is none, it is not finished, of another version, or damaged
     */
    public static PackedSet open(Path folder) {
        return new PackedSet(folder, SetFolder.read(folder));
    }

    /** {@return where the set is} */
    public Path folder() {
        return folder;
    }

    /** {@return what the set says of itself} */
    public SetDescription description() {
        return index.description();
    }

    /** {@return the number of rows, at least 1} */
    public int rows() {
        return description().rows();
    }

    /** {@return the length of its files, in bytes} */
    public long bytes() {
        return index.bytes();
    }

    /**
     * {@return whether it was packed of just these bytes, with just these wishes}
     *
     * @param fingerprint the SHA-256 of a source's bytes
     * @param options what is asked of the packing
     */
    public boolean isOf(String fingerprint, String options) {
        return description().fingerprint().equals(fingerprint)
                && description().options().equals(options);
    }

    /**
     * {@return the rows with everything but what models read: labels, and ids, weights, queries, clusters and slices
     * where there are any. Equal to the set of the same source in memory}
     *
     * <p>Takes 1 to 8 bytes a row for labels, 1 for the stratum, 8 for ids, weights and groups where given, 4 for each
     * slice and for the order; and twice that at most while it is read.
     *
     * @throws DataException if a file is damaged
     */
    public EvaluationSet evaluationSet() {
        List<PackedColumn> wanted = new ArrayList<>(description().columns().stream()
                .filter(column -> column.isReserved() && !NOT_OF_SETS.contains(column))
                .toList());
        if (description().roles().id().isEmpty()) {
            // The keys are the rows' own numbers then.
            wanted.remove(PackedColumn.KEY);
        }
        List<String> slices = description().roles().columns(description().dataColumns());
        description().columns().stream()
                .filter(column -> !column.isReserved() && slices.contains(column.name()))
                .forEach(wanted::add);
        Columns columns = in(wanted);
        EvaluationSet set =
                EvaluationSet.from(withLabels(columns), roles(), description().seed());
        return strata().map(set::withStrata).orElse(set);
    }

    /**
     * {@return what models read, a block of 65,536 rows at a time, two of which are held}
     *
     * @param names columns that were packed, in the order in which the model wants them; all features if none is named
     * @throws IllegalArgumentException if one was not packed; the message names the nearest
     * @throws DataException if a file is damaged
     */
    public Features<FeatureRow> features(String... names) {
        List<String> wanted = names.length == 0 ? description().features() : List.of(names);
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException("The packed set " + folder
                    + " has no features: it was packed without any. Pack it again with the columns that models read.");
        }
        return Features.from(blocks(wanted.stream().map(this::column).toList()));
    }

    /**
     * {@return columns of the source that were packed, read into memory, in the order of the source's rows}
     *
     * @param names columns that were packed
     * @throws IllegalArgumentException if one was not packed; the message names the nearest
     * @throws DataException if a file is damaged
     */
    public Columns columns(String... names) {
        return in(Arrays.stream(names).map(this::column).toList());
    }

    private PackedColumn column(String name) {
        return description().columns().stream()
                .filter(column -> !column.isReserved() && column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Columns.unknown(
                        name, "the packed set " + folder, description().dataColumns()));
    }

    /**
     * {@return the key of each row, in the order of the source's rows}
     *
     * @throws DataException if a file is damaged
     */
    public long[] keys() {
        long[] keys = new long[rows()];
        read(PackedColumn.KEY, (row, position, key) -> keys[row] = key);
        return keys;
    }

    /**
     * {@return the strata by which rows are ordered, in the order of the source's rows; empty where queries or clusters
     * are drawn whole}
     *
     * @throws DataException if a file is damaged
     */
    public Optional<Strata> strata() {
        if (!description().has(PackedColumn.STRATUM)) {
            return Optional.empty();
        }
        byte[] ofRow = new byte[rows()];
        read(PackedColumn.STRATUM, (row, position, stratum) -> ofRow[row] = (byte) stratum);
        return Optional.of(
                Strata.of(ofRow, description().strata(), description().merges()));
    }

    private Columns in(List<PackedColumn> columns) {
        return Columns.from(description().source(), blocks(columns));
    }

    private PackedBlocks blocks(List<PackedColumn> columns) {
        return new PackedBlocks(reader, description().source(), positions(), columns);
    }

    private int[] positions() {
        // Racing threads may read twice; both arrive at the same positions, so no lock is needed.
        int[] known = positions;
        if (known == null) {
            known = readPositions();
            positions = known;
        }
        return known;
    }

    private int[] readPositions() {
        int[] found = new int[rows()];
        Arrays.fill(found, -1);
        read(PackedColumn.ROW, (row, position, value) -> {
            if (found[row] >= 0) {
                throw twice(row);
            }
            found[row] = position;
        });
        return found;
    }

    /** Takes the value of a row in a column of integers. */
    private interface RowValue {
        void accept(int row, int position, long value);
    }

    /** Block by block, so that nothing is held but what the taker keeps. */
    private void read(PackedColumn column, RowValue taker) {
        int position = 0;
        for (int block = 0; block < reader.blocks(); block++) {
            List<Column> read = reader.columns(block, List.of(PackedColumn.ROW, column), Map.of());
            IntegerColumn rows = (IntegerColumn) read.get(0);
            IntegerColumn values = (IntegerColumn) read.get(1);
            for (int i = 0; i < rows.rows(); i++) {
                long row = rows.value(i);
                if (row < 0 || row >= rows()) {
                    throw twice(row);
                }
                taker.accept((int) row, position++, values.value(i));
            }
        }
    }

    private DataException twice(long row) {
        return SetFaults.damaged(folder, "has row " + row + " twice, or more rows than it says");
    }

    private ColumnRoles roles() {
        ColumnRoles given = description().roles();
        Optional<String> group = Optional.of(PackedColumn.GROUP.name());
        return new ColumnRoles(
                label().name(),
                given.positive(),
                given.id().map(name -> PackedColumn.KEY.name()),
                given.weight().map(name -> PackedColumn.WEIGHT.name()),
                given.cluster().isPresent() ? group : Optional.empty(),
                given.slices(),
                given.task(),
                given.query().isPresent() ? group : Optional.empty(),
                given.classes(),
                Optional.empty());
    }

    private PackedColumn label() {
        return description().columns().stream()
                .filter(column -> column.equals(PackedColumn.label(column.type())))
                .findFirst()
                .orElseThrow(() -> SetFaults.damaged(folder, "has no labels"));
    }

    /** Yes and no are kept as 1 and 0, and have their names again. */
    private Columns withLabels(Columns columns) {
        Optional<String> positive = description()
                .roles()
                .positive()
                .filter(value -> description().roles().task().equals(Optional.of(Task.BINARY)));
        if (positive.isEmpty()) {
            return columns;
        }
        IntegerColumn bits = (IntegerColumn) columns.column(label().name());
        int[] codes = new int[bits.rows()];
        Arrays.setAll(codes, row -> (int) bits.value(row));
        List<Column> all = new ArrayList<>();
        for (String name : columns.names()) {
            all.add(
                    name.equals(label().name())
                            ? TextColumn.wrap(name, codes, List.of("not " + positive.get(), positive.get()))
                            : columns.column(name));
        }
        return Columns.of(columns.source(), columns.rows(), all);
    }
}
