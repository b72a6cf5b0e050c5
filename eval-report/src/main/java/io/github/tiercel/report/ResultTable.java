package io.github.tiercel.report;

import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.Notice;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * An evaluation's result as text for a terminal: a block for each model with its metrics, folds, classes, slices, what
 * a search for worse ones found, how it behaves in service, gates and warnings, then several measured models side by
 * side, a line of what inference took unless scores were given, one of how often the rows have been used if that was
 * for several models, and the verdict in the last line.
 *
 * <p>Numbers show two significant digits of their interval's half-width, and at most six decimals; those up to 1 show
 * at least three, and very small and very large ones an exponent. "better" and "worse" stand where the interval of a
 * difference excludes 0, and one end of the metric is better. Of more than 20 classes, the weakest are shown; of more
 * than 10, the largest confusions instead of all. Names, slice values and other text from data may hold anything: what
 * would break a line or move the cursor is escaped, and cells that are too long end in an ellipsis. Numbers are never
 * cut; a table that they make too wide goes over the width. Lines end in a line feed. The text depends on the arguments
 * alone, not on locale or terminal; all methods may be called from any thread.
 *
 * <pre>{@code
 * System.out.print(ResultTable.render(result));
 * }</pre>
 *
 * @since 0.1
 */
public final class ResultTable {

    /** Columns of the screen unless others are named. */
    public static final int DEFAULT_WIDTH = 100;

    private ResultTable() {}

    /**
     * {@return the result as plain text, {@value #DEFAULT_WIDTH} columns wide}
     *
     * @param result what an evaluation found
     */
    public static String render(EvaluationResult result) {
        return render(result, DEFAULT_WIDTH, Style.PLAIN);
    }

    /**
     * {@return the result as text}
     *
     * @param result what an evaluation found
     * @param width columns of the screen, at least 40
     * @param style whether there are colours
     * @throws IllegalArgumentException if {@code width} is below 40
     */
    public static String render(EvaluationResult result, int width, Style style) {
        Layout layout = new Layout(width, style);
        List<List<String>> blocks = new ArrayList<>();
        result.models().forEach(model -> blocks.addAll(blocks(model, layout)));
        blocks.add(ModelsTable.lines(result, layout));
        blocks.add(RightSizing.lines(result, layout));
        blocks.add(inference(result, layout));
        result.verdict().ifPresent(verdict -> blocks.add(List.of(VerdictLine.of(result, verdict, style))));
        return joined(blocks);
    }

    /** {@return blocks with an empty line between them; those without a line are none} */
    static String joined(List<List<String>> blocks) {
        StringBuilder text = new StringBuilder();
        for (List<String> block : blocks) {
            text.append(text.isEmpty() || block.isEmpty() ? "" : "\n");
            block.forEach(line -> text.append(line).append('\n'));
        }
        return text.toString();
    }

    /** Once for all models, since they share the reading and often the rows. */
    private static List<String> inference(EvaluationResult result, Layout layout) {
        List<String> lines = new ArrayList<>();
        InferenceText.of(result.time().inference())
                .ifPresent(text -> lines.addAll(Paragraph.lines("inference   " + text, "", 2, layout.width())));
        HoldoutText.of(result)
                .ifPresent(text -> lines.addAll(Paragraph.lines("holdout     " + text, "", 2, layout.width())));
        return lines;
    }

    private static List<List<String>> blocks(ModelResult model, Layout layout) {
        return List.of(
                tables(model, layout),
                ServingText.lines(model.serving(), layout),
                GateLines.of(model.gates(), layout),
                warnings(model.warnings(), layout));
    }

    private static List<String> tables(ModelResult model, Layout layout) {
        SliceTable slices = new SliceTable(model, layout);
        Optional<ClassLines> classes = ClassLines.of(model, layout);
        List<String> lines = new ArrayList<>(Header.of(model, layout));
        lines.addAll(new MetricTable(model).lines(layout));
        model.folds().ifPresent(folds -> lines.addAll(FoldTable.lines(folds, layout)));
        classes.map(ClassLines::lines).ifPresent(lines::addAll);
        lines.addAll(slices.lines());
        List<Estimate> marked = new ArrayList<>(model.metrics().values());
        classes.map(ClassLines::estimates).ifPresent(marked::addAll);
        marked.addAll(slices.estimates());
        lines.addAll(FlagMarks.legend(marked, layout.width()));
        PValueText.note(model).ifPresent(note -> lines.addAll(Paragraph.lines(note, "", 2, layout.width())));
        lines.addAll(SliceSearchTable.lines(model, layout));
        return lines;
    }

    static List<String> warnings(List<Notice> warnings, Layout layout) {
        List<String> lines = new ArrayList<>();
        // A model and its baseline may have been warned of in the same words.
        for (Notice warning : new LinkedHashSet<>(warnings)) {
            lines.addAll(Paragraph.lines("note " + warning.code() + ": " + warning.text(), "", 2, layout.width()));
        }
        return lines;
    }
}
