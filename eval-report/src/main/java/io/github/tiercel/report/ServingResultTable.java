package io.github.tiercel.report;

import io.github.tiercel.result.MeasuredModel;
import io.github.tiercel.result.ServingResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was measured of models in service as text for a terminal: a block for each model, its name first, and its gates;
 * the verdict in the last line.
 *
 * <p>Numbers, names and other text are shown as {@link ResultTable} does it. All methods may be called from any thread.
 *
 * <pre>{@code
 * System.out.print(ServingResultTable.render(result, ResultTable.DEFAULT_WIDTH, Style.PLAIN));
 * }</pre>
 *
 * @since 0.1
 */
public final class ServingResultTable {

    private ServingResultTable() {}

    /**
     * {@return the result as text}
     *
     * @param result what was measured
     * @param width columns of the screen, at least 40
     * @param style whether there are colours
     * @throws IllegalArgumentException if {@code width} is below 40
     */
    public static String render(ServingResult result, int width, Style style) {
        Layout layout = new Layout(width, style);
        List<List<String>> blocks = new ArrayList<>();
        for (MeasuredModel model : result.models()) {
            List<String> lines = new ArrayList<>();
            lines.add(layout.style().paint(Tone.STRONG, DisplayText.escaped(model.model())));
            lines.addAll(ServingText.lines(Optional.of(model.serving()), layout));
            blocks.add(lines);
            blocks.add(GateLines.of(model.gates(), layout));
        }
        result.verdict().ifPresent(verdict -> blocks.add(List.of(VerdictLine.of(result.gates(), verdict, style))));
        return ResultTable.joined(blocks);
    }
}
