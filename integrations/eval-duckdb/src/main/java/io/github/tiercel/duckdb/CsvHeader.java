package io.github.tiercel.duckdb;

import io.github.tiercel.data.DataException;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * The first record of a CSV file. It is read here and not guessed from a sample of rows, so that no value further down
 * can change the delimiter, and so that names given twice are seen before DuckDB renames them.
 *
 * @param delimiter of comma, semicolon, tab and bar the one that the header has most of, outside of quotes
 * @param names the columns' names
 * @param lineEnd what the header ends with, if a name holds a line end too, which DuckDB would take for the file's own
 */
record CsvHeader(char delimiter, List<String> names, Optional<String> lineEnd) {

    private static final String DELIMITERS = ",;\t|";
    private static final int BYTE_ORDER_MARK = 0xFEFF;
    /** Control characters but tabs and line ends, which names in quotes may have. */
    private static final Pattern BINARY = Pattern.compile("[\\x00-\\x08\\x0E-\\x1F\\x7F]");
    /** A file without any line end must not be read into memory as its own header. */
    private static final int MAX_LENGTH = 1 << 20;

    static CsvHeader read(Path file) {
        String name = String.valueOf(file.getFileName());
        try (Reader reader = open(file)) {
            return parse(record(reader), name);
        } catch (IOException e) {
            throw new DataException(
                    "UNREADABLE_FILE", "The header of " + name + " cannot be read. Is the file complete?", e);
        }
    }

    private static Reader open(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
        boolean packed = file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
        return new BufferedReader(
                new InputStreamReader(packed ? new GZIPInputStream(bytes) : bytes, StandardCharsets.UTF_8));
    }

    /** {@return the text up to the first line end outside of quotes, and that line end} */
    private static String record(Reader reader) throws IOException {
        StringBuilder text = new StringBuilder();
        boolean quoted = false;
        for (int c = afterMark(reader); c >= 0 && text.length() < MAX_LENGTH; c = reader.read()) {
            quoted ^= c == '"';
            text.append((char) c);
            if (!quoted && (c == '\n' || c == '\r')) {
                return c == '\r' && reader.read() == '\n' ? text.append('\n').toString() : text.toString();
            }
        }
        return text.append('\n').toString();
    }

    private static int afterMark(Reader reader) throws IOException {
        int first = reader.read();
        return first == BYTE_ORDER_MARK ? reader.read() : first;
    }

    static CsvHeader parse(String line, String file) {
        String record = line.replaceFirst("(\\r\\n|\\r|\\n)$", "");
        char delimiter = delimiter(record, file);
        List<String> names = split(record, delimiter);
        check(names, file);
        boolean ambiguous = record.indexOf('\n') >= 0 || record.indexOf('\r') >= 0;
        return new CsvHeader(
                delimiter,
                List.copyOf(names),
                ambiguous ? Optional.of(line.substring(record.length())) : Optional.empty());
    }

    private static char delimiter(String record, String file) {
        if (file.toLowerCase(Locale.ROOT).contains(".tsv")) {
            return '\t';
        }
        String bare = record.replaceAll("\"[^\"]*\"", "");
        char best = ',';
        for (int i = 0; i < DELIMITERS.length(); i++) {
            char candidate = DELIMITERS.charAt(i);
            best = count(bare, candidate) > count(bare, best) ? candidate : best;
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private static List<String> split(String record, char delimiter) {
        List<String> names = new ArrayList<>();
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i < record.length(); i++) {
            quoted ^= record.charAt(i) == '"';
            if (!quoted && record.charAt(i) == delimiter) {
                names.add(unquote(record.substring(start, i)));
                start = i + 1;
            }
        }
        names.add(unquote(record.substring(start)));
        return names;
    }

    private static String unquote(String text) {
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text;
    }

    private static void check(List<String> names, String file) {
        if (names.stream().anyMatch(BINARY.asPredicate())) {
            throw new DataException(
                    "BAD_HEADER",
                    "The header of " + file
                            + " has control characters, which no text has, so this is no CSV file. Name the"
                            + " file by what it is, such as .parquet or .csv.gz, or write it anew.");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).isBlank()) {
                throw new DataException(
                        "BAD_HEADER",
                        "Column " + (i + 1) + " of " + names.size() + " in the header of " + file
                                + " has no name. Give it one (pandas: to_csv(..., index=False) leaves its index out).");
            }
            if (!seen.add(names.get(i))) {
                throw new DataException(
                        "BAD_HEADER",
                        "The header of " + file + " has the name \"" + names.get(i)
                                + "\" more than once. Give each column a name of its own.");
            }
        }
    }
}
