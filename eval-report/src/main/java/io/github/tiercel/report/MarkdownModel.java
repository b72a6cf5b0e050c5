package io.github.tiercel.report;

import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.result.ClassResult;
import io.github.tiercel.result.GateResult;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.MulticlassFindings;
import io.github.tiercel.result.ServingProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What a document says of one model: gates, metrics, classes, slices and warnings, each where there is any. */
final class MarkdownModel {

    private static final int MOST_SLICE_METRICS = 3;
    private static final int MOST_NAME = 120;
    private static final int MOST_PROSE = 600;

    /** Long enough that a legend stays one line. */
    private static final int ONE_LINE = 10_000;

    private final ModelResult model;

    private MarkdownModel(ModelResult model) {
        this.model = model;
    }

    static List<MarkdownBlock> of(ModelResult model) {
        return new MarkdownModel(model).blocks();
    }

    private List<MarkdownBlock> blocks() {
        List<MarkdownBlock> blocks = new ArrayList<>();
        List<Estimate> shown = new ArrayList<>(model.metrics().values());
        blocks.add(MarkdownBlock.of("### " + name(model.model())));
        blocks.add(MarkdownBlock.of(facts()));
        if (!model.gates().isEmpty()) {
            blocks.add(MarkdownTable.of(GateTable.of(worstFirst()), "gates"));
        }
        if (!model.metrics().isEmpty()) {
            blocks.add(MarkdownTable.of(new MetricTable(model).whole(), "metrics"));
            PValueText.note(model).ifPresent(note -> blocks.add(MarkdownBlock.of(MarkdownText.of(note, MOST_PROSE))));
        }
        model.folds()
                .ifPresent(folds -> blocks.add(MarkdownTable.of(FoldTable.of(folds), "metrics")
                        .folded("Over " + counted(folds.count(), "fold", "folds"))));
        if (model.findings() instanceof MulticlassFindings findings) {
            blocks.addAll(classes(findings.classes(), shown));
        }
        if (!model.slices().isEmpty()) {
            blocks.addAll(slices(shown));
        }
        blocks.addAll(legend(shown));
        for (SliceSearchTable search : SliceSearchTable.of(model)) {
            blocks.add(MarkdownBlock.of(MarkdownText.of(search.sentence(), MOST_PROSE)));
            search.table().ifPresent(table -> blocks.add(MarkdownTable.of(table, "slices")));
        }
        if (model.serving().isPresent()) {
            blocks.add(MarkdownBlock.list(serving(model.serving().get()), "lines"));
        }
        if (!model.warnings().isEmpty()) {
            blocks.add(MarkdownBlock.list(warnings(), "notes"));
        }
        return blocks;
    }

    /** Begins with a number of rows or queries, never with text from data. */
    private String facts() {
        String against = model.baseline()
                .map(baseline -> ", compared with " + name(baseline.name()) + PairingText.after(model))
                .orElse("");
        return EvidenceText.of(model) + ", " + name(model.tier()) + " tier" + against;
    }

    private static String name(String text) {
        return MarkdownText.of(text, MOST_NAME);
    }

    /** The last ones are left out first. */
    private List<GateResult> worstFirst() {
        return model.gates().stream()
                .sorted(Comparator.comparing(GateResult::verdict).reversed())
                .toList();
    }

    /** Nothing for a sample, of which classes have no estimates. */
    private static List<MarkdownBlock> classes(List<ClassResult> classes, List<Estimate> shown) {
        ClassTable table = ClassTable.of(ClassTable.weakest(classes));
        if (table.rates().isEmpty()) {
            return List.of();
        }
        shown.addAll(table.estimates());
        String summary = ClassTable.note(classes).orElse(counted(classes.size(), "class", "classes"));
        return List.of(MarkdownTable.of(table.table(), "classes").folded(summary));
    }

    private List<MarkdownBlock> slices(List<Estimate> shown) {
        List<String> metrics =
                model.metrics().keySet().stream().limit(MOST_SLICE_METRICS).toList();
        List<Integer> all = SliceDifferences.all(model);
        model.slices().stream()
                .flatMap(slice -> metrics.stream().map(metric -> slice.metrics().get(metric)))
                .filter(Objects::nonNull)
                .forEach(shown::add);
        String counted = counted(model.slices().size(), "slice", "slices");
        List<MarkdownBlock> blocks = new ArrayList<>();
        blocks.add(MarkdownTable.of(SliceTable.table(model, all, metrics), "slices")
                .folded(counted));
        new SliceDifferences(model).of(all, metrics).ifPresent(table -> {
            blocks.add(MarkdownTable.of(table, "slices").folded("Differences on " + counted));
            blocks.add(MarkdownBlock.of(MarkdownText.of(SliceDifferences.note(model), MOST_PROSE)));
        });
        return blocks;
    }

    private static List<MarkdownBlock> legend(List<Estimate> shown) {
        List<String> marks = FlagMarks.legend(shown, ONE_LINE);
        return marks.isEmpty()
                ? List.of()
                : List.of(MarkdownBlock.of("Marks: " + MarkdownText.of(String.join("; ", marks), MOST_PROSE)));
    }

    private static List<String> serving(ServingProfile serving) {
        return ServingText.facts(serving).stream()
                .map(fact -> fact.name() + ": " + MarkdownText.of(fact.text(), MOST_PROSE))
                .toList();
    }

    private List<String> warnings() {
        return model.warnings().stream()
                .distinct()
                .map(warning -> "note " + name(warning.code()) + ": " + MarkdownText.of(warning.text(), MOST_PROSE))
                .toList();
    }

    private static String counted(int number, String one, String several) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : several);
    }
}
