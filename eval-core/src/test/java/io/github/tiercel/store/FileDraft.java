package io.github.tiercel.store;

import io.github.tiercel.arrow.ArrowMessages;
import io.github.tiercel.arrow.BlockPlace;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32C;

/**
 * A file of the store taken apart, so that it can be changed below its checksums and put together with all of them
 * right. The columns' bytes stay: a number that was changed together with its checksum is a number like any other.
 */
final class FileDraft {

    private static final int TAIL_BYTES = ArrowMessages.TAIL_BYTES;

    /** A shorter footer has no room for its check. */
    private static final int LEAST_STAMPED = Checksums.DIGITS + Integer.BYTES;

    byte[] start;
    byte[] end;
    final List<byte[]> descriptions = new ArrayList<>();
    final List<byte[]> bodies = new ArrayList<>();
    final FooterDraft footer;

    /** What is done to the footer's bytes before they are stamped for the last time. */
    UnaryOperator<byte[]> lastly = UnaryOperator.identity();

    private FileDraft(byte[] start, byte[] end, FooterDraft footer) {
        this.start = start;
        this.end = end;
        this.footer = footer;
    }

    /** Takes a whole file apart. */
    static FileDraft of(byte[] whole) throws CorruptFileException {
        int length = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).getInt(whole.length - TAIL_BYTES);
        int footerAt = whole.length - TAIL_BYTES - length;
        byte[] bytes = Arrays.copyOfRange(whole, footerAt, footerAt + length);
        FooterDraft footer = FooterDraft.of(ArrowFooter.of(Path.of("draft"), bytes));
        int endAt = footerAt - ArrowMessages.end().length;
        List<BlockPlace> blocks = footer.blocks();
        int startBytes = blocks.isEmpty() ? endAt : (int) blocks.get(0).offset();
        byte[] end = Arrays.copyOfRange(whole, endAt, footerAt);
        FileDraft draft = new FileDraft(Arrays.copyOf(whole, startBytes), end, footer);
        for (BlockPlace block : blocks) {
            draft.descriptions.add(Arrays.copyOfRange(whole, (int) block.offset(), (int) block.body()));
            draft.bodies.add(Arrays.copyOfRange(whole, (int) block.body(), (int) block.end()));
        }
        return draft;
    }

    /** Makes the footer agree again with messages that were changed: where they are, and their checksum. */
    void agree() {
        CRC32C crc = new CRC32C();
        crc.update(start);
        long position = start.length;
        List<BlockPlace> blocks = footer.blocks();
        blocks.clear();
        for (int batch = 0; batch < bodies.size(); batch++) {
            byte[] description = descriptions.get(batch);
            crc.update(description);
            BlockPlace block = new BlockPlace(position, description.length, bodies.get(batch).length);
            blocks.add(block);
            position = block.end();
        }
        crc.update(end);
        footer.say(ColumnFileWriter.MESSAGES, Checksums.hex(crc));
    }

    byte[] bytes() {
        byte[] last = lastly.apply(footer.bytes());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(start);
        for (int batch = 0; batch < bodies.size(); batch++) {
            bytes.writeBytes(descriptions.get(batch));
            bytes.writeBytes(bodies.get(batch));
        }
        bytes.writeBytes(end);
        bytes.writeBytes(last.length < LEAST_STAMPED ? last : FooterCheck.stamped(last));
        bytes.writeBytes(ByteBuffer.allocate(TAIL_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(last.length)
                .put(ArrowMessages.magic())
                .array());
        return bytes.toByteArray();
    }
}
