package io.github.tiercel.report;

import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.Notice;
import io.github.tiercel.result.TimeBreakdown;
import java.util.ArrayList;
import java.util.List;

/** Where the time of an evaluation went, what was saved, and what evaluation took of the training run. */
final class TimeSection {

    private static final int WIDTH = 720;
    private static final int ROW = 26;
    private static final int BAR = 16;
    private static final int LEFT = 170;
    private static final int LONGEST = 400;

    /** A part of inference, which counts once. */
    private static final String WAITING = "of it, waiting for data";

    /** The code of the warning that a model waited for its rows more than it scored them. */
    private static final String INPUT_BOUND = "INPUT_BOUND";

    /**
     * A part of the evaluation.
     *
     * @param name for people
     * @param millis its time
     */
    private record Part(String name, double millis) {}

    private TimeSection() {}

    static Element of(EvaluationResult result) {
        TimeBreakdown time = result.time();
        List<Element> content = new ArrayList<>();
        content.add(Card.scrolling("Chart of the time", bars(time)));
        InferenceText.of(time.inference()).ifPresent(text -> content.add(Card.paragraph("Inference: " + text + ".")));
        inputBound(result).forEach(text -> content.add(Card.paragraph(text)));
        result.history().flatMap(HistorySection::cost).ifPresent(text -> content.add(Card.paragraph(text)));
        return Card.of(2, "Where the time went", content);
    }

    /** Once for all models, since they share the reading. */
    private static List<String> inputBound(EvaluationResult result) {
        return result.models().stream()
                .flatMap(model -> model.warnings().stream())
                .filter(notice -> notice.code().equals(INPUT_BOUND))
                .map(Notice::text)
                .distinct()
                .toList();
    }

    private static Element bars(TimeBreakdown time) {
        List<Part> parts = parts(time);
        List<Element> shapes = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (int p = 0; p < parts.size(); p++) {
            Part part = parts.get(p);
            double share = part.millis() / time.totalMillis();
            String text =
                    DurationText.of(part.millis()) + (share >= 0 && share <= 1 ? ", " + Shares.percent(share) : "");
            double length = LONGEST * Math.max(0, Math.min(1, Double.isNaN(share) ? 0 : share));
            shapes.addAll(bar(part.name(), text, p * ROW, length));
            words.add(part.name() + " " + text);
        }
        String description = "All of it took " + DurationText.of(time.totalMillis()) + ": " + String.join("; ", words);
        return Svg.picture("Time of the evaluation", description + ".", WIDTH, parts.size() * ROW, shapes);
    }

    private static List<Part> parts(TimeBreakdown time) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("reading", time.readMillis()));
        parts.add(new Part("inference", time.inference().millis()));
        parts.add(new Part(WAITING, time.inference().waitingMillis()));
        parts.add(new Part("metrics", time.metricsMillis()));
        parts.add(new Part("intervals and curves", time.intervalsMillis()));
        double rest = time.totalMillis()
                - parts.stream()
                        .filter(part -> !part.name().equals(WAITING))
                        .mapToDouble(Part::millis)
                        .sum();
        parts.add(new Part("other", Math.max(0, rest)));
        parts.removeIf(part -> part.millis() == 0);
        parts.add(new Part("total", time.totalMillis()));
        return parts;
    }

    private static List<Element> bar(String name, String text, double top, double length) {
        Element bar = Element.of("rect")
                .with("x", Svg.number(LEFT))
                .with("y", Svg.number(top + 4))
                .with("width", Svg.number(length))
                .with("height", Svg.number(BAR));
        double baseline = top + ROW / 2.0 + 4;
        return List.of(
                Svg.label(LEFT - 10, baseline, "end", name),
                ink(name).filling(bar),
                Svg.label(LEFT + length + 8, baseline, "start", text));
    }

    private static Ink ink(String name) {
        if (name.equals(WAITING)) {
            return Ink.ORANGE;
        }
        return name.equals("total") ? Ink.GREY : Ink.BLUE;
    }
}
