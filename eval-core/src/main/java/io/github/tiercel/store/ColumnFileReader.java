package io.github.tiercel.store;

import io.github.tiercel.arrow.ArrowMessages;
import io.github.tiercel.arrow.BlockPlace;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Reads what {@link ColumnFileWriter} wrote, and nothing else: every length is compared with what it must be before
 * memory is taken for it, and every number is under a checksum that was compared before it is handed on.
 *
 * <p>Reads by position into one buffer, not through mapped memory: there a file that is truncated meanwhile is no error
 * that can be caught in good order.
 */
final class ColumnFileReader implements Closeable {

    /** The least footer and the most; a damaged length must not take the memory away. */
    private static final int LEAST_FOOTER = 32;

    private static final int MOST_FOOTER = 1 << 26;

    private static final int TAIL_BYTES = ArrowMessages.TAIL_BYTES;

    /** A message of a batch or schema takes no more than this and what each column adds. */
    private static final int MOST_MESSAGE = 1 << 16;

    private final Path file;
    private final FileChannel channel;
    private final ArrowFooter footer;
    private final long footerAt;

    private ColumnFileReader(Path file, FileChannel channel, ArrowFooter footer, long footerAt) {
        this.file = file;
        this.channel = channel;
        this.footer = footer;
        this.footerAt = footerAt;
    }

    /** Opens a file whose footer is whole. */
    static ColumnFileReader open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return open(file, channel);
        } catch (IOException | RuntimeException | Error e) {
            channel.close();
            throw e;
        }
    }

    /** What a file has to say of itself. */
    @FunctionalInterface
    interface Requirement {
        void of(ColumnFileReader reader) throws IOException;
    }

    /** Opens a file whose footer is whole and says what it must. */
    static ColumnFileReader open(Path file, Requirement requirement) throws IOException {
        ColumnFileReader reader = open(file);
        try {
            requirement.of(reader);
            return reader;
        } catch (IOException e) {
            reader.close();
            throw e;
        }
    }

    private static ColumnFileReader open(Path file, FileChannel channel) throws IOException {
        long size = channel.size();
        if (size < ArrowMessages.START_BYTES + LEAST_FOOTER + TAIL_BYTES) {
            throw new CorruptFileException(file, "it has only " + size + " bytes");
        }
        byte[] tail = bytes(file, channel, size - TAIL_BYTES, TAIL_BYTES);
        requireMagic(file, Arrays.copyOfRange(tail, Integer.BYTES, TAIL_BYTES), "last");
        requireMagic(file, bytes(file, channel, 0, ArrowMessages.magic().length), "first");
        int length = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt();
        if (length < LEAST_FOOTER || length > Math.min(MOST_FOOTER, size - TAIL_BYTES - ArrowMessages.START_BYTES)) {
            throw new CorruptFileException(file, "the footer's length cannot be " + length);
        }
        long footerAt = size - TAIL_BYTES - length;
        byte[] footer = bytes(file, channel, footerAt, length);
        if (!FooterCheck.holds(footer)) {
            throw new CorruptFileException(file, "the footer does not have its checksum");
        }
        return new ColumnFileReader(file, channel, ArrowFooter.of(file, footer), footerAt);
    }

    private static void requireMagic(Path file, byte[] found, String which) throws CorruptFileException {
        if (!Arrays.equals(found, ArrowMessages.magic())) {
            throw new CorruptFileException(file, "the " + which + " bytes are not Arrow's");
        }
    }

    ArrowFooter footer() {
        return footer;
    }

    /** Requires that metadata of a name is there and is what it must be. */
    void require(String name, String expected) throws CorruptFileException {
        String found = metadata(name);
        if (!found.equals(expected)) {
            throw new CorruptFileException(file, name, expected, found);
        }
    }

    String metadata(String name) throws CorruptFileException {
        String found = footer.metadata().get(name);
        if (found == null) {
            throw new CorruptFileException(file, "its footer says nothing of " + name);
        }
        return found;
    }

    /** Returns metadata that is a number from 0 on. */
    long number(String name) throws CorruptFileException {
        String text = metadata(name);
        try {
            long number = Long.parseLong(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new CorruptFileException(file, name, "a number from 0 on", text);
    }

    /** Requires that all but the numbers is as it must be: from here on as many bytes are there as the shape asks. */
    void require(TableShape shape) throws IOException {
        requireShape(shape);
        requireMessages(shape);
        long expected = (long) shape.batches() * shape.columns();
        // The length first: a text of nothing but spaces takes many times its memory once it is split.
        if (metadata(ColumnFileWriter.BLOCKS).length() != Checksums.length(expected)
                || checksums().size() != expected) {
            throw new CorruptFileException(file, "it does not have " + expected + " checksums of columns");
        }
    }

    /** Compares every checksum of a file whose shape was found right. */
    void verify(TableShape shape) throws IOException {
        read(shape, shape.batches(), (column, row, rows, from) -> {});
    }

    /** Returns the checksum of each column's block, batch after batch. */
    List<String> checksums() throws CorruptFileException {
        return Checksums.split(metadata(ColumnFileWriter.BLOCKS));
    }

    /**
     * Hands the columns of the first batches on.
     *
     * @param shape what the file was found to hold
     * @param batches how many of its record batches to read; the others stay unread and unchecked
     */
    void read(TableShape shape, int batches, ColumnSink sink) throws IOException {
        List<String> checksums = checksums();
        ByteBuffer buffer = ByteBuffer.allocateDirect(ArrowMessages.padded(shape.mostColumnBytes()))
                .order(ByteOrder.LITTLE_ENDIAN);
        for (int batch = 0; batch < batches; batch++) {
            for (int column = 0; column < shape.columns(); column++) {
                readBlock(shape, batch, column, checksums.get(batch * shape.columns() + column), buffer);
                sink.take(column, batch * TableShape.BATCH_ROWS, shape.rowsOf(batch), buffer);
            }
        }
    }

    private void readBlock(TableShape shape, int batch, int column, String checksum, ByteBuffer buffer)
            throws IOException {
        int bytes = shape.columnBytes(batch);
        int padded = ArrowMessages.padded(bytes);
        fill(
                file,
                channel,
                footer.blocks().get(batch).body() + (long) column * padded,
                buffer.clear().limit(padded));
        CRC32C crc = new CRC32C();
        crc.update(buffer.flip());
        String found = Checksums.hex(crc);
        if (!found.equals(checksum)) {
            String what = "the checksum of column " + column + " in batch " + batch;
            throw new CorruptFileException(file, what, checksum, found);
        }
        buffer.rewind().limit(bytes);
    }

    private void requireShape(TableShape shape) throws CorruptFileException {
        if (!footer.names().equals(shape.names())) {
            throw new CorruptFileException(file, "the columns", shape.names(), footer.names());
        }
        if (footer.type() != shape.type()) {
            throw new CorruptFileException(file, "the columns' type", shape.type(), footer.type());
        }
        if (footer.blocks().size() != shape.batches()) {
            throw new CorruptFileException(
                    file,
                    "the number of batches",
                    shape.batches(),
                    footer.blocks().size());
        }
    }

    /** Requires that messages and columns follow one another without a gap, and that messages are as written. */
    private void requireMessages(TableShape shape) throws IOException {
        CRC32C crc = new CRC32C();
        byte[] end = ArrowMessages.end();
        List<BlockPlace> blocks = footer.blocks();
        long position = blocks.isEmpty() ? footerAt - end.length : blocks.get(0).offset();
        crc.update(message(shape, 0, position));
        for (int batch = 0; batch < blocks.size(); batch++) {
            BlockPlace block = blocks.get(batch);
            if (block.offset() != position || block.bodyBytes() != shape.bodyBytes(batch)) {
                throw new CorruptFileException(file, "batch " + batch + " is not where it must be");
            }
            crc.update(message(shape, position, block.descriptionBytes()));
            position = block.end();
        }
        if (position + end.length != footerAt) {
            throw new CorruptFileException(file, "the footer's place", position + end.length, footerAt);
        }
        crc.update(message(shape, position, end.length));
        require(ColumnFileWriter.MESSAGES, Checksums.hex(crc));
    }

    private byte[] message(TableShape shape, long position, long length) throws IOException {
        long most = MOST_MESSAGE + footerLength() + 64L * shape.columns();
        if (position < 0 || length < 0 || length > most || length > footerAt - position) {
            throw new CorruptFileException(file, "a message at " + position + " cannot have " + length + " bytes");
        }
        return bytes(file, channel, position, (int) length);
    }

    /** The schema stands in the footer too, so it is no longer than that. */
    private long footerLength() throws IOException {
        return channel.size() - footerAt;
    }

    private static byte[] bytes(Path file, FileChannel channel, long position, int length) throws IOException {
        byte[] bytes = new byte[length];
        fill(file, channel, position, ByteBuffer.wrap(bytes));
        return bytes;
    }

    private static void fill(Path file, FileChannel channel, long position, ByteBuffer buffer) throws IOException {
        long next = position;
        while (buffer.hasRemaining()) {
            int read = channel.read(buffer, next);
            if (read < 0) {
                throw new CorruptFileException(file, "it ends at byte " + next);
            }
            next += read;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
