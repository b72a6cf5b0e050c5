package io.github.tiercel.report;

import io.github.tiercel.metrics.multiclass.ConfusionTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Which classes are taken for which, on a page: the larger the share of a class, the stronger the colour. */
final class HeatTable {

    private static final int MOST_HEADING = 24;
    private static final double HIGH = 0.5;
    private static final double MIDDLE = 0.2;
    private static final double LOW = 0.05;

    private HeatTable() {}

    static Element of(String caption, ConfusionTable table) {
        List<Element> headings = new ArrayList<>(List.of(Element.of("td")));
        table.classes().forEach(name -> headings.add(heading(name)));
        List<Element> rows = IntStream.range(0, table.classes().size())
                .mapToObj(label -> row(table, label))
                .toList();
        Element element = Element.of("table")
                .classed("heat")
                .holding(
                        Element.of("caption", caption),
                        Element.of("thead").holding(Element.of("tr").holding(headings)),
                        Element.of("tbody").holding(rows));
        return Card.scrolling(caption, element);
    }

    private static Element heading(String name) {
        String shown = DisplayText.cut(DisplayText.escaped(name), MOST_HEADING);
        return Element.of("th", shown).with("scope", "col").classed("number");
    }

    private static Element row(ConfusionTable table, int label) {
        List<Element> cells = new ArrayList<>();
        Cell name = Cell.of(table.classes().get(label));
        cells.add(Element.of("th", name.text()).with("scope", "row").classed(HtmlTable.length(name)));
        for (int decision = 0; decision < table.classes().size(); decision++) {
            double weight = table.weight(label, decision);
            String right = label == decision ? " right" : "";
            cells.add(Element.of("td", WeightText.of(weight))
                    .holding(share(weight, table.labelled(label)))
                    .classed("number" + right + shade(weight, table.labelled(label))));
        }
        return Element.of("tr").holding(cells);
    }

    /** A space keeps the two apart where styles are dropped. */
    private static List<Markup> share(double weight, double ofClass) {
        return weight > 0
                ? List.of(
                        new Text(" "),
                        Element.of("span", Shares.percent(weight / ofClass)).classed("share"))
                : List.of();
    }

    private static String shade(double weight, double ofClass) {
        if (!(weight > 0)) {
            return " faint";
        }
        double share = weight / ofClass;
        if (share >= HIGH) {
            return " high";
        }
        if (share >= MIDDLE) {
            return " middle";
        }
        return share >= LOW ? " low" : "";
    }
}
