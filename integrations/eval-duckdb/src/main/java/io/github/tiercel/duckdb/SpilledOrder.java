package io.github.tiercel.duckdb;

import io.github.tiercel.sampling.RangedOrder;
import io.github.tiercel.sampling.RowKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.PrimitiveIterator;
import java.util.function.Supplier;

/**
 * Finds the position of each row, of more than memory has room for. Rows go to a file for each range of the priority;
 * each is sorted in memory, and gives its rows to the files of the strata; strata take turns, and each position goes to
 * the file of the rows around its row.
 */
final class SpilledOrder {

    private static final int PART_BYTES = Long.BYTES + Integer.BYTES + Byte.BYTES;
    private static final ByteBuffer NO_MEMORY = ByteBuffer.allocate(0);

    private final Path folder;
    private final SpilledCodes rows;
    private final boolean hasKeys;
    private final RowCodes codes;
    private final int kept;
    private final int rangeRows;
    private final int parts;
    private final RangedOrder order;

    /**
     * Makes nothing yet.
     *
     * @param kept how many rows have a label
     * @param rangeRows how many rows are held at once, about
     */
    SpilledOrder(Path folder, SpilledCodes rows, boolean hasKeys, RowCodes codes, int kept, int rangeRows, long seed) {
        this.folder = folder;
        this.rows = rows;
        this.hasKeys = hasKeys;
        this.codes = codes;
        this.kept = kept;
        this.rangeRows = rangeRows;
        this.parts = powerOfTwo(ranges(kept, rangeRows));
        this.order = RangedOrder.of(codes.strata(), seed, parts);
    }

    static int ranges(int rows, int rangeRows) {
        return (int) (((long) rows + rangeRows - 1) / rangeRows);
    }

    private static int powerOfTwo(int least) {
        return least <= 1 ? 1 : Integer.highestOneBit(least - 1) << 1;
    }

    /**
     * {@return for each range of rows a file of rows and their positions}
     *
     * @param repeated what to throw if a key occurs twice
     */
    RecordFile[] positions(Supplier<RuntimeException> repeated) throws IOException {
        return placed(sorted(parted(), repeated));
    }

    private RecordFile[] parted() throws IOException {
        RecordFile[] files = RecordFile.in(folder.resolve("parts"), parts, PART_BYTES);
        SpilledCodes.Reader reader = rows.reader();
        int row = 0;
        for (int read = 0; read < rows.rows(); read++) {
            reader.next();
            if (reader.code() != RowCodes.NONE) {
                long key = hasKeys ? reader.key() : RowKey.of(row);
                files[order.range(key)].next().putLong(key).putInt(row++).put((byte) codes.stratum(reader.code()));
            }
        }
        RecordFile.finish(files);
        return files;
    }

    private RecordFile[] sorted(RecordFile[] parted, Supplier<RuntimeException> repeated) throws IOException {
        RecordFile[] strata =
                RecordFile.in(folder.resolve("strata"), codes.strata().count(), Integer.BYTES);
        for (RecordFile part : parted) {
            if (isCrowded(part) && new Part(part, 2 * rangeRows).hasTwins()) {
                throw repeated.get();
            }
            Part all = new Part(part, Math.toIntExact(part.records()));
            if (hasKeys && all.hasTwins()) {
                throw repeated.get();
            }
            all.sortInto(strata);
            part.delete();
        }
        RecordFile.finish(strata);
        return strata;
    }

    /** Distinct keys spread evenly: where many more are together than elsewhere, one occurs again and again. */
    private boolean isCrowded(RecordFile part) {
        return hasKeys && part.records() > 2L * rangeRows;
    }

    private RecordFile[] placed(RecordFile[] strata) throws IOException {
        RecordFile[] files = RecordFile.in(folder.resolve("positions"), ranges(kept, rangeRows), 2 * Integer.BYTES);
        RecordReader[] next = Arrays.stream(strata).map(RecordFile::reader).toArray(RecordReader[]::new);
        PrimitiveIterator.OfInt turns = order.turns();
        for (int position = 0; position < kept; position++) {
            int row = next[turns.nextInt()].next().getInt();
            files[row / rangeRows].next().putInt(row).putInt(position);
        }
        RecordFile.finish(files);
        for (RecordFile file : strata) {
            file.delete();
        }
        return files;
    }

    /** Rows whose priorities are in one range, ascending by row. */
    private final class Part {

        private final long[] keys;
        private final int[] rowOfKey;
        private final byte[] stratumOfKey;

        Part(RecordFile file, int size) throws IOException {
            this.keys = new long[size];
            this.rowOfKey = new int[size];
            this.stratumOfKey = new byte[size];
            ByteBuffer records = file.first(size, NO_MEMORY);
            for (int i = 0; i < size; i++) {
                keys[i] = records.getLong();
                rowOfKey[i] = records.getInt();
                stratumOfKey[i] = records.get();
            }
        }

        boolean hasTwins() {
            return KeyTwins.existAmong(keys);
        }

        void sortInto(RecordFile[] strata) throws IOException {
            for (int place : order.sorted(keys, stratumOfKey)) {
                strata[Byte.toUnsignedInt(stratumOfKey[place])].next().putInt(rowOfKey[place]);
            }
        }
    }
}
