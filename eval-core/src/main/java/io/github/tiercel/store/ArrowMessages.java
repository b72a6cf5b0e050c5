package io.github.tiercel.store;

import com.google.flatbuffers.FlatBufferBuilder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.arrow.flatbuf.Block;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.Footer;
import org.apache.arrow.flatbuf.KeyValue;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.flatbuf.Schema;

/**
 * The parts of an Arrow IPC file that are not numbers.
 *
 * <p>Source: Arrow Columnar Format 1.5, "Serialization and Interprocess Communication".
 */
final class ArrowMessages {

    /** Stands at both ends of a file. */
    static final byte[] MAGIC = "ARROW1".getBytes(StandardCharsets.US_ASCII);

    /** The magic is padded to 8 bytes at the start. */
    static final int START_BYTES = 8;

    /** Marks a message, and with an empty one behind it the end of them. */
    private static final int CONTINUATION = -1;

    private ArrowMessages() {}

    static byte[] start(TableShape shape) {
        byte[] schema = schema(shape);
        return ByteBuffer.allocate(START_BYTES + schema.length)
                .put(MAGIC)
                .position(START_BYTES)
                .put(schema)
                .array();
    }

    static byte[] end() {
        return ByteBuffer.allocate(2 * Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(CONTINUATION)
                .array();
    }

    private static byte[] schema(TableShape shape) {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        return message(builder, MessageHeader.Schema, schema(builder, shape), 0);
    }

    static byte[] batch(TableShape shape, int batch) {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        int nodes = nodes(builder, shape, batch);
        int buffers = buffers(builder, shape, batch);
        int header = RecordBatch.createRecordBatch(builder, shape.rowsOf(batch), nodes, buffers, 0, 0);
        return message(builder, MessageHeader.RecordBatch, header, shape.bodyBytes(batch));
    }

    /** Returns the footer with its check. */
    static byte[] footer(TableShape shape, List<BlockPlace> blocks, Map<String, String> metadata) {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        // A builder fills its buffer from the end: what is made first stands last, where the check is looked for.
        int check = builder.createString(FooterCheck.BLANK);
        int schema = schema(builder, shape);
        int keyValues = keyValues(builder, metadata, check);
        int places = places(builder, blocks);
        Footer.startDictionariesVector(builder, 0);
        int dictionaries = builder.endVector();
        builder.finish(Footer.createFooter(builder, MetadataVersion.V5, schema, dictionaries, places, keyValues));
        return FooterCheck.stamped(builder.sizedByteArray());
    }

    private static byte[] message(FlatBufferBuilder builder, byte type, int header, long bodyBytes) {
        builder.finish(Message.createMessage(builder, MetadataVersion.V5, type, header, bodyBytes, 0));
        ByteBuffer message = builder.dataBuffer();
        int length = TableShape.padded(message.remaining());
        return ByteBuffer.allocate(2 * Integer.BYTES + length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(CONTINUATION)
                .putInt(length)
                .put(message)
                .array();
    }

    private static int schema(FlatBufferBuilder builder, TableShape shape) {
        int[] fields = new int[shape.columns()];
        for (int column = 0; column < fields.length; column++) {
            fields[column] = field(builder, shape.names().get(column), shape.type());
        }
        int vector = Schema.createFieldsVector(builder, fields);
        return Schema.createSchema(builder, Endianness.Little, vector, 0, 0);
    }

    private static int field(FlatBufferBuilder builder, String name, ColumnType type) {
        int nameAt = builder.createString(name);
        int typeAt = type.write(builder);
        // Other readers want a list of children even where there are none.
        int children = Field.createChildrenVector(builder, new int[0]);
        return Field.createField(builder, nameAt, false, type.arrowType(), typeAt, 0, children, 0);
    }

    // Structs are written into a vector from the last to the first.

    private static int nodes(FlatBufferBuilder builder, TableShape shape, int batch) {
        RecordBatch.startNodesVector(builder, shape.columns());
        for (int column = 0; column < shape.columns(); column++) {
            FieldNode.createFieldNode(builder, shape.rowsOf(batch), 0);
        }
        return builder.endVector();
    }

    /** Each column has two buffers: the first, which would say what is missing, is empty. */
    private static int buffers(FlatBufferBuilder builder, TableShape shape, int batch) {
        int bytes = shape.columnBytes(batch);
        RecordBatch.startBuffersVector(builder, 2 * shape.columns());
        for (int column = shape.columns() - 1; column >= 0; column--) {
            long offset = (long) column * TableShape.padded(bytes);
            Buffer.createBuffer(builder, offset, bytes);
            Buffer.createBuffer(builder, offset, 0);
        }
        return builder.endVector();
    }

    private static int places(FlatBufferBuilder builder, List<BlockPlace> blocks) {
        Footer.startRecordBatchesVector(builder, blocks.size());
        for (int i = blocks.size() - 1; i >= 0; i--) {
            BlockPlace block = blocks.get(i);
            Block.createBlock(builder, block.offset(), block.descriptionBytes(), block.bodyBytes());
        }
        return builder.endVector();
    }

    private static int keyValues(FlatBufferBuilder builder, Map<String, String> metadata, int check) {
        int[] pairs = new int[metadata.size() + 1];
        int next = 0;
        for (Map.Entry<String, String> entry : metadata.entrySet()) {
            int key = builder.createString(entry.getKey());
            pairs[next++] = KeyValue.createKeyValue(builder, key, builder.createString(entry.getValue()));
        }
        pairs[next] = KeyValue.createKeyValue(builder, builder.createString(FooterCheck.NAME), check);
        return Footer.createCustomMetadataVector(builder, pairs);
    }
}
