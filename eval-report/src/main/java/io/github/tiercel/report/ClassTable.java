package io.github.tiercel.report;

import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.result.ClassResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One line a class with its precision, recall and F1.
 *
 * @param classes the classes from top to bottom
 * @param rates the names of the rates from left to right
 * @param text what a cell says of an estimate
 */
record ClassTable(List<ClassResult> classes, List<String> rates, Function<Estimate, String> text) {

    /** With more classes, only the weakest are shown where room is dear. */
    static final int MOST = 20;

    private static final int LEAST_NAME = 12;
    private static final String F1 = "f1";

    /** {@return the table of these classes with intervals} */
    static ClassTable of(List<ClassResult> classes) {
        List<String> rates = classes.stream()
                .flatMap(found -> found.metrics().keySet().stream())
                .distinct()
                .toList();
        return new ClassTable(classes, rates, IntervalText::of);
    }

    /** {@return the table with intervals or, on narrow screens, with half their widths and fewer rates} */
    ClassTable fitting(int width) {
        Stream<ClassTable> shorter = IntStream.range(0, rates.size())
                .mapToObj(less -> new ClassTable(classes, rates.subList(0, rates.size() - less), MarginText::of));
        return Stream.concat(Stream.of(this), shorter)
                .filter(form -> form.table().fits(width))
                .findFirst()
                .orElse(new ClassTable(classes, rates.subList(0, Math.min(1, rates.size())), MarginText::of));
    }

    /** {@return all classes in their order or, of many, those whose F1 is surely lowest, the lowest first} */
    static List<ClassResult> weakest(List<ClassResult> classes) {
        if (classes.size() <= MOST) {
            return classes;
        }
        return classes.stream()
                .sorted(Comparator.comparingDouble(ClassTable::highestF1))
                .limit(MOST)
                .toList();
    }

    /** {@return what the rows are, where they are not all of the classes; nothing otherwise} */
    static Optional<String> note(List<ClassResult> classes) {
        if (classes.size() <= MOST) {
            return Optional.empty();
        }
        boolean ordered = classes.stream().anyMatch(found -> found.metrics().containsKey(F1));
        String which = ordered ? "those with the lowest f1, by the upper end of its interval" : "the first ones";
        return Optional.of(String.format(Locale.ROOT, "%d of %,d classes: %s", MOST, classes.size(), which));
    }

    /** The upper end of the interval: few rows alone do not make a class weak. Undefined ones come last. */
    private static double highestF1(ClassResult found) {
        return Optional.ofNullable(found.metrics().get(F1))
                .filter(estimate -> estimate.value() instanceof Value.Defined)
                .map(estimate -> estimate.population()
                        .map(Interval::upper)
                        .orElse(estimate.value().orNaN()))
                .orElse(Double.POSITIVE_INFINITY);
    }

    TextTable table() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.left("class").shrinkingTo(LEAST_NAME));
        columns.add(Column.right("rows"));
        rates.forEach(rate -> columns.add(Column.left(rate)));
        return new TextTable(columns, classes.stream().map(this::row).toList());
    }

    private Row row(ClassResult found) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.of(found.name()));
        cells.add(Cell.of(String.format(Locale.ROOT, "%,d", found.rows())));
        rates.forEach(rate -> cells.add(Optional.ofNullable(found.metrics().get(rate))
                .map(estimate -> FlagMarks.cell(estimate, text.apply(estimate)))
                .orElse(Cell.EMPTY)));
        return new Row(cells, Cell.EMPTY);
    }

    /** {@return the estimates in the table} */
    List<Estimate> estimates() {
        return classes.stream()
                .flatMap(found -> rates.stream()
                        .flatMap(rate -> Optional.ofNullable(found.metrics().get(rate)).stream()))
                .toList();
    }
}
