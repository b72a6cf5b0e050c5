package io.github.tiercel.report;

import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.EstimateFlag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One sign a flag of an estimate or the lack of its interval, and the legend of the signs that occur. */
final class FlagMarks {

    private FlagMarks() {}

    static String of(Estimate estimate) {
        String borrowed = estimate.borrowed().isPresent() ? BorrowedText.MARK : "";
        String bare = NoInterval.of(estimate).map(NoInterval::mark).orElse("");
        return borrowed
                + estimate.flags().stream().sorted().map(FlagMarks::mark).collect(Collectors.joining())
                + bare;
    }

    /** {@return a cell with the text of an estimate and its signs behind it} */
    static Cell cell(Estimate estimate, String text) {
        if (!estimate.value().isDefined()) {
            return new Cell(text, Tone.FAINT);
        }
        String marks = of(estimate);
        return Cell.of(marks.isEmpty() ? text : text + " " + marks);
    }

    static List<String> legend(Collection<Estimate> shown, int width) {
        List<String> lines = new ArrayList<>(BorrowedText.lines(shown, width));
        for (EstimateFlag flag : EstimateFlag.values()) {
            if (shown.stream().anyMatch(estimate -> isMarked(estimate, flag))) {
                lines.addAll(Paragraph.lines(meaning(flag), mark(flag) + " ", 2, width));
            }
        }
        Set<NoInterval> bare = EnumSet.noneOf(NoInterval.class);
        shown.forEach(estimate -> NoInterval.of(estimate).ifPresent(bare::add));
        bare.forEach(why -> lines.addAll(Paragraph.lines(why.sentence(), why.mark() + " ", 2, width)));
        return lines;
    }

    private static boolean isMarked(Estimate estimate, EstimateFlag flag) {
        return estimate.value().isDefined() && estimate.flags().contains(flag);
    }

    private static String mark(EstimateFlag flag) {
        return switch (flag) {
            case SMALL_SAMPLE -> "*";
            case AT_THE_EDGE -> "^";
            case GUARDED -> "~";
        };
    }

    private static String meaning(EstimateFlag flag) {
        return switch (flag) {
            case SMALL_SAMPLE -> "small sample, so the interval is rough";
            case AT_THE_EDGE -> "at the edge of the metric's range, so the interval rests on a conservative rule";
            case GUARDED -> "interval widened by a planning formula, because the plain error is too small here";
        };
    }
}
