package io.github.tiercel.report;

import io.github.tiercel.result.ClassCurve;
import io.github.tiercel.result.MulticlassFindings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** How well each class is told from all others: one ROC curve a class. */
final class ClassCurveChart {

    /** Five colours, and the same ones dashed: no more lines can be told from each other. */
    private static final List<Ink> INKS = List.of(Ink.BLUE, Ink.ORANGE, Ink.GREEN, Ink.PURPLE, Ink.RED);

    private static final int MOST_NAME = 32;
    private static final Digits DIGITS = new Digits(3);

    private final List<ClassCurve> curves;
    private final int classes;

    private ClassCurveChart(MulticlassFindings findings) {
        this.curves = findings.curves();
        this.classes = findings.classes().size();
    }

    static Element of(MulticlassFindings findings) {
        ClassCurveChart chart = new ClassCurveChart(findings);
        return Figure.of(
                "ROC curves of classes",
                "True positive rate (up) against false positive rate (right) of each class against all others"
                        + chart.choice(),
                chart.picture(),
                List.of(chart.legend(), Figure.table("Area under the curve of each class", chart.table())));
    }

    private String choice() {
        return curves.size() < classes
                ? "; the " + curves.size() + " of " + classes + " classes with the most rows"
                : "";
    }

    private Element picture() {
        List<Element> shapes = new ArrayList<>();
        shapes.add(UnitPlot.chance(0, 0, 1, 1));
        for (int c = 0; c < curves.size(); c++) {
            Element line = UnitPlot.line(UnitPlot.slanted(curves.get(c).roc().points()), ink(c));
            shapes.add(isDashed(c) ? Svg.dashed(line) : line);
        }
        return UnitPlot.picture("ROC curves of classes", description(), "false positive rate", shapes);
    }

    private static Ink ink(int c) {
        return INKS.get(c % INKS.size());
    }

    private static boolean isDashed(int c) {
        return c >= INKS.size();
    }

    private String description() {
        ClassCurve worst = lowest(curves);
        ClassCurve best =
                curves.stream().max(Comparator.comparingDouble(ClassCurve::auc)).orElseThrow();
        return curves.size() + " curves; the area under them goes from " + DIGITS.plain(worst.auc()) + " ("
                + name(worst) + ") to " + DIGITS.plain(best.auc()) + " (" + name(best)
                + "); the dashed diagonal is a model without skill.";
    }

    private static ClassCurve lowest(List<ClassCurve> curves) {
        return curves.stream().min(Comparator.comparingDouble(ClassCurve::auc)).orElseThrow();
    }

    private Element legend() {
        return Legend.of(IntStream.range(0, curves.size())
                .mapToObj(c -> isDashed(c)
                        ? Legend.dashed(ink(c), name(curves.get(c)))
                        : Legend.line(ink(c), name(curves.get(c))))
                .toList());
    }

    private TextTable table() {
        return new TextTable(
                List.of(Column.left("class"), Column.right("area under the curve")),
                curves.stream()
                        .map(curve -> Row.of(Cell.of(curve.name()), Cell.of(DIGITS.plain(curve.auc()))))
                        .toList());
    }

    private static String name(ClassCurve curve) {
        return DisplayText.cut(DisplayText.escaped(curve.name()), MOST_NAME);
    }
}
