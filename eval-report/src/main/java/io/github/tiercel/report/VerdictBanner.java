package io.github.tiercel.report;

import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.GateResult;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The first thing on a page: whether the model may go live, in a word, and which gates stand in its way. */
final class VerdictBanner {

    private static final int MOST_GATES = 5;

    private VerdictBanner() {}

    static Element of(EvaluationResult result) {
        Element facts = Element.of("div")
                .holding(Element.of("h1", names(result)))
                .holding(result.verdict()
                        .map(verdict -> judged(result, verdict))
                        .orElse(List.of(Card.paragraph("No gates were given, so nothing was judged."))));
        String word = result.verdict().map(VerdictBanner::word).orElse("Evaluated");
        String tone = result.verdict().map(Tone::of).map(Tone::name).orElse("");
        return Element.of("header")
                .classed(("banner " + tone.toLowerCase(Locale.ROOT)).strip())
                .holding(Element.of("p", word).classed("word"), facts);
    }

    private static List<Element> judged(EvaluationResult result, Verdict verdict) {
        Element counts = Card.paragraph(sentence(VerdictLine.counts(result)));
        return verdict == Verdict.PASS ? List.of(counts) : List.of(counts, reasons(result, verdict));
    }

    static String names(EvaluationResult result) {
        return result.models().stream().map(ModelResult::model).collect(Collectors.joining(", "));
    }

    static String icon(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "✓";
            case INCONCLUSIVE -> "?";
            case FAIL -> "✗";
        };
    }

    static String word(Verdict verdict) {
        String word =
                switch (verdict) {
                    case PASS -> "Ready";
                    case INCONCLUSIVE -> "Inconclusive";
                    case FAIL -> "Not ready";
                };
        return icon(verdict) + " " + word;
    }

    /** The gates with the worst verdict; those that passed stand in the table. */
    private static Element reasons(EvaluationResult result, Verdict worst) {
        boolean several = result.models().size() > 1;
        List<Element> items = result.models().stream()
                .flatMap(model -> model.gates().stream()
                        .filter(gate -> gate.verdict() == worst)
                        .map(gate -> item(gate, several ? Optional.of(model.model()) : Optional.empty())))
                .toList();
        Element list = Element.of("ul").holding(items.stream().limit(MOST_GATES).toList());
        int more = items.size() - MOST_GATES;
        return more > 0 ? list.holding(Element.of("li", "and " + more + " more")) : list;
    }

    private static Element item(GateResult gate, Optional<String> model) {
        return Element.of("li")
                .holding(Element.of("strong", model.map(name -> name + ": ").orElse("") + gate.rule()))
                .holding(new Text(": " + observed(gate) + gate.explanation()));
    }

    /** {@return by how much: what was held against the limit} */
    private static String observed(GateResult gate) {
        Row row = GateLines.row(gate);
        String observed = (row.cell(2).text() + " " + row.cell(3).text()).strip();
        return observed.isEmpty() ? "" : observed + "; ";
    }

    private static String sentence(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
    }
}
