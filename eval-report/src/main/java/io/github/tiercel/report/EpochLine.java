package io.github.tiercel.report;

import io.github.tiercel.result.EpochHistory;
import io.github.tiercel.result.EpochRecord;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One line an epoch, for consoles that watch a training run.
 *
 * <p>Columns stand below each other from line to line, though each line is made alone: the number of the epoch, the
 * monitored metric and as many others as the width allows, each with half the width of its interval, on the rows of the
 * smallest tier; what the evaluation took, inference included; then "best" for the best epoch so far, "improved" or
 * "undecided" for others, and what larger tiers found. An epoch that failed shows its warnings instead. Which metrics
 * have a column is decided by the first epoch that has any.
 *
 * <p>Numbers are never cut, so a line may go over the width; other text ends in an ellipsis where it must. Text from
 * data is escaped where it would break the line. No method ends its text in a line feed, and all may be called from any
 * thread.
 *
 * <pre>{@code
 * epoch  log_loss ↓        roc_auc ↑              rows      took
 *     1  0.2312 ±0.0045    0.655 ±0.014          8,192    4.1 ms  improved
 *     2  0.1743 ±0.0031    0.741 ±0.013          8,192     45 ms  best       full 0.1751 ±0.0010
 *     3  the model gave NaN for 12 of 8,192 rows (first at rows 17, 203, 998)
 * }</pre>
 *
 * <pre>{@code
 * System.out.println(EpochLine.render(epoch, history, Style.PLAIN, ResultTable.DEFAULT_WIDTH));
 * }</pre>
 *
 * @since 0.1
 */
public final class EpochLine {

    private EpochLine() {}

    /**
     * {@return the line of headings that stands above the lines of a run}
     *
     * @param history the epochs so far; until one has metrics, the headings are those of the monitored metric alone
     * @param style whether there are colours
     * @param width columns of the screen, at least 40
     * @throws IllegalArgumentException if {@code width} is below 40
     */
    public static String header(EpochHistory history, Style style, int width) {
        return new EpochColumns(history, new Layout(width, style)).header();
    }

    /**
     * {@return the line of an epoch}
     *
     * @param epoch what was found at the end of it
     * @param history the epochs so far, this one included
     * @param style whether there are colours
     * @param width columns of the screen, at least 40
     * @throws IllegalArgumentException if {@code width} is below 40
     */
    public static String render(EpochRecord epoch, EpochHistory history, Style style, int width) {
        return new EpochColumns(history, new Layout(width, style)).line(epoch);
    }

    /**
     * {@return the headings, all epochs of a run and why it stopped, one line each}
     *
     * @param history the epochs of the run
     * @param style whether there are colours
     * @param width columns of the screen, at least 40
     * @throws IllegalArgumentException if {@code width} is below 40
     */
    public static String render(EpochHistory history, Style style, int width) {
        EpochColumns columns = new EpochColumns(history, new Layout(width, style));
        Stream<String> lines = Stream.concat(
                Stream.of(columns.header()), history.epochs().stream().map(columns::line));
        Stream<String> end = history.stopped().map(columns::stopped).stream();
        return Stream.concat(lines, end).collect(Collectors.joining("\n"));
    }
}
