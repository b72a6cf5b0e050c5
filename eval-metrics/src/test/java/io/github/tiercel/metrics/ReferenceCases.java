package io.github.tiercel.metrics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The tables of expected values made by other programs: comment lines that name the producer, a line of column names,
 * one line a case. Data sets stand beside them in a folder of their own.
 */
final class ReferenceCases {

    private ReferenceCases() {}

    static List<Row> table(String file) {
        List<String> lines =
                text(file).lines().filter(line -> !line.startsWith("#")).toList();
        List<String> columns = cells(lines.get(0));
        return lines.stream()
                .skip(1)
                .map(line -> Row.of(columns, cells(line), file))
                .toList();
    }

    static BinaryPredictions predictions(String dataset, String score, boolean weighted) {
        List<Row> rows = table("reference/datasets/" + dataset + ".csv");
        boolean[] labels = new boolean[rows.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = rows.get(i).number("y") == 1;
        }
        BinaryPredictions predictions = BinaryPredictions.of(labels, column(rows, score));
        return weighted ? predictions.withWeights(column(rows, "weight")) : predictions;
    }

    private static double[] column(List<Row> rows, String name) {
        return rows.stream().mapToDouble(row -> row.number(name)).toArray();
    }

    private static List<String> cells(String line) {
        return List.of(line.split(",", -1));
    }

    private static String text(String file) {
        try (InputStream in = Objects.requireNonNull(ReferenceCases.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One line of a table. */
    record Row(Map<String, String> cells) {

        private static Row of(List<String> columns, List<String> values, String file) {
            if (columns.size() != values.size()) {
                throw new IllegalArgumentException(file + " has a line of " + values.size() + " cells: " + values);
            }
            Map<String, String> cells = new LinkedHashMap<>();
            for (int c = 0; c < columns.size(); c++) {
                cells.put(columns.get(c), values.get(c));
            }
            return new Row(cells);
        }

        String text(String column) {
            return Objects.requireNonNull(cells.get(column), column);
        }

        double number(String column) {
            return Double.parseDouble(text(column));
        }

        /** The predictions named by the columns dataset, score and, where there is one, weighted. */
        BinaryPredictions predictions() {
            boolean weighted = Boolean.parseBoolean(cells.getOrDefault("weighted", "false"));
            return ReferenceCases.predictions(text("dataset"), cells.getOrDefault("score", "score"), weighted);
        }

        @Override
        public String toString() {
            return text("case");
        }
    }
}
