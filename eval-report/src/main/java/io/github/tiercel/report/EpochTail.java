package io.github.tiercel.report;

import io.github.tiercel.result.EpochRecord;
import io.github.tiercel.result.TierRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What stands behind the columns of an epoch's line: larger tiers, which only some epochs have, and warnings. */
final class EpochTail {

    private static final int MOST_NAME = 8;
    private static final String GAP = "  ";

    private EpochTail() {}

    /**
     * {@return the values of larger tiers, then their rows and warnings as far as there is room}
     *
     * @param epoch what was found
     * @param larger the tiers that have no columns
     * @param monitor the metric to show of them
     * @param room columns of the screen that are left
     */
    static String of(EpochRecord epoch, List<String> larger, String monitor, int room) {
        StringBuilder tail = new StringBuilder();
        values(epoch, larger, monitor).forEach(value -> tail.append(GAP).append(value));
        for (String part : notes(epoch, larger)) {
            if (DisplayText.width(tail + GAP + part) <= room) {
                tail.append(GAP).append(part);
            }
        }
        return tail.toString();
    }

    private static List<String> values(EpochRecord epoch, List<String> larger, String monitor) {
        List<String> values = new ArrayList<>();
        for (String name : larger) {
            Optional.ofNullable(epoch.tiers().get(name))
                    .flatMap(tier -> Optional.ofNullable(tier.metrics().get(monitor)))
                    .ifPresent(estimate -> values.add(shortened(name) + " " + MarginText.of(estimate)));
        }
        return values;
    }

    private static List<String> notes(EpochRecord epoch, List<String> larger) {
        List<String> notes = new ArrayList<>();
        for (String name : larger) {
            Optional.ofNullable(epoch.tiers().get(name)).map(EpochTail::rows).ifPresent(notes::add);
        }
        epoch.warnings().forEach(warning -> notes.add(("note " + DisplayText.escaped(warning.code())).strip()));
        return notes;
    }

    private static String rows(TierRecord tier) {
        return String.format(Locale.ROOT, "%,d rows", tier.rows());
    }

    private static String shortened(String name) {
        return DisplayText.cut(DisplayText.escaped(name), MOST_NAME);
    }
}
