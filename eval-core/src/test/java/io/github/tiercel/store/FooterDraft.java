package io.github.tiercel.store;

import com.google.flatbuffers.FlatBufferBuilder;
import io.github.tiercel.arrow.ArrowMessages;
import io.github.tiercel.arrow.BlockPlace;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.apache.arrow.flatbuf.Block;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.Footer;
import org.apache.arrow.flatbuf.KeyValue;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.Schema;
import org.jspecify.annotations.Nullable;

/** A footer that can be made to say anything, and has its check all the same. A list that is null is not written. */
final class FooterDraft {

    short version = MetadataVersion.V5;
    short endianness = Endianness.Little;
    boolean hasSchema = true;
    int dictionaries;

    @Nullable
    List<FieldDraft> fields = new ArrayList<>();

    @Nullable
    List<BlockPlace> blocks = new ArrayList<>();

    @Nullable
    List<Entry> metadata = new ArrayList<>();

    /** A line of the metadata. */
    record Entry(@Nullable String key, @Nullable String value) {}

    /** Makes the footer say what one that was read says. */
    static FooterDraft of(ArrowFooter footer) {
        FooterDraft draft = new FooterDraft();
        footer.names().forEach(name -> draft.fields().add(FieldDraft.of(name, footer.type())));
        draft.blocks().addAll(footer.blocks());
        footer.metadata().forEach((key, value) -> draft.metadata().add(new Entry(key, value)));
        draft.metadata().removeIf(entry -> FooterCheck.NAME.equals(entry.key()));
        return draft;
    }

    /** The columns, which are written again if they were not to be. */
    List<FieldDraft> fields() {
        List<FieldDraft> list = fields == null ? new ArrayList<>() : fields;
        fields = list;
        return list;
    }

    List<BlockPlace> blocks() {
        List<BlockPlace> list = blocks == null ? new ArrayList<>() : blocks;
        blocks = list;
        return list;
    }

    List<Entry> metadata() {
        List<Entry> list = metadata == null ? new ArrayList<>() : metadata;
        metadata = list;
        return list;
    }

    /** Returns what the metadata says of a name; empty if it is silent. */
    String said(String key) {
        return metadata().stream()
                .filter(entry -> key.equals(entry.key()) && entry.value() != null)
                .map(entry -> String.valueOf(entry.value()))
                .findFirst()
                .orElse("");
    }

    void say(String key, String value) {
        metadata().replaceAll(entry -> key.equals(entry.key()) ? new Entry(key, value) : entry);
    }

    byte[] bytes() {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        int check = builder.createString(FooterCheck.BLANK);
        TextPool texts = new TextPool();
        int schemaAt = hasSchema ? schema(builder, texts) : 0;
        int metadataAt = metadata == null ? 0 : metadata(builder, texts, check);
        int blocksAt = blocks == null ? 0 : blocks(builder);
        int dictionariesAt = dictionaries < 0 ? 0 : dictionaries(builder);
        builder.finish(Footer.createFooter(builder, version, schemaAt, dictionariesAt, blocksAt, metadataAt));
        return FooterCheck.stamped(builder.sizedByteArray());
    }

    private int schema(FlatBufferBuilder builder, TextPool texts) {
        if (fields == null) {
            return Schema.createSchema(builder, endianness, 0, 0, 0);
        }
        // A column that is in the list twice is one table that two entries point at.
        IdentityHashMap<FieldDraft, Integer> places = new IdentityHashMap<>();
        int[] entries = fields().stream()
                .mapToInt(field -> places.computeIfAbsent(field, one -> one.write(builder, texts)))
                .toArray();
        return Schema.createSchema(builder, endianness, Schema.createFieldsVector(builder, entries), 0, 0);
    }

    private int metadata(FlatBufferBuilder builder, TextPool texts, int check) {
        List<Integer> pairs = new ArrayList<>();
        for (Entry entry : metadata()) {
            int key = texts.write(builder, entry.key());
            pairs.add(KeyValue.createKeyValue(builder, key, texts.write(builder, entry.value())));
        }
        pairs.add(KeyValue.createKeyValue(builder, builder.createString(FooterCheck.NAME), check));
        return Footer.createCustomMetadataVector(
                builder, pairs.stream().mapToInt(Integer::intValue).toArray());
    }

    private int blocks(FlatBufferBuilder builder) {
        Footer.startRecordBatchesVector(builder, blocks().size());
        for (int i = blocks().size() - 1; i >= 0; i--) {
            BlockPlace block = blocks().get(i);
            Block.createBlock(builder, block.offset(), block.descriptionBytes(), block.bodyBytes());
        }
        return builder.endVector();
    }

    private int dictionaries(FlatBufferBuilder builder) {
        Footer.startDictionariesVector(builder, dictionaries);
        for (int i = 0; i < dictionaries; i++) {
            Block.createBlock(builder, ArrowMessages.START_BYTES, 0, 0);
        }
        return builder.endVector();
    }
}
