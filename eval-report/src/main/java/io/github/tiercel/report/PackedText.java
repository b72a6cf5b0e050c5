package io.github.tiercel.report;

import io.github.tiercel.packed.PackedSet;
import io.github.tiercel.packed.SetDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What was packed, in a few lines for people.
 *
 * <pre>{@code
 * System.out.print(PackedText.of(packed, "flights.packed", seconds));
 * }</pre>
 *
 * @since 0.1
 */
public final class PackedText {

    private static final int MOST_LISTED = 10;

    private PackedText() {}

    /**
     * {@return the lines}
     *
     * @param packed the set
     * @param name what it is to be called
     * @param seconds how long packing took
     */
    public static String of(PackedSet packed, String name, double seconds) {
        SetDescription set = packed.description();
        return String.format(
                Locale.ROOT,
                "%s has %,d %s of %s: %s, packed in %.1f s.%nDrawn by: %s.%nFeatures: %s.%n",
                line(name),
                set.rows(),
                set.rows() == 1 ? "row" : "rows",
                line(set.source()),
                ByteText.of(packed.bytes()),
                seconds,
                drawn(set),
                listed(set.features()));
    }

    private static String drawn(SetDescription set) {
        if (set.strata().isEmpty()) {
            return "whole " + (set.roles().query().isPresent() ? "queries" : "clusters");
        }
        List<String> strata = new ArrayList<>();
        for (int h = 0; h < set.strata().size(); h++) {
            strata.add(String.format(
                    Locale.ROOT,
                    "%s (%,d)",
                    set.strata().get(h).name(),
                    set.strataRows().get(h)));
        }
        return listed(strata);
    }

    private static String listed(List<String> names) {
        if (names.isEmpty()) {
            return "none";
        }
        int others = names.size() - MOST_LISTED;
        String first = String.join(", ", others > 0 ? names.subList(0, MOST_LISTED) : names);
        return line(others > 0 ? first + " and " + others + (others == 1 ? " other" : " others") : first);
    }

    /** Names may hold line ends, or what moves a terminal's cursor. */
    private static String line(String text) {
        return DisplayText.escaped(text);
    }
}
