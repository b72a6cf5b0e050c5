package io.github.tiercel.report;

import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.HoldoutUse;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a result was made from and with, enough to make it again. */
final class ProvenanceSection {

    private ProvenanceSection() {}

    static Element of(EvaluationResult result) {
        Provenance provenance = result.provenance();
        List<Row> rows = new ArrayList<>();
        provenance.command().ifPresent(command -> rows.add(row("command", command)));
        rows.add(row("seed", Long.toString(provenance.seed())));
        add(rows, "version of ", provenance.versions());
        add(rows, "fingerprint of ", provenance.fingerprints());
        add(rows, "setting ", provenance.settings());
        result.holdout().ifPresent(use -> addUse(rows, use, result.models()));
        TextTable table = new TextTable(List.of(Column.left("what"), Column.left("value")), rows);
        return Card.of(2, "Provenance", List.of(HtmlTable.stacking("What this result was made from and with", table)));
    }

    private static void addUse(List<Row> rows, HoldoutUse use, List<ModelResult> models) {
        rows.add(row("use of these rows", HoldoutText.counts(use)));
        for (ModelResult model : models) {
            String name = models.size() > 1 ? model.model() + ", " : "";
            model.metrics().forEach((metric, estimate) -> HoldoutText.optimism(use, estimate)
                    .ifPresent(text -> rows.add(row("optimism of the best, " + name + metric, "up to " + text))));
        }
    }

    private static void add(List<Row> rows, String kind, Map<String, String> values) {
        values.forEach((name, value) -> rows.add(row(kind + name, value)));
    }

    private static Row row(String name, String value) {
        return Row.of(Cell.of(name), Cell.of(value));
    }
}
