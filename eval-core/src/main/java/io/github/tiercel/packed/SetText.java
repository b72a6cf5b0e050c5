package io.github.tiercel.packed;

import io.github.tiercel.data.ColumnRoles;
import io.github.tiercel.metrics.Task;
import io.github.tiercel.sampling.Strata;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The text of a set: one {@code name: value} a line, a name again for each of several values, and the CRC32C of all
 * lines as the last of them.
 */
final class SetText {

    static final String FORMAT = "tiercel-packed/1";

    private static final String SEPARATOR = ": ";
    private static final String CHECK = "crc32c" + SEPARATOR;
    private static final int CHECK_DIGITS = 8;

    private final StringBuilder text = new StringBuilder();

    private SetText() {}

    static String of(SetIndex index) {
        SetText lines = new SetText();
        lines.describe(index.description());
        index.dictionaries().forEach(known -> lines.put("dictionary", numbers(known)));
        index.files().forEach(file -> lines.put("file", file(file)));
        return lines.text + CHECK + checksum(lines.text.toString()) + "\n";
    }

    private void describe(SetDescription set) {
        put("format", FORMAT);
        put("source", set.source());
        put("fingerprint", set.fingerprint());
        put("options", set.options());
        put("rows", String.valueOf(set.rows()));
        put("seed", String.valueOf(set.seed()));
        describe(set.roles());
        set.features().forEach(name -> put("feature", name));
        set.columns().forEach(column -> put("column", column.type() + " " + column.name()));
        for (int h = 0; h < set.strata().size(); h++) {
            Strata.Part part = set.strata().get(h);
            String numbers = part.classIndex() + " " + Double.toHexString(part.weight()) + " "
                    + set.strataRows().get(h);
            put("stratum", numbers + " " + part.name());
        }
        set.merges()
                .forEach(merge -> put(
                        "merge",
                        merge.stratum()
                                + merge.members().stream()
                                        .map(member -> "\n" + escaped(member))
                                        .collect(Collectors.joining())));
    }

    private void describe(ColumnRoles roles) {
        put("label", roles.label());
        roles.positive().ifPresent(value -> put("positive", value));
        roles.id().ifPresent(name -> put("id", name));
        roles.weight().ifPresent(name -> put("weight", name));
        roles.cluster().ifPresent(name -> put("cluster", name));
        roles.query().ifPresent(name -> put("query", name));
        roles.slices().forEach(slice -> put("slice", slice));
        roles.task().ifPresent(task -> put("task", task.name()));
        roles.classes().forEach(name -> put("class", name));
    }

    private void put(String name, String value) {
        text.append(name).append(SEPARATOR).append(escaped(value)).append('\n');
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    private static String numbers(Dictionary known) {
        return known.column() + " " + known.count() + " " + known.offset() + " " + known.bytes() + " "
                + hex(known.checksum());
    }

    private static String file(RangeFile file) {
        return file.from() + " " + file.rows() + " " + file.bytes() + " "
                + file.bodies().stream().map(String::valueOf).collect(Collectors.joining(",")) + " "
                + file.checksums().stream().map(SetText::hex).collect(Collectors.joining(","));
    }

    private static String hex(int checksum) {
        return HexFormat.of().toHexDigits(checksum);
    }

    private static String checksum(String text) {
        return hex(RangeWriter.checksum(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8))));
    }

    /** Returns the set that has this text; empty if none has. */
    static Optional<SetIndex> parse(String text) {
        int end = text.length() - CHECK.length() - CHECK_DIGITS - 1;
        if (end < 0 || !text.substring(end).equals(CHECK + checksum(text.substring(0, end)) + "\n")) {
            return Optional.empty();
        }
        try {
            return Optional.of(index(values(text.substring(0, end))));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // Whole by its checksum, and yet no set: written by another hand.
            return Optional.empty();
        }
    }

    private static Map<String, List<String>> values(String text) {
        Map<String, List<String>> values = new TreeMap<>();
        for (String line : text.lines().toList()) {
            int end = line.indexOf(SEPARATOR);
            values.computeIfAbsent(line.substring(0, end), name -> new ArrayList<>())
                    .add(unescaped(line.substring(end + SEPARATOR.length())));
        }
        return values;
    }

    private static String unescaped(String line) {
        StringBuilder value = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            char escaped = c == '\\' ? line.charAt(++i) : c;
            value.append(c == '\\' && escaped == 'n' ? '\n' : c == '\\' && escaped == 'r' ? '\r' : escaped);
        }
        return value.toString();
    }

    private static SetIndex index(Map<String, List<String>> values) {
        SetDescription description = new SetDescription(
                only(values, "source"),
                only(values, "fingerprint"),
                only(values, "options"),
                roles(values),
                Long.parseLong(only(values, "seed")),
                Integer.parseInt(only(values, "rows")),
                all(values, "column").stream().map(SetText::column).toList(),
                all(values, "feature"),
                all(values, "stratum").stream().map(SetText::part).toList(),
                all(values, "stratum").stream()
                        .map(line -> Integer.valueOf(line.split(" ", -1)[2]))
                        .toList(),
                all(values, "merge").stream().map(SetText::merge).toList());
        return new SetIndex(
                description,
                all(values, "file").stream().map(SetText::file).toList(),
                all(values, "dictionary").stream().map(SetText::dictionary).toList());
    }

    private static ColumnRoles roles(Map<String, List<String>> values) {
        return new ColumnRoles(
                only(values, "label"),
                first(values, "positive"),
                first(values, "id"),
                first(values, "weight"),
                first(values, "cluster"),
                all(values, "slice"),
                first(values, "task").map(Task::valueOf),
                first(values, "query"),
                all(values, "class"),
                Optional.empty());
    }

    private static PackedColumn column(String line) {
        String[] parts = line.split(" ", 2);
        return new PackedColumn(parts[1], PackedColumn.Type.valueOf(parts[0]));
    }

    private static Strata.Part part(String line) {
        String[] parts = line.split(" ", 4);
        return new Strata.Part(parts[3], Integer.parseInt(parts[0]), Double.parseDouble(parts[1]));
    }

    private static Strata.Merge merge(String lines) {
        List<String> parts = List.of(lines.split("\n", -1));
        return new Strata.Merge(
                Integer.parseInt(parts.get(0)),
                parts.subList(1, parts.size()).stream().map(SetText::unescaped).toList());
    }

    private static Dictionary dictionary(String line) {
        String[] parts = line.split(" ", -1);
        return new Dictionary(
                Integer.parseInt(parts[0]),
                Integer.parseInt(parts[1]),
                Long.parseLong(parts[2]),
                Integer.parseInt(parts[3]),
                HexFormat.fromHexDigits(parts[4]));
    }

    private static RangeFile file(String line) {
        String[] parts = line.split(" ", -1);
        List<Long> bodies =
                List.of(parts[3].split(",", -1)).stream().map(Long::valueOf).toList();
        List<Integer> checksums = List.of(parts[4].split(",", -1)).stream()
                .map(HexFormat::fromHexDigits)
                .toList();
        return new RangeFile(
                Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Long.parseLong(parts[2]), bodies, checksums);
    }

    private static String only(Map<String, List<String>> values, String name) {
        return all(values, name).get(0);
    }

    private static Optional<String> first(Map<String, List<String>> values, String name) {
        return all(values, name).stream().findFirst();
    }

    private static List<String> all(Map<String, List<String>> values, String name) {
        return values.getOrDefault(name, List.of());
    }
}
