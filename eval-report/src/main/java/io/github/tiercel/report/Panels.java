package io.github.tiercel.report;

import io.github.tiercel.result.BinaryFindings;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.MulticlassFindings;
import io.github.tiercel.result.RankingFindings;
import io.github.tiercel.result.RegressionFindings;
import java.util.ArrayList;
import java.util.List;

/** The pictures that a task has, side by side. */
final class Panels {

    private final List<Element> figures = new ArrayList<>();

    private Panels() {}

    /** {@return the section of the pictures of a model; nothing where there are none} */
    static List<Element> of(ModelResult model, String id, int level) {
        Panels panels = new Panels();
        String heading = panels.drawn(model, id);
        Element sideBySide = Element.of("div")
                .classed(panels.figures.size() % 2 == 0 ? "panels pairs" : "panels")
                .holding(panels.figures);
        return panels.figures.isEmpty() ? List.of() : List.of(Card.of(level, heading, List.of(sideBySide)));
    }

    private String drawn(ModelResult model, String id) {
        if (model.findings() instanceof BinaryFindings binary) {
            binary(binary, id);
            return "Curves";
        }
        if (model.findings() instanceof MulticlassFindings multiclass) {
            multiclass(multiclass);
            return "Curves";
        }
        if (model.findings() instanceof RegressionFindings regression) {
            regression(regression);
            return "Errors";
        }
        ranking((RankingFindings) model.findings());
        return "Queries";
    }

    private void binary(BinaryFindings binary, String id) {
        binary.curves().ifPresent(curves -> figures.addAll(CurveCharts.of(curves, id, binary.confusion())));
        binary.calibration().ifPresent(curve -> figures.add(CalibrationChart.of(curve)));
        binary.curves().flatMap(GainsChart::of).ifPresent(figures::add);
        binary.histogram().ifPresent(histogram -> figures.add(ScoreChart.of(histogram)));
    }

    private void multiclass(MulticlassFindings multiclass) {
        if (!multiclass.curves().isEmpty()) {
            figures.add(ClassCurveChart.of(multiclass));
        }
        multiclass.calibration().ifPresent(curve -> figures.add(CalibrationChart.ofTopLabel(curve)));
    }

    private void regression(RegressionFindings regression) {
        regression.residuals().ifPresent(residuals -> {
            figures.add(ObservedChart.of(residuals.bins()));
            figures.add(SpreadChart.of(residuals.bins()));
            figures.add(ResidualChart.of(residuals.histogram()));
            figures.add(ErrorChart.of(residuals.absolute()));
        });
    }

    private void ranking(RankingFindings ranking) {
        if (!ranking.ndcg().isEmpty()) {
            figures.add(CutChart.of(ranking.ndcg()));
        }
        ranking.histogram().ifPresent(histogram -> figures.add(QueryChart.of(histogram)));
        ranking.firstRelevant().ifPresent(first -> figures.add(FirstRelevantChart.of(first)));
    }
}
