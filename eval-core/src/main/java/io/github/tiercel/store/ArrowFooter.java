package io.github.tiercel.store;

import io.github.tiercel.arrow.BlockPlace;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.arrow.flatbuf.Block;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.Footer;
import org.apache.arrow.flatbuf.KeyValue;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.Schema;

/** What a file says of itself at its end. */
record ArrowFooter(List<String> names, ColumnType type, List<BlockPlace> blocks, SortedMap<String, String> metadata) {

    /** What an entry of a list takes at least: a block's place is that long, a column or a line of metadata longer. */
    private static final int LEAST_ENTRY = 24;

    /** Reads a footer whose check holds; even so nothing in it is believed that would make this one fail or swell. */
    static ArrowFooter of(Path file, byte[] bytes) throws CorruptFileException {
        try {
            return parse(bytes);
        } catch (IndexOutOfBoundsException | IllegalArgumentException | NullPointerException e) {
            // What FlatBuffers throws at offsets that lead nowhere, and the checks below at anything unexpected.
            throw new CorruptFileException(file, e);
        }
    }

    private static ArrowFooter parse(byte[] bytes) {
        Footer footer = Footer.getRootAsFooter(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
        Schema schema = footer.schema();
        require(footer.version() == MetadataVersion.V5 && schema.endianness() == Endianness.Little);
        require(footer.dictionariesLength() == 0);
        List<Field> fields = fields(schema, bytes.length);
        return new ArrowFooter(
                names(fields, bytes.length),
                type(fields),
                blocks(footer, bytes.length),
                metadata(footer, bytes.length));
    }

    private static List<Field> fields(Schema schema, int limit) {
        int count = count(schema.fieldsLength(), limit);
        List<Field> fields = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            fields.add(schema.fields(i));
        }
        return fields;
    }

    private static List<String> names(List<Field> fields, int limit) {
        requireTogether(fields.stream().map(Field::nameAsByteBuffer), limit);
        return fields.stream().map(Field::name).toList();
    }

    private static ColumnType type(List<Field> fields) {
        require(fields.stream().noneMatch(field -> field.nullable() || field.childrenLength() > 0));
        require(fields.stream().allMatch(field -> field.dictionary() == null));
        List<ColumnType> types = fields.stream()
                .map(field -> ColumnType.of(field).orElseThrow(IllegalArgumentException::new))
                .distinct()
                .toList();
        require(types.size() == 1);
        return types.get(0);
    }

    private static List<BlockPlace> blocks(Footer footer, int limit) {
        int count = count(footer.recordBatchesLength(), limit);
        List<BlockPlace> blocks = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Block block = footer.recordBatches(i);
            blocks.add(new BlockPlace(block.offset(), block.metaDataLength(), block.bodyLength()));
        }
        return blocks;
    }

    private static SortedMap<String, String> metadata(Footer footer, int limit) {
        int count = count(footer.customMetadataLength(), limit);
        List<KeyValue> pairs = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            pairs.add(footer.customMetadata(i));
        }
        requireTogether(
                pairs.stream().flatMap(pair -> Stream.of(pair.keyAsByteBuffer(), pair.valueAsByteBuffer())), limit);
        SortedMap<String, String> metadata = new TreeMap<>();
        for (KeyValue pair : pairs) {
            require(metadata.put(pair.key(), pair.value()) == null);
        }
        return metadata;
    }

    /** Requires that as many entries can stand in the footer. */
    private static int count(int found, int limit) {
        require(found >= 0 && found <= limit / LEAST_ENTRY);
        return found;
    }

    /** Requires that texts fit the footer one beside another: any number of entries may point at one long text. */
    private static void requireTogether(Stream<ByteBuffer> texts, int limit) {
        require(texts.mapToLong(ByteBuffer::remaining).sum() <= limit);
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new IllegalArgumentException();
        }
    }
}
