package io.github.tiercel.report;

import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.binary.ConfusionMatrix;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.MulticlassFindings;
import io.github.tiercel.result.SliceResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What was found about one model: gates, metrics, curves, classes, slices and warnings, each where there is any. */
final class ModelSection {

    private static final int MOST_SLICE_METRICS = 4;

    /** Long enough that a legend stays one line: pages break lines by themselves. */
    private static final int ONE_LINE = 1_000;

    private final ModelResult model;
    private final String id;
    private final int level;

    private ModelSection(ModelResult model, String id, int level) {
        this.model = model;
        this.id = id;
        this.level = level;
    }

    /** {@return the sections of the only model} */
    static List<Element> alone(ModelResult model, String id) {
        return new ModelSection(model, id, 2).cards();
    }

    /** {@return the sections of one of several models, below its name} */
    static Element named(ModelResult model, String id) {
        return Element.of("section")
                .with("id", id)
                .holding(Element.of("h2", model.model()))
                .holding(new ModelSection(model, id, 3).cards());
    }

    private List<Element> cards() {
        List<Element> cards = new ArrayList<>();
        if (!model.gates().isEmpty()) {
            cards.add(Card.of(level, "Gates", List.of(HtmlTable.stacking("What was asked of the model", gates()))));
        }
        cards.add(metrics());
        ServingSection.of(model, level).ifPresent(cards::add);
        cards.addAll(Panels.of(model, id, level));
        model.binary()
                .flatMap(binary -> ThresholdExplorer.of(binary, id, level))
                .or(() -> model.confusion().map(this::confusion))
                .ifPresent(cards::add);
        if (model.findings() instanceof MulticlassFindings findings) {
            cards.addAll(ClassSection.of(findings, level));
        }
        if (!model.slices().isEmpty()) {
            cards.add(slices());
        }
        if (model.sliceSearch().isPresent()) {
            cards.add(Card.of(level, "Worse slices", worse()));
        }
        if (!model.warnings().isEmpty()) {
            cards.add(Card.of(level, "Warnings", List.of(Warnings.of(model.warnings()))));
        }
        return cards;
    }

    private TextTable gates() {
        return GateTable.of(model.gates());
    }

    private Element metrics() {
        List<Element> content = new ArrayList<>();
        content.add(Card.faint(facts()));
        content.addAll(MetricTiles.of(model));
        content.add(HtmlTable.of("Values with their intervals", new MetricTable(model).whole()));
        content.addAll(legend(model.metrics().values().stream()));
        PValueText.note(model).map(Card::faint).ifPresent(content::add);
        model.folds().ifPresent(folds -> {
            content.add(HtmlTable.of("Mean and spread over folds", FoldTable.of(folds)));
            content.add(Card.faint(FoldTable.NOTE));
        });
        return Card.of(level, "Metrics", content);
    }

    private String facts() {
        String against = model.baseline()
                .map(baseline -> ", compared with " + baseline.name() + PairingText.after(model))
                .orElse("");
        return EvidenceText.of(model) + ", " + model.tier() + " tier" + against;
    }

    static List<Element> legend(Stream<Estimate> shown) {
        return FlagMarks.legend(shown.toList(), ONE_LINE).stream()
                .map(Card::faint)
                .toList();
    }

    private Element confusion(ConfusionMatrix matrix) {
        String threshold = Digits.toCopy(matrix.threshold());
        return Card.of(
                level,
                "Confusion matrix",
                List.of(HtmlTable.of(
                        "Rows with a score of at least " + threshold + " are predicted positive",
                        OutcomeTable.of(matrix))));
    }

    private List<Element> worse() {
        List<Element> content = new ArrayList<>();
        for (SliceSearchTable search : SliceSearchTable.of(model)) {
            content.add(Card.paragraph(search.sentence()));
            search.table()
                    .ifPresent(table -> content.add(HtmlTable.of("The largest drops from " + search.against(), table)));
        }
        return content;
    }

    private Element slices() {
        List<String> metrics =
                model.metrics().keySet().stream().limit(MOST_SLICE_METRICS).toList();
        List<Integer> all = SliceDifferences.all(model);
        List<Element> content = new ArrayList<>();
        SliceChart.of(model).ifPresent(chart -> {
            content.add(Card.scrolling("Slices", chart.picture()));
            content.add(Card.faint(chart.legend()));
        });
        content.add(HtmlTable.of("The same metrics on parts of the rows", SliceTable.table(model, all, metrics)));
        content.addAll(legend(model.slices().stream()
                .map(SliceResult::metrics)
                .flatMap(estimates -> estimates.entrySet().stream())
                .filter(entry -> metrics.contains(entry.getKey()))
                .map(entry -> entry.getValue())));
        new SliceDifferences(model).of(all, metrics).ifPresent(table -> {
            content.add(Card.details(
                    "View differences from the baseline",
                    HtmlTable.of("Differences from the baseline on parts of the rows", table)));
            content.add(Card.faint(SliceDifferences.note(model)));
        });
        return Card.of(level, "Slices", content);
    }
}
