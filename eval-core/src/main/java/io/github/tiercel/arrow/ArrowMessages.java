package io.github.tiercel.arrow;

import com.google.flatbuffers.FlatBufferBuilder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
import org.apache.arrow.flatbuf.Footer;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.KeyValue;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.flatbuf.Schema;

/**
 * The parts of an Arrow IPC file that are not values, in the order in which they stand there: the start, dictionaries
 * and batches, each before its body, the end, the footer and the tail. The same arguments give the same bytes. Safe for
 * use by several threads.
 *
 * <p>Source: Arrow Columnar Format 1.5, "Serialization and Interprocess Communication".
 *
 * <pre>{@code
 * byte[] start = ArrowMessages.start(List.of(new ArrowColumn("score", ArrowType.FLOAT64, false)));
 * }</pre>
 *
 * @since 0.1
 */
public final class ArrowMessages {

    /** The magic is padded to 8 bytes at the start. */
    public static final int START_BYTES = 8;

    /** The length of what stands behind the footer: its own length, and the magic. */
    public static final int TAIL_BYTES = Integer.BYTES + 6;

    private static final byte[] MAGIC = "ARROW1".getBytes(StandardCharsets.US_ASCII);

    /** Marks a message, and with an empty one behind it the end of them. */
    private static final int CONTINUATION = -1;

    private ArrowMessages() {}

    /** {@return a new array of what stands at both ends of a file} */
    public static byte[] magic() {
        return MAGIC.clone();
    }

    /**
     * {@return a length, made a multiple of 8 as Arrow asks}
     *
     * @param bytes the length without padding
     * @throws ArithmeticException if it is no int any more
     */
    public static int padded(int bytes) {
        return Math.addExact(bytes, 7) & -8;
    }

    /**
     * {@return the magic and what the columns are}
     *
     * @param columns the file's columns
     */
    public static byte[] start(List<ArrowColumn> columns) {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        byte[] schema = message(builder, MessageHeader.Schema, schema(builder, columns), 0);
        return ByteBuffer.allocate(START_BYTES + schema.length)
                .put(MAGIC)
                .position(START_BYTES)
                .put(schema)
                .array();
    }

    /**
     * {@return the description of a dictionary, whose body is where its texts begin and end, and then the texts}
     *
     * @param id the place of its column in the file
     * @param texts how many
     * @param offsetBytes the length of where they begin and end, in 4 bytes each, padded
     * @param textBytes the length of the texts, padded
     */
    public static byte[] dictionary(int id, int texts, int offsetBytes, int textBytes) {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        RecordBatch.startNodesVector(builder, 1);
        FieldNode.createFieldNode(builder, texts, 0);
        int nodes = builder.endVector();
        RecordBatch.startBuffersVector(builder, 3);
        Buffer.createBuffer(builder, offsetBytes, textBytes);
        Buffer.createBuffer(builder, 0, offsetBytes);
        Buffer.createBuffer(builder, 0, 0);
        int buffers = builder.endVector();
        int batch = RecordBatch.createRecordBatch(builder, texts, nodes, buffers, 0, 0);
        int header = DictionaryBatch.createDictionaryBatch(builder, id, batch, false);
        return message(builder, MessageHeader.DictionaryBatch, header, (long) offsetBytes + textBytes);
    }

    /**
     * {@return the description of a batch}
     *
     * @param rows the batch's rows
     * @param columns where each column is in the body
     * @param bodyBytes the length of the body
     */
    public static byte[] batch(int rows, List<ColumnPlace> columns, long bodyBytes) {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        // Structs are written into a vector from the last to the first.
        RecordBatch.startNodesVector(builder, columns.size());
        for (int column = columns.size() - 1; column >= 0; column--) {
            FieldNode.createFieldNode(builder, rows, columns.get(column).missing());
        }
        int nodes = builder.endVector();
        RecordBatch.startBuffersVector(builder, 2 * columns.size());
        for (int column = columns.size() - 1; column >= 0; column--) {
            ColumnPlace place = columns.get(column);
            Buffer.createBuffer(builder, place.values(), place.valueBytes());
            Buffer.createBuffer(builder, place.offset(), place.validityBytes());
        }
        int buffers = builder.endVector();
        int header = RecordBatch.createRecordBatch(builder, rows, nodes, buffers, 0, 0);
        return message(builder, MessageHeader.RecordBatch, header, bodyBytes);
    }

    /** {@return the mark that no message follows} */
    public static byte[] end() {
        return ByteBuffer.allocate(2 * Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(CONTINUATION)
                .array();
    }

    /**
     * {@return the footer, which says once more what the columns are, and where everything is}
     *
     * @param columns the file's columns
     * @param dictionaries where the dictionaries are
     * @param batches where the batches are
     * @param metadata what else is said, in this order
     */
    public static byte[] footer(
            List<ArrowColumn> columns,
            List<BlockPlace> dictionaries,
            List<BlockPlace> batches,
            Map<String, String> metadata) {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        int schema = schema(builder, columns);
        int[] pairs = pairs(builder, metadata);
        return footer(builder, schema, pairs, dictionaries, batches);
    }

    /**
     * {@return the footer of a file without dictionaries, in whose bytes a text stands last, but for the four zeros
     * that are behind one whose length is a multiple of 4}
     *
     * @param columns the file's columns
     * @param batches where the batches are
     * @param metadata what else is said, in this order
     * @param key what the last text is
     * @param last the last text
     */
    public static byte[] footer(
            List<ArrowColumn> columns,
            List<BlockPlace> batches,
            Map<String, String> metadata,
            String key,
            String last) {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        // A builder fills its buffer from the end: what is made first stands last.
        int lastAt = builder.createString(last);
        int schema = schema(builder, columns);
        int[] pairs = Arrays.copyOf(pairs(builder, metadata), metadata.size() + 1);
        pairs[metadata.size()] = KeyValue.createKeyValue(builder, builder.createString(key), lastAt);
        return footer(builder, schema, pairs, List.of(), batches);
    }

    private static byte[] footer(
            FlatBufferBuilder builder,
            int schema,
            int[] pairs,
            List<BlockPlace> dictionaries,
            List<BlockPlace> batches) {
        int metadataAt = Footer.createCustomMetadataVector(builder, pairs);
        Footer.startRecordBatchesVector(builder, batches.size());
        int batchesAt = places(builder, batches);
        Footer.startDictionariesVector(builder, dictionaries.size());
        int dictionariesAt = places(builder, dictionaries);
        builder.finish(Footer.createFooter(builder, MetadataVersion.V5, schema, dictionariesAt, batchesAt, metadataAt));
        return builder.sizedByteArray();
    }

    /**
     * {@return what stands behind a footer}
     *
     * @param footerBytes the length of the footer
     */
    public static byte[] tail(int footerBytes) {
        return ByteBuffer.allocate(TAIL_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(footerBytes)
                .put(MAGIC)
                .array();
    }

    private static byte[] message(FlatBufferBuilder builder, byte type, int header, long bodyBytes) {
        builder.finish(Message.createMessage(builder, MetadataVersion.V5, type, header, bodyBytes, 0));
        ByteBuffer message = builder.dataBuffer();
        int length = padded(message.remaining());
        return ByteBuffer.allocate(2 * Integer.BYTES + length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(CONTINUATION)
                .putInt(length)
                .put(message)
                .array();
    }

    private static int schema(FlatBufferBuilder builder, List<ArrowColumn> columns) {
        int[] fields = new int[columns.size()];
        for (int column = 0; column < fields.length; column++) {
            fields[column] = field(builder, columns.get(column), column);
        }
        return Schema.createSchema(builder, Endianness.Little, Schema.createFieldsVector(builder, fields), 0, 0);
    }

    private static int field(FlatBufferBuilder builder, ArrowColumn column, int id) {
        int name = builder.createString(column.name());
        int type = column.type().write(builder);
        int dictionary = column.type() == ArrowType.TEXT ? encoding(builder, id) : 0;
        // Other readers want a list of children even where there are none.
        int children = Field.createChildrenVector(builder, new int[0]);
        return Field.createField(
                builder, name, column.isNullable(), column.type().kind(), type, dictionary, children, 0);
    }

    private static int encoding(FlatBufferBuilder builder, int id) {
        int index = Int.createInt(builder, Integer.SIZE, true);
        return DictionaryEncoding.createDictionaryEncoding(builder, id, index, false, DictionaryKind.DenseArray);
    }

    private static int[] pairs(FlatBufferBuilder builder, Map<String, String> metadata) {
        int[] pairs = new int[metadata.size()];
        int next = 0;
        for (Map.Entry<String, String> entry : metadata.entrySet()) {
            int key = builder.createString(entry.getKey());
            pairs[next++] = KeyValue.createKeyValue(builder, key, builder.createString(entry.getValue()));
        }
        return pairs;
    }

    private static int places(FlatBufferBuilder builder, List<BlockPlace> places) {
        for (int i = places.size() - 1; i >= 0; i--) {
            BlockPlace place = places.get(i);
            Block.createBlock(builder, place.offset(), place.descriptionBytes(), place.bodyBytes());
        }
        return builder.endVector();
    }
}
