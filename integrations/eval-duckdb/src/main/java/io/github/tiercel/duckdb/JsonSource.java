package io.github.tiercel.duckdb;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JSON lines, or one array of objects. Types are found from the whole file, not from a sample. */
final class JsonSource implements Source {

    private static final Pattern NUMBERED = Pattern.compile("(.+)_\\d+");

    private final String options;
    private final Table detected;

    private JsonSource(String options, Table detected) {
        this.options = options;
        this.detected = detected;
    }

    static JsonSource describe(Session session, DataFiles data) throws SQLException {
        String options = data.patterns() + ", records = true, format = " + format(data.name());
        return new JsonSource(options, Table.describe(session, detecting(options)));
    }

    private static String format(String file) {
        return file.toLowerCase(Locale.ROOT).matches(".*\\.json(\\.gz)?") ? "'auto'" : "'newline_delimited'";
    }

    private static String detecting(String options) {
        return "read_json(" + options + ", sample_size = -1, map_inference_threshold = -1)";
    }

    @Override
    public List<String> names() {
        return detected.fields().stream().map(Field::name).toList();
    }

    @Override
    public Table table(Collection<String> names) {
        List<Field> fields = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (String name : names) {
            Field field = detected.field(name);
            fields.add(plain(field));
            values.add(value(field) + " AS " + field.reference());
        }
        return new Table("(SELECT " + String.join(", ", values) + " FROM " + rows(fields) + ")", fields);
    }

    /**
     * Text that looks like a date stays as it was written; what is sometimes a number, sometimes text, becomes text.
     */
    private static Field plain(Field field) {
        return isWritten(field) || field.type().equals("JSON") ? Field.text(field.name(), field.reference()) : field;
    }

    private static boolean isWritten(Field field) {
        return field.type().startsWith("TIME")
                || field.type().startsWith("DATE")
                || field.type().equals("UUID")
                || field.type().equals("\"NULL\"");
    }

    private static String value(Field field) {
        if (field.type().equals("JSON")) {
            return field.reference() + " ->> '$'";
        }
        return isWritten(field) ? Sql.cast(field.reference(), "VARCHAR") : field.reference();
    }

    /**
     * Naming the columns spares a second detection. It cannot be done if a name may be one that DuckDB made up to tell
     * "a" from "A": the file has no "A_1", and all its values would be missing.
     */
    private String rows(List<Field> fields) {
        return fields.stream().anyMatch(this::mayBeRenamed) ? detecting(options) : named(fields);
    }

    private boolean mayBeRenamed(Field field) {
        Matcher numbered = NUMBERED.matcher(field.name());
        return numbered.matches() && names().stream().anyMatch(name -> name.equalsIgnoreCase(numbered.group(1)));
    }

    private String named(List<Field> fields) {
        List<String> columns = new ArrayList<>();
        for (Field field : fields) {
            String type = detected.field(field.name()).type();
            columns.add(Sql.name(field.name()) + ": " + Sql.text(type.equals("JSON") ? type : field.type()));
        }
        return "read_json(" + options + ", columns = {" + String.join(", ", columns) + "})";
    }
}
