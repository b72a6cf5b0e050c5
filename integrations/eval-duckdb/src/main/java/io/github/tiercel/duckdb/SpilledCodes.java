package io.github.tiercel.duckdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/** The code of each row of the source, and its key if it has one, in a file. */
final class SpilledCodes {

    private final RecordFile file;
    private final boolean hasKeys;

    private SpilledCodes(RecordFile file, boolean hasKeys) {
        this.file = file;
        this.hasKeys = hasKeys;
    }

    /** Makes the folder. */
    static SpilledCodes in(Path folder, boolean hasKeys) throws IOException {
        int bytes = hasKeys ? 2 * Long.BYTES : Long.BYTES;
        return new SpilledCodes(RecordFile.in(folder, 1, bytes)[0], hasKeys);
    }

    /** Adds a row; keys are left out where there are none. */
    void add(long code, long key) throws IOException {
        ByteBuffer record = file.next().putLong(code);
        if (hasKeys) {
            record.putLong(key);
        }
    }

    void finish() throws IOException {
        file.finish();
    }

    void delete() throws IOException {
        file.delete();
    }

    /** {@return how many rows there are, those without a label included} */
    int rows() {
        return (int) file.records();
    }

    Reader reader() {
        return new Reader();
    }

    /** Goes through the codes of rows that have a label. */
    void forEach(LongConsumer consumer) {
        try {
            Reader reader = reader();
            for (int row = 0; row < rows(); row++) {
                reader.next();
                if (reader.code != RowCodes.NONE) {
                    consumer.accept(reader.code);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads row by row. */
    final class Reader {

        private final RecordReader records = file.reader();
        private long code;
        private long key;

        private Reader() {}

        /** Goes to the next row; there must be one. */
        void next() throws IOException {
            ByteBuffer record = records.next();
            code = record.getLong();
            key = hasKeys ? record.getLong() : key;
        }

        long code() {
            return code;
        }

        /** {@return the row's key, of no meaning where there are none} */
        long key() {
            return key;
        }
    }
}
