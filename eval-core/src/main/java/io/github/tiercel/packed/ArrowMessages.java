package io.github.tiercel.packed;

import com.google.flatbuffers.FlatBufferBuilder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.arrow.flatbuf.Block;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.DictionaryBatch;
import org.apache.arrow.flatbuf.DictionaryEncoding;
import org.apache.arrow.flatbuf.DictionaryKind;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Footer;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.KeyValue;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.flatbuf.Schema;
import org.apache.arrow.flatbuf.Type;
import org.apache.arrow.flatbuf.Utf8;

/**
 * The parts of an Arrow IPC file that are not values. A column of text has a dictionary, whose id is the column's
 * place.
 *
 * <p>Source: Arrow Columnar Format 1.5, "Serialization and Interprocess Communication".
 */
final class ArrowMessages {

    private static final byte[] MAGIC = "ARROW1".getBytes(StandardCharsets.US_ASCII);
    private static final int START_BYTES = 8;
    private static final int CONTINUATION = -1;

    private ArrowMessages() {}

    /** Where a message is in its file, its description before its body. */
    record Place(long offset, int descriptionBytes, long bodyBytes) {}

    static byte[] start(List<PackedColumn> columns) {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        byte[] schema = message(builder, MessageHeader.Schema, schema(builder, columns), 0);
        return ByteBuffer.allocate(START_BYTES + schema.length)
                .put(MAGIC)
                .position(START_BYTES)
                .put(schema)
                .array();
    }

    static byte[] dictionary(int id, ArrowText texts) {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        RecordBatch.startNodesVector(builder, 1);
        FieldNode.createFieldNode(builder, texts.count(), 0);
        int nodes = builder.endVector();
        int offsets = ArrowText.offsetBytes(texts.count());
        RecordBatch.startBuffersVector(builder, 3);
        Buffer.createBuffer(builder, offsets, texts.textBytes());
        Buffer.createBuffer(builder, 0, offsets);
        Buffer.createBuffer(builder, 0, 0);
        int buffers = builder.endVector();
        int batch = RecordBatch.createRecordBatch(builder, texts.count(), nodes, buffers, 0, 0);
        int header = DictionaryBatch.createDictionaryBatch(builder, id, batch, false);
        return message(builder, MessageHeader.DictionaryBatch, header, (long) offsets + texts.textBytes());
    }

    static byte[] batch(BlockLayout layout, int[] missing) {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        // Structs are written into a vector from the last to the first.
        RecordBatch.startNodesVector(builder, missing.length);
        for (int column = missing.length - 1; column >= 0; column--) {
            FieldNode.createFieldNode(builder, layout.rows(), missing[column]);
        }
        int nodes = builder.endVector();
        RecordBatch.startBuffersVector(builder, 2 * missing.length);
        for (int column = missing.length - 1; column >= 0; column--) {
            long offset = layout.offset(column);
            int validity = layout.validityBytes(column);
            Buffer.createBuffer(builder, offset + BlockLayout.padded(validity), layout.valueBytes(column));
            Buffer.createBuffer(builder, offset, validity);
        }
        int buffers = builder.endVector();
        int header = RecordBatch.createRecordBatch(builder, layout.rows(), nodes, buffers, 0, 0);
        return message(builder, MessageHeader.RecordBatch, header, layout.bodyBytes());
    }

    /** The mark that no message follows, the footer, its length and the magic once more. */
    static byte[] end(
            List<PackedColumn> columns, List<Place> dictionaries, List<Place> batches, Map<String, String> metadata) {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        int schema = schema(builder, columns);
        int[] pairs = metadata.entrySet().stream()
                .mapToInt(entry -> {
                    int key = builder.createString(entry.getKey());
                    return KeyValue.createKeyValue(builder, key, builder.createString(entry.getValue()));
                })
                .toArray();
        int keyValues = Footer.createCustomMetadataVector(builder, pairs);
        Footer.startRecordBatchesVector(builder, batches.size());
        int batchesAt = places(builder, batches);
        Footer.startDictionariesVector(builder, dictionaries.size());
        int dictionariesAt = places(builder, dictionaries);
        builder.finish(Footer.createFooter(builder, MetadataVersion.V5, schema, dictionariesAt, batchesAt, keyValues));
        ByteBuffer footer = builder.dataBuffer();
        int length = footer.remaining();
        return ByteBuffer.allocate(2 * Integer.BYTES + length + Integer.BYTES + MAGIC.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(CONTINUATION)
                .putInt(0)
                .put(footer)
                .putInt(length)
                .put(MAGIC)
                .array();
    }

    private static int places(FlatBufferBuilder builder, List<Place> places) {
        for (int i = places.size() - 1; i >= 0; i--) {
            Place place = places.get(i);
            Block.createBlock(builder, place.offset(), place.descriptionBytes(), place.bodyBytes());
        }
        return builder.endVector();
    }

    private static byte[] message(FlatBufferBuilder builder, byte type, int header, long bodyBytes) {
        builder.finish(Message.createMessage(builder, MetadataVersion.V5, type, header, bodyBytes, 0));
        ByteBuffer message = builder.dataBuffer();
        int length = BlockLayout.padded(message.remaining());
        return ByteBuffer.allocate(2 * Integer.BYTES + length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(CONTINUATION)
                .putInt(length)
                .put(message)
                .array();
    }

    private static int schema(FlatBufferBuilder builder, List<PackedColumn> columns) {
        int[] fields = new int[columns.size()];
        for (int column = 0; column < fields.length; column++) {
            fields[column] = field(builder, columns.get(column), column);
        }
        return Schema.createSchema(builder, Endianness.Little, Schema.createFieldsVector(builder, fields), 0, 0);
    }

    private static int field(FlatBufferBuilder builder, PackedColumn column, int id) {
        int name = builder.createString(column.name());
        int type = type(builder, column.type());
        int dictionary = column.type() == PackedColumn.Type.TEXT ? dictionary(builder, id) : 0;
        // Other readers want a list of children even where there are none.
        int children = Field.createChildrenVector(builder, new int[0]);
        return Field.createField(
                builder, name, BlockLayout.isNullable(column), arrowType(column.type()), type, dictionary, children, 0);
    }

    private static int dictionary(FlatBufferBuilder builder, int id) {
        int index = Int.createInt(builder, Integer.SIZE, true);
        return DictionaryEncoding.createDictionaryEncoding(builder, id, index, false, DictionaryKind.DenseArray);
    }

    private static int type(FlatBufferBuilder builder, PackedColumn.Type type) {
        return switch (type) {
            case NUMBER -> FloatingPoint.createFloatingPoint(builder, Precision.DOUBLE);
            case FLOAT -> FloatingPoint.createFloatingPoint(builder, Precision.SINGLE);
            case INTEGER -> Int.createInt(builder, Long.SIZE, true);
            case BYTE -> Int.createInt(builder, Byte.SIZE, false);
            case TEXT -> text(builder);
        };
    }

    private static int text(FlatBufferBuilder builder) {
        Utf8.startUtf8(builder);
        return Utf8.endUtf8(builder);
    }

    private static byte arrowType(PackedColumn.Type type) {
        return switch (type) {
            case NUMBER, FLOAT -> Type.FloatingPoint;
            case INTEGER, BYTE -> Type.Int;
            case TEXT -> Type.Utf8;
        };
    }
}
