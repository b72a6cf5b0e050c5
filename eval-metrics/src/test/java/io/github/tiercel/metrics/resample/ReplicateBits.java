package io.github.tiercel.metrics.resample;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.BootstrapInterval;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.binary.PartialRocAuc;
import io.github.tiercel.metrics.interval.Design;
import io.github.tiercel.metrics.interval.IntervalEstimator;
import io.github.tiercel.metrics.interval.Linearisation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Replicates, values and intervals of rows that are the same everywhere, to the last bit, as lines of a table. The main
 * method prints what belongs into the tables.
 */
final class ReplicateBits {

    private static final int ROWS = 300;

    /** So many that segments of one size are drawn four at a time, and blocks of ranks hold more than a row. */
    private static final int MANY_ROWS = 6000;

    private static final long SEED = 42;
    private static final double LEVEL = 0.95;

    /** A power of two and one, so that quantiles at whole eighths are replicates and nothing in between. */
    private static final int FIRST = 9;

    private static final int MANY = 199;

    private static final List<Metric<BinaryPredictions>> METRICS = List.of(
            BinaryMetrics.ROC_AUC,
            BinaryMetrics.GINI,
            BinaryMetrics.KS,
            PartialRocAuc.byFalsePositiveRate(0, 0.1),
            BinaryMetrics.AVERAGE_PRECISION,
            BinaryMetrics.PR_AUC_DG,
            BinaryMetrics.BEST_F1,
            BinaryMetrics.LOG_LOSS,
            BinaryMetrics.BRIER,
            BinaryMetrics.ACCURACY,
            BinaryMetrics.F1,
            BinaryMetrics.MCC);

    private ReplicateBits() {}

    /** Prints the table whose name is given: replicates, or values. */
    public static void main(String[] table) {
        (table[0].equals("replicates") ? replicates() : values()).forEach(System.out::println);
    }

    /** A line for each scheme and metric, below one of column names. */
    static List<String> replicates() {
        List<String> lines = new ArrayList<>();
        lines.add("scheme,metric,r0,r1,r2,r3,r4,r5,r6,r7,r8,standard_error,percentile_lower,percentile_upper,bca_lower,"
                + "bca_upper,normal_lower,normal_upper");
        long[] keys = new SplittableRandom(SEED).longs(ROWS).toArray();
        int[] strata = IntStream.range(0, ROWS).map(row -> row % 3).toArray();
        long[] clusters =
                IntStream.range(0, ROWS).mapToLong(row -> keys[row / 4]).toArray();
        BinaryPredictions rows = rows(1, ROWS);
        BinaryPredictions weighted = rows.withWeights(weights());
        add(lines, "row-hashed", replicates -> Bootstrap.of(keys, SEED, replicates), rows);
        add(lines, "row-hashed clusters", replicates -> Bootstrap.of(clusters, SEED, replicates), rows);
        add(lines, "row-hashed weights", replicates -> Bootstrap.of(keys, SEED, replicates), weighted);
        add(lines, "within-strata", replicates -> Bootstrap.stratified(keys, strata, SEED, replicates), rows);
        add(lines, "compressed", replicates -> Bootstrap.compressed(SEED, replicates), rows);
        add(lines, "rank-blocks", replicates -> Bootstrap.rankBlocks(SEED, replicates), rows);
        BinaryPredictions many = rows(3, MANY_ROWS);
        add(lines, "compressed many", replicates -> Bootstrap.compressed(SEED, replicates), many);
        add(lines, "rank-blocks many", replicates -> Bootstrap.rankBlocks(SEED, replicates), many);
        addDifferences(lines, keys, rows, rows(2, ROWS));
        return lines;
    }

    /** A line for each metric, below one of column names. */
    static List<String> values() {
        List<String> lines = new ArrayList<>();
        lines.add("rows,metric,value,standard_error,lower,upper,gate_lower,gate_upper");
        IntervalEstimator estimator = IntervalEstimator.of(Design.independent(ROWS), LEVEL);
        for (Metric<BinaryPredictions> metric : BinaryMetrics.all()) {
            lines.add(line("counted", estimator.estimate(metric, rows(1, ROWS))));
            lines.add(line("weighted", estimator.estimate(metric, rows(1, ROWS).withWeights(weights()))));
        }
        return lines;
    }

    private interface Replicated {

        Bootstrap of(int replicates);
    }

    private static void add(List<String> lines, String scheme, Replicated bootstrap, BinaryPredictions rows) {
        List<Metric<BinaryPredictions>> metrics = METRICS.stream()
                .filter(metric -> bootstrap.of(2).refusal(metric, rows).isEmpty())
                .toList();
        Map<String, Replicates> first = bootstrap.of(FIRST).replicates(metrics, rows);
        Map<String, Replicates> many = bootstrap.of(MANY).replicates(metrics, rows);
        for (Metric<BinaryPredictions> metric : metrics) {
            double value = metric.value(rows).orNaN();
            double acceleration = metric instanceof SmoothMetric<BinaryPredictions> smooth
                    ? Linearisation.acceleration(Design.independent(rows.rows()), smooth, rows, value)
                    : 0;
            Replicates some = Objects.requireNonNull(many.get(metric.name()));
            lines.add(scheme + "," + metric.name() + ","
                    + text(DoubleStream.concat(
                            sorted(Objects.requireNonNull(first.get(metric.name()))),
                            DoubleStream.concat(
                                    DoubleStream.of(some.standardError()),
                                    Stream.of(
                                                    some.percentile(value, LEVEL),
                                                    some.bca(value, acceleration, LEVEL),
                                                    some.normal(metric, value, LEVEL))
                                            .map(Optional::orElseThrow)
                                            .map(BootstrapInterval::interval)
                                            .flatMapToDouble(ReplicateBits::ends)))));
        }
    }

    /** Of two models that share weights, in pairs: so the order of replicates counts too. */
    private static void addDifferences(
            List<String> lines, long[] keys, BinaryPredictions one, BinaryPredictions other) {
        List<Map<String, Replicates>> first = Bootstrap.of(keys, SEED, FIRST).replicates(METRICS, List.of(one, other));
        List<Map<String, Replicates>> many = Bootstrap.of(keys, SEED, MANY).replicates(METRICS, List.of(one, other));
        for (Metric<BinaryPredictions> metric : METRICS) {
            double value = metric.value(one).orNaN() - metric.value(other).orNaN();
            Replicates some = difference(many, metric.name());
            lines.add("row-hashed difference," + metric.name() + ","
                    + text(DoubleStream.concat(
                            sorted(difference(first, metric.name())),
                            DoubleStream.concat(
                                    DoubleStream.of(some.standardError()),
                                    Stream.of(some.percentile(value, LEVEL), some.bca(value, 0, LEVEL))
                                            .map(Optional::orElseThrow)
                                            .map(BootstrapInterval::interval)
                                            .flatMapToDouble(ReplicateBits::ends))))
                    + ",,");
        }
    }

    private static Replicates difference(List<Map<String, Replicates>> models, String metric) {
        return Objects.requireNonNull(models.get(0).get(metric))
                .minus(Objects.requireNonNull(models.get(1).get(metric)));
    }

    private static DoubleStream sorted(Replicates replicates) {
        return IntStream.range(0, FIRST).mapToDouble(b -> replicates.quantile(b / (FIRST - 1.0)));
    }

    private static String line(String rows, Estimate estimate) {
        return rows + "," + estimate.metric() + ","
                + text(DoubleStream.of(
                        estimate.value().orNaN(), estimate.standardError().orElse(Double.NaN)))
                + "," + ends(estimate.population()) + "," + ends(estimate.gate());
    }

    private static String ends(Optional<Interval> interval) {
        return interval.map(some -> text(ends(some))).orElse(",");
    }

    private static DoubleStream ends(Interval interval) {
        return DoubleStream.of(interval.lower(), interval.upper());
    }

    private static String text(DoubleStream numbers) {
        return String.join(",", numbers.mapToObj(Double::toHexString).toList());
    }

    /**
     * Nearly a third are positive; half of the scores are tied. Sums and products only, which are the same anywhere.
     */
    private static BinaryPredictions rows(long model, int size) {
        SplittableRandom random = new SplittableRandom(SEED);
        SplittableRandom noise = new SplittableRandom(model);
        boolean[] labels = new boolean[size];
        double[] scores = new double[size];
        for (int row = 0; row < size; row++) {
            labels[row] = random.nextInt(10) < 3;
            double score = (random.nextDouble() + noise.nextDouble() + (labels[row] ? 1 : 0.25)) / 3;
            scores[row] = row % 2 == 0 ? score : Math.rint(32 * score) / 32;
        }
        return BinaryPredictions.of(labels, scores);
    }

    private static double[] weights() {
        return new SplittableRandom(7).doubles(ROWS).map(u -> 0.25 + 3 * u * u).toArray();
    }
}
