package io.github.tiercel.report;

import io.github.tiercel.result.BaselineResult;
import io.github.tiercel.result.ModelResult;
import java.util.ArrayList;
import java.util.List;

/** Who was evaluated, on how much, and against whom. */
final class Header {

    private static final String GAP = "   ";
    private static final int LEAST_NAME = 12;
    private static final int MOST_BASELINE = 24;
    private static final int MOST_TIER = 12;

    private Header() {}

    /** {@return one line, or several where the screen is too narrow for it} */
    static List<String> of(ModelResult model, Layout layout) {
        String name = DisplayText.escaped(model.model());
        String tier = cut(model.tier(), MOST_TIER) + " tier";
        String facts = GAP + EvidenceText.of(model) + GAP + tier;
        String against = against(model);
        if (DisplayText.width(name + facts + against) <= layout.width()) {
            return List.of(strong(name, layout) + facts + against);
        }
        List<String> lines = new ArrayList<>();
        int room = layout.width() - DisplayText.width(facts);
        if (room >= Math.min(LEAST_NAME, DisplayText.width(name))) {
            lines.add(strong(DisplayText.cut(name, room), layout) + facts);
        } else {
            lines.add(strong(DisplayText.cut(name, layout.width()), layout));
            lines.addAll(Paragraph.lines(EvidenceText.of(model) + ", " + tier, GAP, GAP.length(), layout.width()));
        }
        if (!against.isEmpty()) {
            lines.add(against);
        }
        return lines;
    }

    private static String strong(String name, Layout layout) {
        return name.isEmpty() ? "" : layout.style().paint(Tone.STRONG, name);
    }

    private static String against(ModelResult model) {
        return model.baseline()
                .map(BaselineResult::name)
                .map(name -> GAP + "baseline " + cut(name, MOST_BASELINE) + PairingText.after(model))
                .orElse("");
    }

    private static String cut(String name, int columns) {
        return DisplayText.cut(DisplayText.escaped(name), columns);
    }
}
