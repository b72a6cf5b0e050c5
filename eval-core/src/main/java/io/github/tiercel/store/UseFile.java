package io.github.tiercel.store;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * How often models were evaluated on the rows of an order, by one store in some seconds or as put together from such
 * files: text, so that people can read it.
 *
 * <pre>
 * format: tiercel-uses/1
 * order: &lt;64 digits&gt;
 * replaces: &lt;file&gt;                     a file whose counts are in this one too, wherever it is still there
 * use: &lt;digest of model&gt; &lt;times&gt; &lt;tier&gt;
 * crc32c: &lt;8 digits&gt;                   of all lines before
 * </pre>
 *
 * @param replaces names of the files that this one has the counts of
 * @param counts the counts
 */
record UseFile(List<String> replaces, UseTally counts) {

    /** The names of such files, each of which is used once. */
    static final Pattern NAME = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.uses");

    private static final String FORMAT = "format: tiercel-uses/1";
    private static final String ORDER = "order: ";
    private static final String REPLACES = "replaces: ";
    private static final Pattern USE = Pattern.compile("use: ([0-9a-f]{64}) ([1-9]\\d{0,17}) (.*)");
    private static final String CHECKSUM = "crc32c: ";

    /** A million models in ten tiers; whatever is larger than this is no such file. */
    private static final long LARGEST = 1 << 30;

    byte[] bytes(String order) {
        StringBuilder text = new StringBuilder();
        line(text, FORMAT);
        line(text, ORDER + order);
        replaces.forEach(name -> line(text, REPLACES + name));
        counts.each((tier, model, times) -> line(text, "use: " + model + " " + times + " " + EscapedText.of(tier)));
        line(text, CHECKSUM + checksum(text.toString()));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }

    private static String checksum(String text) {
        CRC32C crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return Checksums.hex(crc);
    }

    /**
     * Reads a file.
     *
     * @throws CorruptFileException if it is not as it was written, or of another order
     */
    static UseFile read(Path file, String order) throws IOException {
        String text = text(file);
        int end = text.lastIndexOf(CHECKSUM);
        String checked = text.substring(0, Math.max(0, end));
        if (end < 0 || !text.substring(end).equals(CHECKSUM + checksum(checked) + "\n")) {
            throw new CorruptFileException(file, "its checksum is not that of its lines");
        }
        List<String> lines = checked.lines().toList();
        if (lines.size() < 2 || !lines.get(0).equals(FORMAT) || !lines.get(1).equals(ORDER + order)) {
            throw new CorruptFileException(file, "it is not of these rows");
        }
        return parsed(file, lines.subList(2, lines.size()));
    }

    private static String text(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new CorruptFileException(file, "it is larger than such a file can be");
        }
        try {
            return Files.readString(file);
        } catch (MalformedInputException e) {
            throw new CorruptFileException(file, "it is no text");
        }
    }

    private static UseFile parsed(Path file, List<String> lines) throws CorruptFileException {
        List<String> replaces = new ArrayList<>();
        UseTally counts = new UseTally();
        try {
            for (String line : lines) {
                if (line.startsWith(REPLACES)) {
                    replaces.add(line.substring(REPLACES.length()));
                } else {
                    add(line, counts);
                }
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // Whole by its checksum, and yet no counts.
            throw new CorruptFileException(file, "a line of it is no count");
        }
        return new UseFile(List.copyOf(replaces), counts);
    }

    private static void add(String line, UseTally counts) {
        Matcher use = USE.matcher(line);
        if (!use.matches()) {
            throw new IllegalArgumentException(line);
        }
        counts.add(EscapedText.parse(use.group(3)), use.group(1), Long.parseLong(use.group(2)));
    }
}
