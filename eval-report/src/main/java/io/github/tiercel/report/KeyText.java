package io.github.tiercel.report;

import io.github.tiercel.store.StoredKey;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parts of a key in a store, for people.
 *
 * @param key the key
 * @param zone where the people are
 */
record KeyText(StoredKey key, ZoneId zone) {

    private static final Pattern DIGEST = Pattern.compile("\\b([0-9a-f]{8})[0-9a-f]{24,}\\b");
    private static final int GROUP = 3;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    /** {@return the text with digests cut to as many digits as people compare} */
    static String shortened(String text) {
        return DIGEST.matcher(text).replaceAll("$1…");
    }

    String model() {
        return shortened(key.model().model());
    }

    /** {@return the transform and the settings by name, empty if there are none} */
    String settings() {
        String transform = key.model().transform();
        Stream<String> settings = key.model().settings().entrySet().stream()
                .map(setting -> setting.getKey() + "=" + shortened(setting.getValue()));
        return Stream.concat(transform.isEmpty() ? Stream.of() : Stream.of(shortened(transform)), settings)
                .collect(Collectors.joining(", "));
    }

    /** {@return for example {@code "double: cat, dog"}} */
    String outputs() {
        return precision(key) + ": " + String.join(", ", key.outputs().names());
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
        return minute(key.lastUsed(), zone);
    }

    static String minute(Instant time, ZoneId zone) {
        return MINUTE.format(time.atZone(zone));
    }

    /** {@return digits in groups of three, without the formatter, which takes longer than all the rest of a line} */
    static String count(long number) {
        StringBuilder digits = new StringBuilder(Long.toString(number));
        for (int end = digits.length() - GROUP; end > 0; end -= GROUP) {
            digits.insert(end, ',');
        }
        return digits.toString();
    }

    /** {@return for example {@code "1 key"} or {@code "1,024 keys"}} */
    static String keys(int number) {
        return count(number) + (number == 1 ? " key" : " keys");
    }
}
