package io.github.tiercel.coverage;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;

/**
 * Prefixes of rows of a {@link BinormalWorld}. Metrics of decisions are at three thresholds: that which equals the
 * share of positive rows, that of the best F1, and a strict one at which a prefix of 1,024 rows holds one or two false
 * positives.
 */
final class BinarySamples {

    private final BinormalWorld world;
    private final double strict;

    BinarySamples(double prevalence, double strict) {
        this.world = new BinormalWorld(prevalence);
        this.strict = strict;
    }

    static List<BinarySamples> all() {
        return List.of(new BinarySamples(0.01, 0.25), new BinarySamples(0.05, 0.6), new BinarySamples(0.3, 0.9));
    }

    double prevalence() {
        return world.prevalence();
    }

    /** {@code f1 at 0.25}. */
    static String at(String metric, double threshold) {
        return metric + " at " + threshold;
    }

    List<Double> thresholds() {
        return List.of(world.prevalence(), world.thresholdOfBestF1(), strict);
    }

    PrefixSamples<BinaryPredictions> prefixes(int rows, int... prefixes) {
        return of(world::draw, rows, prefixes);
    }

    PrefixSamples<BinaryPredictions> ofDrift(int rows, int... prefixes) {
        return of(world::drift, rows, prefixes);
    }

    private PrefixSamples<BinaryPredictions> of(
            BiFunction<Integer, Random, PairedRows> draw, int rows, int[] prefixes) {
        return new PrefixSamples<>(BinaryMetrics.ROC_AUC, draw, rows, prefixes, metrics(prefixes.length));
    }

    private List<Measured<BinaryPredictions>> metrics(int prefixes) {
        List<Measured<BinaryPredictions>> list = new ArrayList<>();
        list.add(measured("roc_auc", BinaryMetrics.ROC_AUC, BinormalWorld::auc, prefixes));
        list.add(measured(
                "average_precision", BinaryMetrics.AVERAGE_PRECISION, BinormalWorld::averagePrecision, prefixes));
        list.add(measured("log_loss", BinaryMetrics.LOG_LOSS, BinormalWorld::logLoss, prefixes));
        for (double t : thresholds()) {
            list.add(measured(at("accuracy", t), BinaryMetrics.ACCURACY.at(t), w -> w.accuracy(t), prefixes));
            list.add(measured(at("f1", t), BinaryMetrics.F1.at(t), w -> w.f1(t), prefixes));
            list.add(measured(at("mcc", t), BinaryMetrics.MCC.at(t), w -> w.mcc(t), prefixes));
            list.add(measured(at("precision", t), BinaryMetrics.PRECISION.at(t), w -> w.precision(t), prefixes));
        }
        return list;
    }

    private Measured<BinaryPredictions> measured(
            String name, Metric<BinaryPredictions> metric, ToDoubleFunction<BinormalWorld> truth, int prefixes) {
        return new Measured<>(name, metric, truth.applyAsDouble(world), truth.applyAsDouble(world.blurred()), prefixes);
    }

    /** {@code 1 % positive}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.0f %% positive", 100 * prevalence());
    }
}
