package io.github.tiercel.evaluation;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.calibration.Binning;
import io.github.tiercel.metrics.calibration.ReliabilityCurve;
import io.github.tiercel.metrics.curve.RocCurve;
import io.github.tiercel.metrics.multiclass.ConfusionTable;
import io.github.tiercel.metrics.multiclass.MulticlassMetrics;
import io.github.tiercel.metrics.multiclass.TopLabel;
import io.github.tiercel.metrics.registry.MetricRegistry;
import io.github.tiercel.result.ClassCurve;
import io.github.tiercel.result.ClassResult;
import io.github.tiercel.result.MulticlassFindings;
import io.github.tiercel.result.Support;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** One class out of several: a confusion table, and each class against the rest. */
record MulticlassKind(MetricRegistry<MulticlassPredictions> registry) implements TaskKind<MulticlassPredictions> {

    private static final int MOST_CURVES = 10;

    /** Enough for a smooth line, and ten of them are no longer than the curves of a binary model. */
    private static final int CURVE_POINTS = 128;

    @Override
    public Class<MulticlassPredictions> reads() {
        return MulticlassPredictions.class;
    }

    @Override
    public boolean sameScores(MulticlassPredictions one, MulticlassPredictions other, int row) {
        for (int c = 0; c < one.classes().size(); c++) {
            if (one.score(c, row) != other.score(c, row)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Support support(MulticlassPredictions predictions) {
        int fewest = Arrays.stream(counts(predictions)).min().orElse(0);
        return new Support(Support.Unit.RAREST_CLASS, fewest);
    }

    static int[] counts(MulticlassPredictions predictions) {
        return IntStream.range(0, predictions.classes().size())
                .map(predictions::classRows)
                .toArray();
    }

    @Override
    public MulticlassFindings bare(MulticlassPredictions predictions) {
        int[] counts = counts(predictions);
        List<ClassResult> classes = IntStream.range(0, counts.length)
                .mapToObj(c -> new ClassResult(predictions.classes().get(c), counts[c], Map.of()))
                .toList();
        return MulticlassFindings.of(classes, ConfusionTable.of(predictions));
    }

    @Override
    public MulticlassFindings findings(
            Contender<MulticlassPredictions> model,
            Map<String, Estimate> metrics,
            Estimates<MulticlassPredictions> estimates,
            Units units) {
        MulticlassPredictions predictions = model.predictions();
        int[] counts = counts(predictions);
        List<ClassResult> classes = new ArrayList<>();
        for (int c = 0; c < counts.length; c++) {
            String name = predictions.classes().get(c);
            classes.add(new ClassResult(name, counts[c], ofClass(name, predictions, estimates)));
        }
        ConfusionTable confusion = ConfusionTable.of(predictions);
        return estimates.ofSample()
                ? MulticlassFindings.of(classes, confusion)
                : new MulticlassFindings(
                        classes,
                        confusion,
                        curves(predictions, counts),
                        ReliabilityCurve.of(
                                TopLabel.of(predictions),
                                Binning.equalMass(Binning.DEFAULT_BINS),
                                estimates.settings().level()));
    }

    /** Those of the classes with the most rows: a sort each, and no picture holds more. */
    private static List<ClassCurve> curves(MulticlassPredictions predictions, int[] counts) {
        return IntStream.range(0, counts.length)
                .boxed()
                .sorted(Comparator.comparing((Integer c) -> -counts[c]))
                .limit(MOST_CURVES)
                .sorted()
                .flatMap(c -> curve(predictions, c).stream())
                .toList();
    }

    private static Optional<ClassCurve> curve(MulticlassPredictions predictions, int c) {
        BinaryPredictions ofClass = predictions.oneVersusRest(c);
        return RocCurve.of(ofClass.groups(), CURVE_POINTS)
                .map(roc -> new ClassCurve(
                        predictions.classes().get(c),
                        BinaryMetrics.ROC_AUC.value(ofClass).orNaN(),
                        roc));
    }

    /** Three more estimates a class are for who looks at a model, not for who waits between two epochs. */
    private static Map<String, Estimate> ofClass(
            String name, MulticlassPredictions predictions, Estimates<MulticlassPredictions> estimates) {
        Map<String, Estimate> ofClass = new LinkedHashMap<>();
        if (!estimates.ofSample()) {
            Map<String, Metric<MulticlassPredictions>> rates = new LinkedHashMap<>();
            rates.put("precision", MulticlassMetrics.precision(name));
            rates.put("recall", MulticlassMetrics.recall(name));
            rates.put("f1", MulticlassMetrics.f1(name));
            rates.forEach((rate, metric) -> ofClass.put(rate, estimates.of(metric, predictions)));
        }
        return ofClass;
    }

    @Override
    public void notice(
            Notices notices,
            Contender<MulticlassPredictions> model,
            Map<String, Estimate> metrics,
            Settings<MulticlassPredictions> settings) {
        new MulticlassNotices(notices, model.predictions(), metrics).add();
    }
}
