package io.github.tiercel.report;

import io.github.tiercel.store.StoredKey;
import java.time.ZoneId;
import java.util.List;

/** One row a key of a store; what may be long and is cut first stands last. */
final class KeyTable {

    private static final int LEAST = 7;

    private KeyTable() {}

    static TextTable of(List<StoredKey> keys, ZoneId zone) {
        ShortKeys digits = ShortKeys.of(keys.stream().map(StoredKey::hex).toList());
        List<Column> columns = List.of(
                Column.left("key"),
                Column.left("last used"),
                Column.right("rows"),
                Column.right("files"),
                Column.right("size"),
                Column.right("batch"),
                Column.left("outputs").shrinkingTo(LEAST),
                Column.left("settings").shrinkingTo(LEAST),
                Column.left("model").shrinkingTo(LEAST));
        return new TextTable(
                columns, keys.stream().map(key -> row(key, digits, zone)).toList());
    }

    private static Row row(StoredKey key, ShortKeys digits, ZoneId zone) {
        KeyText text = new KeyText(key, zone);
        return Row.of(
                Cell.of(digits.of(key.hex())),
                Cell.of(text.lastUsed()),
                Cell.of(text.rows()),
                Cell.of(KeyText.count(key.segments())),
                Cell.of(text.bytes()),
                Cell.of(text.batch()),
                Cell.of(text.outputs()),
                Cell.of(text.settings()),
                Cell.of(text.model()));
    }
}
