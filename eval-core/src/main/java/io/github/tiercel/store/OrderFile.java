package io.github.tiercel.store;

import io.github.tiercel.sampling.Strata;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Strata as an Arrow IPC file: one column of unsigned bytes, the stratum of each row, and in the footer's metadata what
 * is known of each stratum ({@code stratum_0}: class, weight as hexadecimal, name) and of merges ({@code merge_0}:
 * stratum, members), a line each.
 */
final class OrderFile {

    private static final String LAYOUT = "1";
    private static final String STRATUM = "stratum_";
    private static final String MERGE = "merge_";
    private static final int PART_LINES = 3;

    private OrderFile() {}

    static void write(FileChannel channel, String source, Strata strata) throws IOException {
        Map<String, String> metadata = new TreeMap<>(Map.of(
                "layout", LAYOUT,
                "source", source,
                "rows", String.valueOf(strata.rows()),
                "strata", String.valueOf(strata.count()),
                "merges", String.valueOf(strata.merges().size())));
        for (int h = 0; h < strata.count(); h++) {
            metadata.put(STRATUM + h, text(strata.parts().get(h)));
        }
        for (int i = 0; i < strata.merges().size(); i++) {
            metadata.put(MERGE + i, text(strata.merges().get(i)));
        }
        ColumnFileWriter.write(channel, shape(strata.rows()), source(strata), metadata);
    }

    private static ColumnSource source(Strata strata) {
        return (column, row, rows, to) -> {
            for (int i = 0; i < rows; i++) {
                to.put((byte) strata.stratum(row + i));
            }
        };
    }

    static Strata read(Path file, String source) throws IOException {
        try (ColumnFileReader reader = open(file, source)) {
            return strata(reader, file);
        }
    }

    private static ColumnFileReader open(Path file, String source) throws IOException {
        return ColumnFileReader.open(file, reader -> {
            reader.require("layout", LAYOUT);
            reader.require("source", source);
        });
    }

    private static Strata strata(ColumnFileReader reader, Path file) throws IOException {
        try {
            byte[] stratumOfRow = column(reader, Math.toIntExact(reader.number("rows")));
            List<Strata.Part> parts = new ArrayList<>();
            for (long h = 0; h < reader.number("strata"); h++) {
                parts.add(part(reader.metadata(STRATUM + h)));
            }
            List<Strata.Merge> merges = new ArrayList<>();
            for (long i = 0; i < reader.number("merges"); i++) {
                merges.add(merge(reader.metadata(MERGE + i)));
            }
            return Strata.of(stratumOfRow, parts, merges);
        } catch (IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException e) {
            // Whole by its checksums, and yet no strata.
            throw new CorruptFileException(file, e);
        }
    }

    private static byte[] column(ColumnFileReader reader, int rows) throws IOException {
        TableShape shape = shape(rows);
        reader.require(shape);
        ByteBuffer strata = ByteBuffer.allocate(rows);
        reader.read(shape, shape.batches(), (column, row, count, from) -> strata.put(from));
        return strata.array();
    }

    private static TableShape shape(int rows) {
        return new TableShape(List.of("stratum"), ColumnType.UINT8, rows);
    }

    private static String text(Strata.Part part) {
        return part.classIndex() + "\n" + Double.toHexString(part.weight()) + "\n" + EscapedText.of(part.name());
    }

    private static Strata.Part part(String text) {
        String[] lines = text.split("\n", PART_LINES);
        return new Strata.Part(EscapedText.parse(lines[2]), Integer.parseInt(lines[0]), Double.parseDouble(lines[1]));
    }

    private static String text(Strata.Merge merge) {
        List<String> lines = new ArrayList<>();
        lines.add(String.valueOf(merge.stratum()));
        merge.members().forEach(member -> lines.add(EscapedText.of(member)));
        return String.join("\n", lines);
    }

    private static Strata.Merge merge(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        List<String> members =
                lines.subList(1, lines.size()).stream().map(EscapedText::parse).toList();
        return new Strata.Merge(Integer.parseInt(lines.get(0)), members);
    }
}
