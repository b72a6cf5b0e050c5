package io.github.tiercel.packed;

import io.github.tiercel.data.DataException;
import io.github.tiercel.files.Abandoned;
import io.github.tiercel.files.Forced;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Writes a packed set. Everything goes to a folder beside the target, which gets the target's name in one step when it
 * is whole and forced to disk; whoever is interrupted before leaves the target as it was. A packed set that is there is
 * replaced, anything else is not.
 *
 * <p>Not safe for use by several threads; several writers, in several processes, may have one target.
 *
 * <pre>{@code
 * try (PackedSetWriter writer = PackedSetWriter.to(target)) {
 *   PackedSet set = writer.write(description, Map.of("carrier", carriers), range -> rowsOf(range));
 * }
 * }</pre>
 *
 * @since 0.1
 */
public final class PackedSetWriter implements AutoCloseable {

    private static final int OPENINGS = 10;
    private static final long BETWEEN_OPENINGS_NANOS = 20_000_000;

    private static final int RANGE_BYTES = 32 << 20;
    private static final int MOST_RANGE_ROWS = 1 << 20;

    private final Path target;
    private final Path temporary;
    private final boolean keepsOthers;
    private final Consumer<PackedSet> check;

    private PackedSetWriter(Path target, Path temporary, boolean keepsOthers, Consumer<PackedSet> check) {
        this.target = target;
        this.temporary = temporary;
        this.keepsOthers = keepsOthers;
        this.check = check;
    }

    /** Gives the rows of a file. */
    @FunctionalInterface
    public interface Ranges {

        /**
         * {@return the rows of contiguous positions}
         *
         * @param from the first position
         * @param rows how many rows
         * @throws IOException if they cannot be read
         */
        PackedRows range(int from, int rows) throws IOException;
    }

    /**
     * {@return a writer; a temporary folder is made at once, what killed writers left there a day ago is deleted, and a
     * set that one of them was about to replace gets its name back}
     *
     * @param target the folder that the set is to be
     * @throws DataException if no folder can be made there, or something else than a packed set is in the way
     */
    public static PackedSetWriter to(Path target) {
        Path temporary = SetFolder.temporary(target);
        try {
            SetFolder.requireReplaceable(target);
            Files.createDirectories(SetFolder.parent(target));
            Files.createDirectory(temporary);
            deleteAbandoned(target, Files.getLastModifiedTime(temporary));
            FormerSet.settle(target);
            return new PackedSetWriter(target, temporary, false, set -> {});
        } catch (IOException e) {
            SetFolder.delete(temporary);
            throw SetFaults.unwritable(target, e);
        }
    }

    private static void deleteAbandoned(Path target, FileTime now) throws IOException {
        Pattern name = Pattern.compile(Pattern.quote("." + target.getFileName() + ".") + "[0-9a-f-]{36}\\.tmp");
        Abandoned.in(SetFolder.parent(target), name, now).forEach(SetFolder::delete);
    }

    /**
     * {@return a writer in place of this one, that gives way: if a set of the same source and wishes has got the name
     * meanwhile, that one stays, and is what {@link #write} returns}
     */
    public PackedSetWriter keepingOthers() {
        return new PackedSetWriter(target, temporary, true, check);
    }

    /**
     * {@return a writer in place of this one, that shows the set before it gets its name}
     *
     * @param value told of the whole set, under another name; if it throws, {@link #write} throws the same and the
     *     target stays as it was
     */
    public PackedSetWriter checking(Consumer<PackedSet> value) {
        return new PackedSetWriter(target, temporary, keepsOthers, value);
    }

    /** {@return a folder, not made yet, for files that are needed while the set is written; deleted in the end} */
    public Path scratch() {
        return temporary.resolve("scratch");
    }

    /**
     * {@return how many rows each file but the last will have: a multiple of 65,536, at most 1,048,576, and no more
     * than 32 MiB if that can be}
     *
     * @param columns the columns of the set
     */
    public static int rangeRows(List<PackedColumn> columns) {
        int rowBytes =
                columns.stream().mapToInt(column -> column.type().bytes()).sum();
        int rows = MOST_RANGE_ROWS;
        while (rows > BlockLayout.BLOCK_ROWS && (long) rows * rowBytes > RANGE_BYTES) {
            rows /= 2;
        }
        return rows;
    }

    /**
     * Writes the whole set and gives it its name.
     *
     * @param description what the set is
     * @param dictionaries the distinct texts of each column of text, by its name
     * @param ranges asked for ranges of {@link #rangeRows} rows from position 0 on, each once
     * @return the set, under its name
     * @throws DataException if it cannot be written
     */
    public PackedSet write(SetDescription description, Map<String, List<String>> dictionaries, Ranges ranges) {
        try {
            Path folder = Files.createDirectory(temporary.resolve("set"));
            SetFolder.writeVersion(folder);
            SetIndex index = files(folder, description, texts(description, dictionaries), ranges);
            SetFolder.write(folder.resolve(SetFolder.SET), SetText.of(index));
            Forced.folder(folder);
            check.accept(PackedSet.open(folder));
            if (!(keepsOthers && isThereOrPlaced(folder, description))) {
                SetFolder.publish(folder, target);
            }
            return opened();
        } catch (IOException e) {
            throw SetFaults.unwritable(target, e);
        }
    }

    /** Whoever packs into the same folder takes the set away for a moment to put its own there. */
    private PackedSet opened() {
        for (int left = OPENINGS; ; left--) {
            try {
                return PackedSet.open(target);
            } catch (DataException e) {
                if (left == 0) {
                    throw e;
                }
                LockSupport.parkNanos(BETWEEN_OPENINGS_NANOS);
            }
        }
    }

    /** Never takes a set away that another has just begun to use. */
    private boolean isThereOrPlaced(Path folder, SetDescription description) throws IOException {
        return isThere(description) || SetFolder.place(folder, target) || isThere(description);
    }

    private boolean isThere(SetDescription description) {
        try {
            return Files.exists(target)
                    && PackedSet.open(target).isOf(description.fingerprint(), description.options());
        } catch (DataException e) {
            return false;
        }
    }

    private static Map<Integer, ArrowText> texts(SetDescription description, Map<String, List<String>> dictionaries) {
        Map<Integer, ArrowText> texts = new TreeMap<>();
        for (int column = 0; column < description.columns().size(); column++) {
            PackedColumn known = description.columns().get(column);
            if (known.type() == PackedColumn.Type.TEXT) {
                texts.put(column, ArrowText.of(dictionaries.getOrDefault(known.name(), List.of())));
            }
        }
        return texts;
    }

    private static SetIndex files(Path folder, SetDescription description, Map<Integer, ArrowText> texts, Ranges ranges)
            throws IOException {
        List<RangeFile> files = new ArrayList<>();
        List<Dictionary> dictionaries = new ArrayList<>();
        int rangeRows = rangeRows(description.columns());
        for (int from = 0; from < description.rows(); from += rangeRows) {
            PackedRows rows = ranges.range(from, Math.min(rangeRows, description.rows() - from));
            Path file = folder.resolve("writing");
            try (FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                RangeWriter writer = new RangeWriter(channel, description.columns(), rows);
                writer.write(texts, new TreeMap<>(Map.of("tiercel", SetText.FORMAT, "from", String.valueOf(from))));
                channel.force(true);
                files.add(writer.written(from));
                dictionaries = from == 0 ? writer.dictionaries() : dictionaries;
            }
            Files.move(file, folder.resolve(files.get(files.size() - 1).name()));
        }
        return new SetIndex(description, files, dictionaries);
    }

    /** Deletes whatever did not become the set. */
    @Override
    public void close() {
        SetFolder.delete(temporary);
    }
}
