package io.github.tiercel.report;

import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.compare.Difference;
import io.github.tiercel.result.ModelResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The first metrics of a model in large digits, each with its interval and how it stands against the baseline. */
final class MetricTiles {

    private static final int MOST = 4;

    private MetricTiles() {}

    /** {@return the tiles; nothing where no metric has a value} */
    static List<Element> of(ModelResult model) {
        List<Element> tiles = model.metrics().entrySet().stream()
                .flatMap(entry -> tile(entry.getKey(), entry.getValue(), model).stream())
                .limit(MOST)
                .toList();
        return tiles.isEmpty()
                ? List.of()
                : List.of(Element.of("dl").classed("tiles").holding(tiles));
    }

    private static Optional<Element> tile(String name, Estimate estimate, ModelResult model) {
        if (!(estimate.value() instanceof Value.Defined defined)) {
            return Optional.empty();
        }
        Digits digits = Digits.of(defined.number(), estimate.population());
        List<Element> lines = new ArrayList<>();
        lines.add(Element.of("dt", name + Arrow.of(estimate.direction())));
        lines.add(Element.of("dd", digits.plain(defined.number())).classed("value"));
        estimate.population().map(interval -> interval(digits, interval)).ifPresent(lines::add);
        Optional.ofNullable(model.comparison().get(name))
                .filter(difference -> difference.value().isDefined())
                .ifPresent(difference -> lines.add(difference(difference, baseline(model))));
        return Optional.of(Element.of("div").holding(lines));
    }

    private static Element interval(Digits digits, Interval interval) {
        String level = LevelHeading.of(List.of(Optional.of(interval)).stream());
        return line(level + " " + digits.plain(interval), "faint");
    }

    private static String baseline(ModelResult model) {
        return model.baseline().map(baseline -> baseline.name()).orElse("the baseline");
    }

    private static Element difference(Difference difference, String baseline) {
        Cell outcome = DifferenceColumns.outcome(difference);
        double number = difference.value().orNaN();
        Digits digits = Digits.of(number, difference.interval());
        if (outcome.isEmpty()) {
            String said = neutral(difference, digits.signed(number)) + " " + baseline;
            return line(said + PairingText.after(difference), "faint");
        }
        String by = digits.plain(Math.abs(number));
        return line(
                outcome.text() + " by " + by + " than " + baseline + PairingText.after(difference),
                outcome.tone().name().toLowerCase(Locale.ROOT));
    }

    /** Where neither end of a metric is better, a difference that is no noise is a fact and no merit. */
    private static String neutral(Difference difference, String number) {
        boolean apart =
                difference.interval().filter(interval -> !interval.contains(0)).isPresent();
        return apart ? number + " against" : "no clear difference from";
    }

    private static Element line(String text, String style) {
        return Element.of("dd", text).classed(style);
    }
}
