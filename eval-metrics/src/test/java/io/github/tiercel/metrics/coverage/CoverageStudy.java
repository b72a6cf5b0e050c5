package io.github.tiercel.metrics.coverage;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.BootstrapInterval;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.interval.Design;
import io.github.tiercel.metrics.interval.IntervalEstimator;
import io.github.tiercel.metrics.interval.Linearisation;
import io.github.tiercel.metrics.resample.Bootstrap;
import io.github.tiercel.metrics.resample.Replicates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The table of docs/coverage.md: how often intervals hold the truth and how wide they are, analytic ones and those of
 * the bootstrap. It takes minutes, so it runs only when asked: {@code ./mvnw -Pcoverage -pl eval-metrics test}.
 */
class CoverageStudy {

    private static final int ANALYTIC_SETS = 5_000;
    private static final int BOOTSTRAP_SETS = 400;
    private static final int REPLICATES = 399;
    private static final double LEVEL = 0.95;

    private final List<String> lines = new ArrayList<>();

    @Test
    void writesTheTable() throws IOException {
        lines.add("| world | metric | shown | gate | bootstrap BCa | bootstrap percentile |");
        lines.add("|---|---|---|---|---|---|");
        for (Setting setting : Setting.all()) {
            study(setting, "roc_auc", BinaryMetrics.ROC_AUC, setting.world().auc());
            study(
                    setting,
                    "average_precision",
                    BinaryMetrics.AVERAGE_PRECISION,
                    setting.world().averagePrecision());
        }
        Path table = Files.createDirectories(Path.of("target")).resolve("coverage.md");
        Files.write(table, lines);
        assertTrue(Files.size(table) > 0);
        lines.forEach(System.out::println);
    }

    private void study(Setting setting, String name, SmoothMetric<BinaryPredictions> metric, double truth) {
        Tally shown = new Tally(truth);
        Tally gate = new Tally(truth);
        Random random = new Random(1);
        IntervalEstimator estimator = IntervalEstimator.of(Design.independent(setting.rows()), LEVEL);
        for (int set = 0; set < ANALYTIC_SETS; set++) {
            var estimate = estimator.estimate(metric, setting.world().draw(setting.rows(), random));
            shown.add(estimate.population());
            gate.add(estimate.gate());
        }
        Tally bca = new Tally(truth);
        Tally percentile = new Tally(truth);
        for (int set = 0; set < BOOTSTRAP_SETS; set++) {
            resample(metric, setting.world().draw(setting.rows(), random), set, bca, percentile);
        }
        lines.add("| " + setting.name() + " | " + name + " | " + shown + " | " + gate + " | " + bca + " | " + percentile
                + " |");
    }

    private static void resample(
            SmoothMetric<BinaryPredictions> metric, BinaryPredictions rows, int set, Tally bca, Tally percentile) {
        long[] keys = LongStream.range(0, rows.rows())
                .map(row -> row * 1_000_003L + set)
                .toArray();
        Replicates replicates = Optional.ofNullable(Bootstrap.of(keys, set, REPLICATES)
                        .replicates(List.of(metric), rows)
                        .get(metric.name()))
                .orElseThrow();
        double value = metric.value(rows).orNaN();
        double acceleration = Linearisation.acceleration(Design.independent(rows.rows()), rows, metric.influence(rows));
        bca.add(interval(replicates.bca(value, acceleration, LEVEL)));
        percentile.add(interval(replicates.percentile(value, LEVEL)));
    }

    private static Optional<Interval> interval(Optional<BootstrapInterval> found) {
        return found.map(BootstrapInterval::interval);
    }
}
