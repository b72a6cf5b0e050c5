package io.github.tiercel.report;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.SliceResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The slices that are shown where there are too many to show: first those that fail a gate, then those that are worst
 * for sure, and among them always some of the largest. Worst for sure is what even the better end of its interval is
 * bad for; by the worse end, slices of a few rows would take all places.
 *
 * @param places those shown, as places among the model's slices
 * @param slices how many there are
 * @param rule how they were chosen; empty if all are shown
 */
record SliceChoice(List<Integer> places, int slices, Optional<String> rule) {

    /** One place in so many is kept for the largest slices. */
    private static final int ONE_LARGEST_IN = 4;

    /** {@return all slices in their order, or so many of them with the worst first} */
    static SliceChoice of(ModelResult model, SliceGates gates, int most) {
        int slices = model.slices().size();
        if (slices <= most) {
            return new SliceChoice(IntStream.range(0, slices).boxed().toList(), slices, Optional.empty());
        }
        return new Chooser(model, gates, most).choice();
    }

    /** {@return how many slices are left out, and how the others were chosen; empty if none is} */
    Optional<String> note() {
        return rule.map(how -> String.format(
                Locale.ROOT,
                "%,d of %,d slices: %s; %,d more are not shown",
                places.size(),
                slices,
                how,
                slices - places.size()));
    }

    /** Chooses slices by one metric. */
    private static final class Chooser {

        private final ModelResult model;
        private final SliceGates gates;
        private final int most;
        private final String metric;
        private final Direction direction;
        private final Set<Integer> chosen = new LinkedHashSet<>();
        private final List<String> parts = new ArrayList<>();

        Chooser(ModelResult model, SliceGates gates, int most) {
            this.model = model;
            this.gates = gates;
            this.most = most;
            this.metric = gates.metric().orElse("");
            this.direction = Optional.ofNullable(model.metrics().get(metric))
                    .map(Estimate::direction)
                    .orElse(Direction.NEITHER);
        }

        SliceChoice choice() {
            int largest = most / ONE_LARGEST_IN;
            List<Integer> all =
                    IntStream.range(0, model.slices().size()).boxed().toList();
            add(
                    all.stream()
                            .filter(place -> gates.hasFailed(metric, slice(place)))
                            .toList(),
                    most - largest,
                    "%,d that fail a gate");
            if (direction != Direction.NEITHER) {
                add(
                        all.stream()
                                .filter(place -> interval(place).isPresent())
                                .sorted(Comparator.comparingDouble(this::gainAtBest))
                                .toList(),
                        most - largest,
                        "the %,d whose interval of " + metric.replace("%", "%%")
                                + (direction == Direction.LOWER_IS_BETTER ? " begins highest" : " ends lowest"));
            }
            add(
                    all.stream()
                            .sorted(Comparator.comparingInt(
                                            (Integer place) -> slice(place).rows())
                                    .reversed())
                            .toList(),
                    most,
                    (chosen.isEmpty() ? "" : "of the others ") + "the %,d with most rows");
            return new SliceChoice(List.copyOf(chosen), model.slices().size(), Optional.of(String.join(", ", parts)));
        }

        private void add(List<Integer> places, int upTo, String words) {
            int before = chosen.size();
            places.stream()
                    .filter(place -> !chosen.contains(place))
                    .limit(Math.max(0, upTo - before))
                    .toList()
                    .forEach(chosen::add);
            if (chosen.size() > before) {
                parts.add(String.format(Locale.ROOT, words, chosen.size() - before));
            }
        }

        private double gainAtBest(int place) {
            Interval interval = interval(place).orElseThrow();
            return Math.max(direction.gain(interval.lower()), direction.gain(interval.upper()));
        }

        private Optional<Interval> interval(int place) {
            return Optional.ofNullable(slice(place).metrics().get(metric)).flatMap(Estimate::population);
        }

        private SliceResult slice(int place) {
            return model.slices().get(place);
        }
    }
}
