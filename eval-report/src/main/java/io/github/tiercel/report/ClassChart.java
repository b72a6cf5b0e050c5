package io.github.tiercel.report;

import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.result.ClassResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Precision, recall and F1 of each class with their intervals, side by side: one line a class. */
final class ClassChart {

    private static final int WIDTH = 960;
    private static final int NAMES = 14;
    private static final int ROWS_END = 286;
    private static final int LEFT = 304;
    private static final int PANEL = 184;
    private static final int GAP = 44;
    private static final int TOP = 10;
    private static final int STEP = 26;
    private static final int BELOW = 46;
    private static final int NAME_COLUMNS = 24;
    private static final List<Double> TICKS = List.of(0.0, 0.5, 1.0);

    private final ClassTable table;
    private final Scale y;

    private ClassChart(ClassTable table) {
        this.table = table;
        int height = STEP * table.classes().size();
        this.y = new Scale(0, table.classes().size(), TOP + height, TOP);
    }

    /** {@return the picture of the classes in a table; nothing where none of their rates has a value} */
    static List<Element> of(ClassTable table) {
        boolean any =
                table.estimates().stream().anyMatch(estimate -> estimate.value().isDefined());
        return any ? List.of(new ClassChart(table).drawn()) : List.of();
    }

    private Element drawn() {
        List<Element> shapes = new ArrayList<>();
        for (int rate = 0; rate < table.rates().size(); rate++) {
            shapes.addAll(new Axes(scale(rate), y, table.rates().get(rate), TICKS, List.of()).drawn());
        }
        for (int line = 0; line < table.classes().size(); line++) {
            shapes.addAll(drawn(table.classes().get(line), TOP + STEP * (line + 0.5)));
        }
        int height = (int) y.from() + BELOW;
        return Svg.picture("Rates by class", description(), WIDTH, height, shapes)
                .classed("wide");
    }

    private static Scale scale(int rate) {
        double from = LEFT + rate * (PANEL + GAP);
        return new Scale(0, 1, from, from + PANEL);
    }

    private List<Element> drawn(ClassResult found, double at) {
        List<Element> shapes = new ArrayList<>();
        shapes.add(Svg.label(NAMES, at + 4, "start", name(found)));
        shapes.add(Svg.label(ROWS_END, at + 4, "end", String.format(Locale.ROOT, "%,d rows", found.rows())));
        for (int rate = 0; rate < table.rates().size(); rate++) {
            Scale x = scale(rate);
            estimate(found, rate).ifPresent(estimate -> shapes.addAll(drawn(estimate, x, at)));
        }
        return shapes;
    }

    private Optional<Estimate> estimate(ClassResult found, int rate) {
        return Optional.ofNullable(found.metrics().get(table.rates().get(rate)))
                .filter(estimate -> Double.isFinite(estimate.value().orNaN()));
    }

    private static List<Element> drawn(Estimate estimate, Scale x, double at) {
        List<Element> shapes = new ArrayList<>();
        estimate.population()
                .ifPresent(
                        known -> shapes.add(Svg.line(x.at(known.lower()), at, x.at(known.upper()), at, Ink.BLUE, 2)));
        shapes.add(Svg.square(x.at(estimate.value().orNaN()), at, 4, Ink.BLUE));
        return shapes;
    }

    private String description() {
        return String.join("; ", table.classes().stream().map(this::words).toList()) + ".";
    }

    private String words(ClassResult found) {
        List<String> parts = new ArrayList<>();
        for (int rate = 0; rate < table.rates().size(); rate++) {
            String name = table.rates().get(rate);
            estimate(found, rate).ifPresent(estimate -> parts.add(name + " " + text(estimate)));
        }
        return name(found) + ": " + (parts.isEmpty() ? "undefined" : String.join(", ", parts));
    }

    private static String text(Estimate estimate) {
        Optional<Interval> interval = estimate.population();
        return Digits.of(estimate.value().orNaN(), interval)
                .plain(estimate.value().orNaN());
    }

    private static String name(ClassResult found) {
        return DisplayText.cut(DisplayText.escaped(found.name()), NAME_COLUMNS);
    }
}
