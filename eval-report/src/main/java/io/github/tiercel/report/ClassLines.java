package io.github.tiercel.report;

import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.result.ClassResult;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.MulticlassFindings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tables of several classes for terminals: what was found of each, and which are taken for which. */
final class ClassLines {

    private final MulticlassFindings findings;
    private final Layout layout;
    private final ClassTable table;

    private ClassLines(MulticlassFindings findings, Layout layout) {
        this.findings = findings;
        this.layout = layout;
        this.table = ClassTable.of(ClassTable.weakest(findings.classes())).fitting(layout.width());
    }

    /** {@return the tables; empty for another task} */
    static Optional<ClassLines> of(ModelResult model, Layout layout) {
        return model.findings() instanceof MulticlassFindings findings
                ? Optional.of(new ClassLines(findings, layout))
                : Optional.empty();
    }

    /** {@return an empty line before each table; nothing for a sample, of which classes have no estimates} */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (findings.classes().stream().map(ClassResult::metrics).allMatch(metrics -> metrics.isEmpty())) {
            return lines;
        }
        lines.add("");
        lines.addAll(table.table().lines(layout));
        ClassTable.note(findings.classes())
                .ifPresent(note -> lines.addAll(Paragraph.lines(note, "", 2, layout.width())));
        List<String> confusions = Confusions.lines(findings.confusion(), layout);
        if (!confusions.isEmpty()) {
            lines.add("");
            lines.addAll(confusions);
        }
        return lines;
    }

    /** {@return the estimates in the tables} */
    List<Estimate> estimates() {
        return table.estimates();
    }
}
