package io.github.tiercel.duckdb;

import io.github.tiercel.data.DataException;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in one sentence what DuckDB says in twenty lines. */
final class ReadFailure {

    private static final Pattern CSV_LINE = Pattern.compile("CSV Error on Line: (\\d+)");
    private static final Pattern CSV_WIDTH = Pattern.compile("Expected Number of Columns: (\\d+) Found: (\\d+)");
    private static final Pattern JSON_LINE =
            Pattern.compile("Malformed JSON in file .*, at byte \\d+ in (?:line|record/value) (\\d+): *([^.\\n]*)");
    private static final Pattern PREFIX = Pattern.compile("^[A-Za-z /]+ (?:Error|exception): ");
    private static final Pattern SENTENCE_END =
            Pattern.compile("[.!]?(?:\\s*\\R|(?<=[.!])\\s).*|[.!]$", Pattern.DOTALL);

    private ReadFailure() {}

    static DataException of(DataFiles data, Limits limits, SQLException e) {
        return new DataException("UNREADABLE_FILE", sentence(data, limits, String.valueOf(e.getMessage())), e);
    }

    private static String sentence(DataFiles data, Limits limits, String message) {
        if (message.startsWith("Out of Memory Error")) {
            return "Reading " + data.name() + " needs more than the memory limit of " + limits.bytes()
                    + " bytes. Raise it with memoryLimit(...), or use fewer threads.";
        }
        return switch (data.format()) {
            case CSV -> csv(data.name(), message);
            case JSON -> json(data.name(), message);
            case PARQUET -> parquet(data, message);
        };
    }

    private static String csv(String name, String message) {
        if (message.contains("invalid state")) {
            return name + " mixes line ends (LF, CRLF or CR) or has a stray quote. Write every line with the same end.";
        }
        Matcher line = CSV_LINE.matcher(message);
        return line.find() ? name + ", line " + line.group(1) + ": " + csvLine(message) : other(name, message);
    }

    private static String csvLine(String message) {
        Matcher width = CSV_WIDTH.matcher(message);
        if (width.find()) {
            return "the header has " + width.group(1) + " columns, but the line has " + width.group(2)
                    + ". Correct the line, or quote values that contain the delimiter.";
        }
        if (message.contains("unterminated quote")) {
            return "a quoted value does not end, or goes on after its closing quote. Write quotes inside a value twice.";
        }
        if (message.contains("unicode")) {
            return "the text is not UTF-8. Convert the file to UTF-8.";
        }
        return "the line cannot be read. Correct or remove it.";
    }

    private static String json(String name, String message) {
        if (message.contains("non-record JSON")) {
            return name
                    + " holds JSON values that are no objects. Write one object per row, with a key for each column.";
        }
        // DuckDB counts one line too many.
        Matcher line = JSON_LINE.matcher(message);
        return line.find()
                ? name + ", line " + (Long.parseLong(line.group(1)) - 1) + ": not valid JSON ("
                        + line.group(2).strip() + "). Write one object per line."
                : other(name, message);
    }

    private static String parquet(DataFiles data, String message) {
        if (message.contains("Hive partition mismatch")) {
            return "The folders below " + data.name()
                    + " differ in the columns that their names give (such as month=05)." + " Name them alike.";
        }
        return culprit(data, message) + " is broken or no Parquet file: " + firstSentence(message)
                + ". Write or copy it again.";
    }

    private static String culprit(DataFiles data, String message) {
        return data.files().stream()
                .map(Object::toString)
                .filter(message::contains)
                .findFirst()
                .orElse(data.name());
    }

    private static String other(String name, String message) {
        return name + " cannot be read: " + firstSentence(message) + ".";
    }

    static String firstSentence(String message) {
        return SENTENCE_END.matcher(PREFIX.matcher(message).replaceFirst("")).replaceFirst("");
    }
}
