package io.github.tiercel.report;

import io.github.tiercel.result.EpochHistory;
import io.github.tiercel.result.Fidelity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The epochs of the training run that a model came from: a picture, and the table behind it. */
final class HistorySection {

    private HistorySection() {}

    static Element of(EpochHistory history) {
        List<Element> content = new ArrayList<>();
        content.add(Card.faint(facts(history)));
        Fidelity.of(history).ifPresent(fidelity -> content.add(Card.faint(FidelityText.of(fidelity))));
        BorrowedText.sentence(history).ifPresent(sentence -> content.add(Card.faint(sentence)));
        HistoryChart chart = new HistoryChart(history);
        if (!chart.isEmpty()) {
            content.add(legend(history));
            content.add(Card.scrolling("Chart of the epochs", chart.drawn()));
        }
        if (!history.epochs().isEmpty()) {
            Element table = HtmlTable.of("What each epoch found", EpochTable.of(history));
            content.add(Card.details("Epochs as a table", table));
        }
        return Card.of(2, "Epoch history", content);
    }

    private static String facts(EpochHistory history) {
        String best = history.bestEpoch().map(epoch -> "; best epoch " + epoch).orElse("");
        String stopped = history.stopped().map(why -> "; stopped: " + why).orElse("");
        return "Run " + history.run() + ", " + history.monitor() + " by epoch" + better(history) + best + stopped + ".";
    }

    private static String better(EpochHistory history) {
        return switch (history.direction()) {
            case HIGHER_IS_BETTER -> ", higher is better";
            case LOWER_IS_BETTER -> ", lower is better";
            case NEITHER -> "";
        };
    }

    private static Element legend(EpochHistory history) {
        EpochTiers tiers = EpochTiers.of(history);
        List<Element> items = new ArrayList<>();
        tiers.smallest().ifPresent(name -> items.add(Legend.item(line(), name + " tier with its interval")));
        tiers.largest().ifPresent(name -> items.add(Legend.item(diamond(), name + " tier with its interval")));
        if (history.epochs().stream().anyMatch(EpochTiers::isFailed)) {
            items.add(Legend.item(List.of(Svg.cross(12, 7, 4, Ink.RED)), "failed"));
        }
        return Legend.of(items);
    }

    private static List<Element> line() {
        return List.of(Svg.band("M0 2L24 2L24 12L0 12Z", Ink.BLUE), Svg.line(0, 7, 24, 7, Ink.BLUE, 2));
    }

    private static List<Element> diamond() {
        return List.of(Svg.line(12, 0, 12, 14, Ink.ORANGE, 1.5), Svg.diamond(12, 7, 5, Ink.ORANGE));
    }

    /** {@return what evaluation took of the run; empty without epochs} */
    static Optional<String> cost(EpochHistory history) {
        if (history.epochs().isEmpty()) {
            return Optional.empty();
        }
        double evaluation = history.evaluationMillis();
        double whole = evaluation + history.trainingMillis();
        String each = DurationText.of(evaluation / history.epochs().size());
        String share =
                evaluation <= whole && whole > 0 ? ", " + Shares.percent(evaluation / whole) + " of the run" : "";
        return Optional.of("Evaluation took " + each + " an epoch and " + DurationText.of(evaluation) + " in all"
                + share + "; training took " + DurationText.of(history.trainingMillis()) + ".");
    }
}
