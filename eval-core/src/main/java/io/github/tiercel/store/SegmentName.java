package io.github.tiercel.store;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a segment's file: the positions whose scores it holds.
 *
 * @param from the first position, from 0
 * @param to the position after the last
 */
record SegmentName(int from, int to) {

    /** Ascending by position; of those that start together the longest first. */
    static final Comparator<SegmentName> IN_ORDER =
            Comparator.comparingInt(SegmentName::from).thenComparing(SegmentName::to, Comparator.reverseOrder());

    static final Pattern PATTERN = Pattern.compile("(\\d{1,10})-(\\d{1,10})\\.arrow");

    static SegmentName of(Segment segment) {
        return new SegmentName(segment.from(), segment.to());
    }

    /** Returns the positions that a file's name tells; empty for a name that no segment has. */
    static Optional<SegmentName> parse(String fileName) {
        Matcher matcher = PATTERN.matcher(fileName);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long from = Long.parseLong(matcher.group(1));
        long to = Long.parseLong(matcher.group(2));
        if (from >= to || to > Integer.MAX_VALUE) {
            return Optional.empty();
        }
        // Leading zeros would give one segment two names.
        return Optional.of(new SegmentName((int) from, (int) to))
                .filter(name -> name.fileName().equals(fileName));
    }

    String fileName() {
        return from + "-" + to + ".arrow";
    }

    int rows() {
        return to - from;
    }
}
