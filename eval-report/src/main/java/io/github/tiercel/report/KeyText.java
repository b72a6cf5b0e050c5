package io.github.tiercel.report;

import io.github.tiercel.store.StoredKey;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The parts of a key in a store, for people.
 *
 * @param key the key
 * @param zone where the people are
 */
record KeyText(StoredKey key, ZoneId zone) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    /** {@return the settings by name, empty if there are none} */
    String settings() {
        return key.model().settings().entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(", "));
    }

    String outputs() {
        return String.join(", ", key.outputs().names());
    }

    static String precision(StoredKey key) {
        return key.outputs().precision().name().toLowerCase(Locale.ROOT);
    }

    /** {@return rows in a batch; empty for a model whose scores do not depend on it} */
    String batch() {
        return key.batchRows().isPresent() ? count(key.batchRows().getAsInt()) : "";
    }

    /** {@return for example {@code "8,192 of 78,543"}} */
    String rows() {
        return count(key.rows())
                + (key.rowsOfOrder().isPresent()
                        ? " of " + count(key.rowsOfOrder().getAsInt())
                        : "");
    }

    String bytes() {
        return ByteText.of(key.bytes());
    }

    String lastUsed() {
        return MINUTE.format(key.lastUsed().atZone(zone));
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@return for example {@code "1 key"} or {@code "1,024 keys"}} */
    static String keys(int number) {
        return count(number) + (number == 1 ? " key" : " keys");
    }
}
