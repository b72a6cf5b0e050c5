package io.github.tiercel.store;

import io.github.tiercel.data.DigestSink;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Labels as an Arrow IPC file of one column of doubles; where they are classes, the footer's metadata has their names.
 * Each set of labels has a file of its own, so that none overwrites another.
 */
final class RowLabelsFile {

    static final Pattern NAME = Pattern.compile("labels-[0-9a-f]{16}\\.arrow");

    private static final String LAYOUT = "1";
    private static final String CLASS = "class_";
    private static final int NAME_DIGITS = 16;

    private RowLabelsFile() {}

    /** Returns the name of these labels' file. */
    static String name(RowLabels labels) {
        return name(fingerprint(labels));
    }

    /** Returns the name of the file of labels with this fingerprint. */
    static String name(String fingerprint) {
        return "labels-" + fingerprint.substring(0, NAME_DIGITS) + ".arrow";
    }

    /** Returns the SHA-256 of these labels and their names, as 64 hexadecimal digits. */
    static String fingerprint(RowLabels labels) {
        DigestSink digest = DigestSink.sha256().put(labels.classes().size());
        labels.classes().forEach(digest::put);
        for (int position = 0; position < labels.rows(); position++) {
            digest.put(labels.value(position));
        }
        return digest.hex();
    }

    static void write(FileChannel channel, String order, RowLabels labels) throws IOException {
        Map<String, String> metadata = new TreeMap<>(Map.of(
                "layout",
                LAYOUT,
                "order",
                order,
                "rows",
                String.valueOf(labels.rows()),
                "classes",
                String.valueOf(labels.classes().size())));
        for (int i = 0; i < labels.classes().size(); i++) {
            metadata.put(CLASS + i, labels.classes().get(i));
        }
        ColumnFileWriter.write(
                channel,
                shape(labels.rows()),
                (column, position, count, to) -> {
                    for (int i = 0; i < count; i++) {
                        to.putDouble(labels.value(position + i));
                    }
                },
                metadata);
    }

    /** Checks every byte. */
    static void verify(Path file, String order) throws IOException {
        try (ColumnFileReader reader = open(file, order)) {
            TableShape shape = shape(reader);
            reader.require(shape);
            reader.verify(shape);
        }
    }

    static RowLabels read(Path file, String order) throws IOException {
        try (ColumnFileReader reader = open(file, order)) {
            TableShape shape = shape(reader);
            reader.require(shape);
            double[] values = new double[shape.rows()];
            reader.read(shape, shape.batches(), (column, row, count, from) -> from.asDoubleBuffer()
                    .get(values, row, count));
            List<String> classes = new ArrayList<>();
            for (long i = 0; i < reader.number("classes"); i++) {
                classes.add(reader.metadata(CLASS + i));
            }
            return checked(RowLabels.of(classes, values), file);
        }
    }

    private static ColumnFileReader open(Path file, String order) throws IOException {
        return ColumnFileReader.open(file, reader -> {
            reader.require("layout", LAYOUT);
            reader.require("order", order);
        });
    }

    private static TableShape shape(ColumnFileReader reader) throws CorruptFileException {
        return shape((int) Math.min(Integer.MAX_VALUE, reader.number("rows")));
    }

    /** Whole by its checksums, it may still name classes that are not there. */
    private static RowLabels checked(RowLabels labels, Path file) throws CorruptFileException {
        int classes = labels.classes().size();
        for (int position = 0; classes > 0 && position < labels.rows(); position++) {
            double value = labels.value(position);
            if (!(value >= 0 && value < classes && value == Math.rint(value))) {
                throw new CorruptFileException(file, "a label", "the index of one of " + classes + " classes", value);
            }
        }
        return labels;
    }

    private static TableShape shape(int rows) {
        return new TableShape(List.of("label"), ColumnType.FLOAT64, rows);
    }
}
