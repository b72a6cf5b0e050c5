package io.github.tiercel.store;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The reasons for which a reader refuses a file, by the start of what it says. */
enum Refusal {
    TOO_SMALL("it has only "),
    FIRST_BYTES("the first bytes are not Arrow's"),
    LAST_BYTES("the last bytes are not Arrow's"),
    FOOTER_LENGTH("the footer's length cannot be "),
    FOOTER_CHECKSUM("the footer does not have its checksum"),
    UNREADABLE("its footer cannot be read"),
    SILENT("its footer says nothing of "),
    LAYOUT("layout should be "),
    KEY("(key|source) should be "),
    POSITIONS("(from|to) should be "),
    NO_NUMBER("(batch_rows|inference_nanos|rows|strata|merges) should be a number from 0 on "),
    COLUMNS("the columns should be "),
    TYPE("the columns' type should be "),
    BATCHES("the number of batches should be "),
    BATCH_PLACE("batch \\d+ is not where it must be"),
    MESSAGE_LENGTH("a message at -?\\d+ cannot have "),
    FOOTER_PLACE("the footer's place should be "),
    MESSAGES_CHECKSUM("crc32c_messages should be "),
    CHECKSUMS("it does not have \\d+ checksums of columns"),
    COLUMN_CHECKSUM("the checksum of column \\d+ in batch \\d+ should be ");

    private final Pattern pattern;

    Refusal(String start) {
        pattern = Pattern.compile(start);
    }

    /** {@return the reasons that many changes give} */
    static Set<Refusal> common() {
        return EnumSet.complementOf(EnumSet.of(SILENT, LAYOUT, POSITIONS, NO_NUMBER, TYPE, FIRST_BYTES));
    }

    /**
     * Tells a message's reason.
     *
     * @throws AssertionError if it is none of these, so that a new one cannot go uncounted
     */
    static Refusal of(CorruptFileException refused, String file) {
        String message = String.valueOf(refused.getMessage());
        String start = file + " is damaged: ";
        if (!message.startsWith(start)) {
            throw new AssertionError("no file: " + message);
        }
        return Arrays.stream(values())
                .filter(refusal -> refusal.pattern
                        .matcher(message)
                        .region(start.length(), message.length())
                        .lookingAt())
                .findFirst()
                .orElseThrow(() -> new AssertionError("unknown reason: " + message));
    }
}
