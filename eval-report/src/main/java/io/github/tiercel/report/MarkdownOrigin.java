package io.github.tiercel.report;

import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What follows the models: how the measured ones compare, and what the result was made from and with, in short. */
final class MarkdownOrigin {

    private static final int MOST_PROSE = 600;

    /** As many digits of a hash as tell data apart at a glance. */
    private static final int MOST_OF_A_HASH = 12;

    private MarkdownOrigin() {}

    static List<MarkdownBlock> of(EvaluationResult result) {
        List<MarkdownBlock> blocks = new ArrayList<>();
        RightSizing.of(result).ifPresent(sizing -> blocks.addAll(rightSizing(sizing)));
        InferenceText.of(result.time().inference())
                .map(text -> MarkdownBlock.of("Inference: " + text + "."))
                .ifPresent(blocks::add);
        HoldoutText.of(result)
                .map(text -> MarkdownBlock.of("Holdout: " + MarkdownText.of(text, MOST_PROSE) + "."))
                .ifPresent(blocks::add);
        blocks.add(MarkdownBlock.list(facts(result.provenance()), "lines").folded("Provenance"));
        return blocks;
    }

    private static List<MarkdownBlock> rightSizing(RightSizing sizing) {
        List<String> sentences = sizing.sentences().stream()
                .map(text -> MarkdownText.of(text, MOST_PROSE))
                .toList();
        return List.of(MarkdownTable.of(sizing.table(), "models"), MarkdownBlock.list(sentences, "models"));
    }

    private static List<String> facts(Provenance provenance) {
        List<String> facts = new ArrayList<>();
        provenance.command().ifPresent(command -> facts.add(fact("command", command)));
        facts.add(fact("seed", Long.toString(provenance.seed())));
        add(facts, "versions", provenance.versions(), version -> version);
        add(facts, "fingerprints", provenance.fingerprints(), MarkdownOrigin::start);
        return facts;
    }

    private static void add(List<String> facts, String what, Map<String, String> values, UnaryOperator<String> shown) {
        if (!values.isEmpty()) {
            facts.add(fact(
                    what,
                    values.entrySet().stream()
                            .map(entry -> entry.getKey() + " " + shown.apply(entry.getValue()))
                            .collect(Collectors.joining(", "))));
        }
    }

    private static String fact(String what, String text) {
        return what + ": " + MarkdownText.of(text, MOST_PROSE);
    }

    private static String start(String value) {
        return value.codePointCount(0, value.length()) <= MOST_OF_A_HASH
                ? value
                : value.substring(0, value.offsetByCodePoints(0, MOST_OF_A_HASH));
    }
}
