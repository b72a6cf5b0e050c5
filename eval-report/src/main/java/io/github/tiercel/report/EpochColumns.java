package io.github.tiercel.report;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.result.EpochHistory;
import io.github.tiercel.result.EpochRecord;
import io.github.tiercel.result.Notice;
import io.github.tiercel.result.TierRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fixed places on a line for what an epoch found, so that lines printed minutes apart still make a table. */
final class EpochColumns {

    private static final int EPOCH = 5;

    /** Room for a metric; more where its first value needs more. */
    private static final int METRIC = 16;

    private static final int ROWS = 9;
    private static final int TOOK = 8;
    private static final int MARK = 9;
    private static final String GAP = "  ";

    /** Room that is kept free on the right for the value of a larger tier. */
    private static final int LARGER_TIER = 22;

    private static final int FIXED = EPOCH + 2 + ROWS + 2 + TOOK + 2 + MARK + 2 + LARGER_TIER;

    /**
     * One metric's place on the line.
     *
     * @param metric the metric's name
     * @param width in columns of the screen
     */
    private record Place(String metric, int width) {}

    private final EpochHistory history;
    private final Layout layout;
    private final EpochTiers tiers;
    private final List<Place> places;

    EpochColumns(EpochHistory history, Layout layout) {
        this.history = history;
        this.layout = layout;
        this.tiers = EpochTiers.of(history);
        this.places = places(history, tiers, layout.width());
    }

    /** The first epoch with metrics decides, so that the lines before and after it agree. */
    private static List<Place> places(EpochHistory history, EpochTiers tiers, int width) {
        Map<String, Estimate> first = history.epochs().stream()
                .flatMap(epoch -> smallest(epoch, tiers).stream())
                .map(TierRecord::metrics)
                .findFirst()
                .orElse(Map.of());
        List<Place> places = new ArrayList<>();
        int room = width - FIXED;
        for (String metric : named(history.monitor(), first)) {
            Place place = new Place(metric, Math.max(METRIC, DisplayText.width(value(first, metric))));
            room -= place.width() + GAP.length();
            if (places.isEmpty() || room >= 0) {
                places.add(place);
            }
        }
        return places;
    }

    private static List<String> named(String monitor, Map<String, Estimate> found) {
        return Stream.concat(Stream.of(monitor), found.keySet().stream())
                .distinct()
                .toList();
    }

    private static Optional<TierRecord> smallest(EpochRecord epoch, EpochTiers tiers) {
        return tiers.smallest().map(epoch.tiers()::get);
    }

    String header() {
        StringBuilder line = new StringBuilder("epoch");
        places.forEach(place -> line.append(GAP).append(left(heading(place), place.width())));
        line.append(GAP).append(right("rows", ROWS)).append(GAP).append(right("took", TOOK));
        return layout.style().paint(Tone.FAINT, line.toString());
    }

    private String heading(Place place) {
        String arrow = direction(place.metric()).map(Arrow::of).orElse("");
        return cut(place.metric(), place.width() - arrow.length()) + arrow;
    }

    private Optional<Direction> direction(String metric) {
        if (metric.equals(history.monitor())) {
            return Optional.of(history.direction());
        }
        return history.epochs().stream()
                .flatMap(epoch -> smallest(epoch, tiers).stream())
                .flatMap(tier -> Optional.ofNullable(tier.metrics().get(metric)).stream())
                .map(Estimate::direction)
                .findFirst();
    }

    String line(EpochRecord epoch) {
        String number = right(Integer.toString(epoch.epoch()), EPOCH);
        if (EpochTiers.isFailed(epoch)) {
            return number + GAP + layout.style().paint(Tone.BAD, cut(failure(epoch), layout.width() - EPOCH - 2));
        }
        String numbers = measured(epoch);
        String mark = mark(epoch);
        int taken = EPOCH + DisplayText.width(numbers) + GAP.length() + MARK;
        String more = EpochTail.of(epoch, tiers.larger(), history.monitor(), layout.width() - taken);
        String painted = layout.style().paint(mark.equals("best") ? Tone.GOOD : Tone.NORMAL, mark);
        String end = more.isEmpty() ? painted : painted + " ".repeat(MARK - mark.length()) + more;
        return number + numbers + (end.isEmpty() ? "" : GAP + end);
    }

    String stopped(String reason) {
        return cut("stopped: " + reason, layout.width());
    }

    private static String failure(EpochRecord epoch) {
        String warnings = epoch.warnings().stream().map(Notice::text).collect(Collectors.joining("; "));
        return warnings.isBlank() ? "not evaluated" : warnings.strip();
    }

    private String measured(EpochRecord epoch) {
        Optional<TierRecord> tier = smallest(epoch, tiers);
        Map<String, Estimate> found = tier.map(TierRecord::metrics).orElse(Map.of());
        StringBuilder line = new StringBuilder();
        places.forEach(place -> line.append(GAP).append(left(value(found, place.metric()), place.width())));
        String rows = tier.map(TierRecord::rows).map(EpochColumns::count).orElse("");
        return line.append(GAP)
                .append(right(rows, ROWS))
                .append(GAP)
                .append(right(DurationText.of(epoch.evaluationMillis()), TOOK))
                .toString();
    }

    private static String value(Map<String, Estimate> found, String metric) {
        return Optional.ofNullable(found.get(metric)).map(MarginText::of).orElse("");
    }

    private String mark(EpochRecord epoch) {
        if (history.bestEpoch().filter(best -> best == epoch.epoch()).isPresent()) {
            return "best";
        }
        return ProgressText.of(epoch);
    }

    private static String cut(String text, int columns) {
        return DisplayText.cut(DisplayText.escaped(text), columns);
    }

    private static String left(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - DisplayText.width(text)));
    }

    private static String right(String text, int columns) {
        return " ".repeat(Math.max(0, columns - DisplayText.width(text))) + text;
    }

    private static String count(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
