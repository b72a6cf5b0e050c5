package io.github.tiercel.metrics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A table of expected values made by other programs: comment lines that name the producer, a line of column names, one
 * line a case. Data sets stand in a folder of their own.
 */
public final class ReferenceTable {

    private static final String FOLDER = "/io/github/tiercel/metrics/reference/";

    private final List<String> columns;
    private final List<List<String>> lines;

    private ReferenceTable(List<String> columns, List<List<String>> lines) {
        this.columns = columns;
        this.lines = lines;
    }

    public static ReferenceTable read(String file) {
        try (InputStream in = Objects.requireNonNull(ReferenceTable.class.getResourceAsStream(FOLDER + file), file)) {
            List<List<String>> all = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split(",", -1)))
                    .toList();
            return new ReferenceTable(all.get(0), all.subList(1, all.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the lines as rows that tests take for parameters} */
    public List<Row> rows() {
        return lines.stream().map(line -> new Row(columns, line)).toList();
    }

    public double[] numbers(String column) {
        return rows().stream().mapToDouble(row -> row.number(column)).toArray();
    }

    /** {@return the predictions of a data set without its weights} */
    public static BinaryPredictions predictions(String dataset, String score) {
        ReferenceTable table = read("datasets/" + dataset + ".csv");
        double[] y = table.numbers("y");
        boolean[] labels = new boolean[y.length];
        for (int row = 0; row < y.length; row++) {
            labels[row] = y[row] == 1;
        }
        return BinaryPredictions.of(labels, table.numbers(score));
    }

    /** One line of a table. */
    public record Row(List<String> columns, List<String> cells) {

        public String text(String column) {
            return cells.get(columns.indexOf(column));
        }

        public double number(String column) {
            return Double.parseDouble(text(column));
        }

        /** The predictions named by the columns dataset and, where there are such, score and weighted. */
        public BinaryPredictions predictions() {
            String score = columns.contains("score") ? text("score") : "score";
            BinaryPredictions predictions = ReferenceTable.predictions(text("dataset"), score);
            boolean weighted = columns.contains("weighted") && Boolean.parseBoolean(text("weighted"));
            return weighted
                    ? predictions.withWeights(
                            read("datasets/" + text("dataset") + ".csv").numbers("weight"))
                    : predictions;
        }

        @Override
        public String toString() {
            return cells.get(0);
        }
    }
}
