package io.github.tiercel.report;

import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.ServingProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a model behaves in service. */
final class ServingSection {

    private ServingSection() {}

    /** {@return the section; empty of a model that was not measured} */
    static Optional<Element> of(ModelResult model, int level) {
        return model.serving().map(serving -> Card.of(level, "Serving", content(serving, model)));
    }

    private static List<Element> content(ServingProfile serving, ModelResult model) {
        List<Element> content = new ArrayList<>();
        if (!serving.latency().isEmpty()) {
            content.addAll(latency(
                    LatencyChart.of(serving, model.gates()),
                    HtmlTable.of("Percentiles of latency", ServingTable.of(serving.latency()))));
        }
        serving.latency().forEach(latency -> latency.noise()
                .map(noise -> Card.paragraph("Noisy at " + ServingText.setting(latency) + ": " + noise + "."))
                .ifPresent(content::add));
        List<Element> facts = ServingText.ofModel(serving).stream()
                .map(fact -> Element.of("li", fact.sentence()))
                .toList();
        if (!facts.isEmpty()) {
            content.add(Element.of("ul").holding(facts));
        }
        content.add(Card.faint("Measured on the machine of the evaluation, at that time; measuring adds about "
                + probe(serving.probeNanos()) + " to each call."));
        return content;
    }

    /** One picture has its table beside it. */
    private static List<Element> latency(List<Element> figures, Element table) {
        return switch (figures.size()) {
            case 0 -> List.of(table);
            case 1 -> List.of(Element.of("div").classed("side-by-side").holding(figures.get(0), table));
            default -> List.of(Element.of("div").classed("panels pairs").holding(figures), table);
        };
    }

    /** How long measuring takes is known to two digits at most. */
    private static String probe(double nanos) {
        return nanos < 1_000 ? Math.round(nanos) + " ns" : String.format(Locale.ROOT, "%.1f us", nanos / 1_000);
    }
}
