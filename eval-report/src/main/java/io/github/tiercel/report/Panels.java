package io.github.tiercel.report;

import io.github.tiercel.result.BaselineResult;
import io.github.tiercel.result.BinaryFindings;
import io.github.tiercel.result.Curves;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.MulticlassFindings;
import io.github.tiercel.result.RankingFindings;
import io.github.tiercel.result.RegressionFindings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pictures that a task has, side by side. */
final class Panels {

    private final List<Element> figures = new ArrayList<>();

    private Panels() {}

    /** {@return the section of the pictures of a model; nothing where there are none} */
    static List<Element> of(ModelResult model, String id, int level) {
        Panels panels = new Panels();
        String heading = panels.drawn(model, id);
        Element sideBySide = Element.of("div")
                .classed(areInPairs(panels.figures.size()) ? "panels pairs" : "panels")
                .holding(panels.figures);
        List<Element> content = new ArrayList<>(legend(model));
        content.add(sideBySide);
        return panels.figures.isEmpty() ? List.of() : List.of(Card.of(level, heading, content));
    }

    private static boolean areInPairs(int figures) {
        return figures % 2 == 0 && figures % 3 != 0;
    }

    /** Which line is whose, where there are lines of two. */
    private static List<Element> legend(ModelResult model) {
        return model
                .baseline()
                .filter(baseline ->
                        baseline.curves().isPresent() || baseline.calibration().isPresent())
                .map(baseline -> Legend.of(List.of(
                        Legend.line(Ink.BLUE, model.model()),
                        Legend.dashed(Ink.ORANGE, baseline.name()),
                        Legend.dashed(Ink.GREY, "no skill"))))
                .stream()
                .toList();
    }

    private String drawn(ModelResult model, String id) {
        if (model.findings() instanceof BinaryFindings binary) {
            binary(binary, model.baseline(), id);
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

    private void binary(BinaryFindings binary, Optional<BaselineResult> baseline, String id) {
        Optional<Curves> reference = baseline.flatMap(BaselineResult::curves);
        binary.curves()
                .ifPresent(
                        curves -> figures.addAll(new CurveCharts(curves, reference, id, binary.confusion()).figures()));
        binary.calibration()
                .ifPresent(curve ->
                        figures.add(CalibrationChart.of(curve, baseline.flatMap(BaselineResult::calibration))));
        binary.curves()
                .flatMap(curves -> Gains.of(curves).map(own -> GainsChart.of(own, reference.flatMap(Gains::of))))
                .ifPresent(figures::addAll);
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
