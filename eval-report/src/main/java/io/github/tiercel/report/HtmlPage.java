package io.github.tiercel.report;

import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.ModelResult;
import java.util.ArrayList;
import java.util.List;

/** A whole page, from the verdict at the top to the provenance at the end. */
final class HtmlPage {

    /** Whoever opens the page sees that it loads nothing and runs nothing but its own script. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src " + Script.hash();

    private HtmlPage() {}

    static String of(EvaluationResult result) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n");
        Element.of("html")
                .with("lang", "en")
                .holding(head(result), body(result))
                .appendTo(page);
        return page.toString();
    }

    private static Element head(EvaluationResult result) {
        return Element.of("head")
                .holding(
                        Element.of("meta").with("charset", "utf-8"),
                        Element.of("meta")
                                .with("http-equiv", "Content-Security-Policy")
                                .with("content", POLICY),
                        meta("viewport", "width=device-width, initial-scale=1"),
                        meta("color-scheme", "light dark"),
                        Element.of("title", title(result)),
                        Element.of("style").holding(new Stylesheet()));
    }

    private static Element meta(String name, String content) {
        return Element.of("meta").with("name", name).with("content", content);
    }

    /** The verdict first, so that the tabs of a browser tell it. */
    private static String title(EvaluationResult result) {
        String verdict = result.verdict().map(word -> word + " · ").orElse("");
        return verdict + VerdictBanner.names(result) + " · evaluation report";
    }

    private static Element body(EvaluationResult result) {
        List<Element> sections = new ArrayList<>();
        sections.add(Card.paragraph("Evaluation report").classed("kicker"));
        sections.add(VerdictBanner.of(result));
        ModelsTable.of(result)
                .map(table ->
                        HtmlTable.of("Values with their intervals, and how they stand against the baseline", table))
                .ifPresent(table -> sections.add(Card.of(2, "Models side by side", List.of(table))));
        RightSizing.of(result).map(HtmlPage::rightSizing).ifPresent(sections::add);
        sections.addAll(models(result.models()));
        result.history().ifPresent(history -> sections.add(HistorySection.of(history)));
        sections.add(TimeSection.of(result));
        sections.add(ProvenanceSection.of(result));
        return Element.of("body")
                .holding(
                        Element.of("main").holding(sections),
                        Element.of("script").holding(new Script()));
    }

    private static Element rightSizing(RightSizing sizing) {
        List<Element> content =
                new ArrayList<>(List.of(HtmlTable.of("Quality beside what it costs to serve", sizing.table())));
        sizing.sentences().forEach(text -> content.add(Card.paragraph(text + ".")));
        return Card.of(2, "Right-sizing", content);
    }

    private static List<Element> models(List<ModelResult> models) {
        if (models.size() == 1) {
            return ModelSection.alone(models.get(0), "model-1");
        }
        List<Element> links = new ArrayList<>();
        List<Element> sections = new ArrayList<>();
        for (ModelResult model : models) {
            String id = "model-" + (sections.size() + 1);
            links.add(Element.of("li").holding(Element.of("a", model.model()).with("href", "#" + id)));
            sections.add(ModelSection.named(model, id));
        }
        Element list = Element.of("nav")
                .with("aria-label", "Models")
                .holding(Element.of("ul").holding(links));
        sections.add(0, list);
        return sections;
    }
}
