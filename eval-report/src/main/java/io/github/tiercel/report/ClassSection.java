package io.github.tiercel.report;

import io.github.tiercel.result.ClassResult;
import io.github.tiercel.result.MulticlassFindings;
import java.util.ArrayList;
import java.util.List;

/** What was found of each of several classes, and which of them are taken for which. */
final class ClassSection {

    /** Beyond it, a page would be a sheet of zeros: the largest confusions say more. */
    private static final int MOST_IN_HEAT_TABLE = 30;

    private final List<ClassResult> classes;
    private final MulticlassFindings findings;
    private final int level;

    private ClassSection(MulticlassFindings findings, int level) {
        this.classes = findings.classes();
        this.findings = findings;
        this.level = level;
    }

    static List<Element> of(MulticlassFindings findings, int level) {
        ClassSection section = new ClassSection(findings, level);
        return List.of(section.classes(), section.confusion());
    }

    private Element classes() {
        List<Element> content = new ArrayList<>();
        ClassTable weakest = ClassTable.of(ClassTable.weakest(classes));
        ClassChart.of(weakest).forEach(chart -> {
            content.add(Card.scrolling("Rates by class", chart));
            content.add(Card.faint("Squares are the rates of a class against all others, lines their intervals."));
        });
        content.add(HtmlTable.of("Each class against all others", weakest.table()));
        ClassTable all = ClassTable.of(classes);
        ClassTable.note(classes).ifPresent(note -> {
            content.add(Card.faint(note));
            content.add(Card.details("All classes as a table", HtmlTable.of("All classes", all.table())));
        });
        content.addAll(ModelSection.legend(all.estimates().stream()));
        return Card.of(level, "Classes", content);
    }

    private Element confusion() {
        List<Element> content = new ArrayList<>();
        TextTable largest = Confusions.largest(findings.confusion());
        if (classes.size() <= MOST_IN_HEAT_TABLE) {
            content.add(HeatTable.of(
                    "Rows of each class (down) by the class predicted for them (across)", findings.confusion()));
            content.add(Card.faint(
                    "Below each number its share of the class, which the colour follows: from 5 %, 20 % and 50 %."));
        }
        if (classes.size() > Confusions.MOST_CLASSES && !largest.rows().isEmpty()) {
            content.add(HtmlTable.of("Largest confusions", largest));
        }
        if (content.isEmpty()) {
            content.add(Card.paragraph("No row is taken for another class than its own."));
        }
        return Card.of(level, "Confusion matrix", content);
    }
}
