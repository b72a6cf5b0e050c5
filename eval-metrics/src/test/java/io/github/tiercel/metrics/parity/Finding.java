package io.github.tiercel.metrics.parity;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.RankingPredictions;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.binary.LogLoss;
import io.github.tiercel.metrics.multiclass.ConfusionTable;
import io.github.tiercel.metrics.multiclass.MulticlassMetrics;
import io.github.tiercel.metrics.ranking.Counting;
import io.github.tiercel.metrics.ranking.RankingMetrics;
import io.github.tiercel.metrics.ranking.Ties;
import io.github.tiercel.metrics.ranking.WithoutRelevant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** What Tiercel and another program give for one metric of one case, with what would explain a difference. */
record Finding<P extends Predictions>(
        P predictions, Metric<P> metric, String name, Value ours, Optional<Double> theirs) {

    private static final double RELATIVE = 1e-10;

    private static final int BINS = 15;

    /** Fifty ulps of 1, for values near 0 that are differences of numbers of size 1, such as a correlation. */
    private static final double ABSOLUTE = 1e-14;

    boolean isAgreement() {
        return ours.isDefined() && agreesWith(ours.orNaN());
    }

    boolean isAbsenceOnBothSides() {
        return !ours.isDefined() && theirs.isEmpty();
    }

    boolean agreesWith(double number) {
        return isWithin(number, RELATIVE);
    }

    private boolean isWithin(double number, double relative) {
        return theirs.isPresent()
                && (theirs.get() == number
                        || Math.abs(number - theirs.get()) <= relative * Math.abs(theirs.get()) + ABSOLUTE);
    }

    /** {@return whether a name of the list, such as {@code top_K} or {@code @K}, covers this one} */
    boolean isOf(String listed) {
        String pattern = listed.replaceAll("[\\[\\].]", "\\\\$0")
                .replace("every metric", ".*")
                .replace("CLASS", ".*")
                .replace("top_K", "top_[0-9]+")
                .replace("@K", "[a-z_]+@[0-9]+")
                .replace("fBETA", "f[0-9.]+")
                .replaceAll("_[PR]$", "_[0-9.]+");
        return metric.name().matches(pattern);
    }

    boolean isNumberWhereOthersHaveNone() {
        return ours.isDefined() && theirs.isEmpty();
    }

    // Two classes

    boolean isRecallOfTheOnlyClass() {
        return predictions instanceof BinaryPredictions binary
                && agreesWith(BinaryMetrics.RECALL
                        .value(binary)
                        .orElse(BinaryMetrics.SPECIFICITY.value(binary).orNaN()));
    }

    boolean isLogLossOfClampedScores() {
        if (!(predictions instanceof BinaryPredictions binary)) {
            return false;
        }
        boolean[] labels = new boolean[binary.rows()];
        double[] clamped = new double[labels.length];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = binary.label(row);
            clamped[row] = Math.max(0, Math.min(1, binary.score(row)));
        }
        BinaryPredictions inside = BinaryPredictions.of(labels, clamped).withWeights(numbers(binary, binary::weight));
        return agreesWith(BinaryMetrics.LOG_LOSS.value(inside).orNaN());
    }

    boolean isLogLossOfFloats() {
        // 32-bit sums of logarithms have six digits.
        return name.endsWith("of float32")
                && predictions instanceof BinaryPredictions binary
                && isWithin(new LogLoss(Math.ulp(1f)).value(binary).orNaN(), 1e-5);
    }

    boolean isCalibrationErrorOfLowerBins() {
        double[] edges = new double[BINS];
        Arrays.setAll(edges, edge -> edge * (1.0 / BINS));
        return predictions instanceof BinaryPredictions binary && agreesWith(calibrationError(binary, edges));
    }

    /** Edges as numpy.percentile has them, to the last digit: whether a score lies on one decides its bin. */
    boolean isCalibrationErrorOfQuantileBins() {
        if (!(predictions instanceof BinaryPredictions binary)) {
            return false;
        }
        double[] sorted = numbers(binary, binary::score);
        Arrays.sort(sorted);
        double[] edges = new double[BINS];
        for (int edge = 0; edge < BINS; edge++) {
            double place = (sorted.length - 1) * (edge * (1.0 / BINS) * 100 / 100);
            int below = (int) place;
            double low = sorted[below];
            double high = sorted[Math.min(below + 1, sorted.length - 1)];
            double part = place - below;
            edges[edge] = part < 0.5 ? low + (high - low) * part : high - (high - low) * (1 - part);
        }
        return agreesWith(calibrationError(binary, edges));
    }

    /** The expected calibration error over bins that hold their upper edge. */
    private static double calibrationError(BinaryPredictions binary, double[] edges) {
        double[] excess = new double[edges.length];
        for (int row = 0; row < binary.rows(); row++) {
            int bin = 1;
            while (bin < edges.length && edges[bin] < binary.score(row)) {
                bin++;
            }
            excess[bin - 1] += binary.score(row) - (binary.label(row) ? 1 : 0);
        }
        return Arrays.stream(excess).map(Math::abs).sum() / binary.rows();
    }

    // Several classes

    boolean isMeanOfRatesWithZeros() {
        return predictions instanceof MulticlassPredictions several
                && agreesWith(mean(several, c -> rate(several, c), c -> 1));
    }

    boolean isWeightedMeanOfRatesWithZeros() {
        return predictions instanceof MulticlassPredictions several
                && agreesWith(mean(several, c -> rate(several, c), c -> weight(several, c)));
    }

    boolean isMeanOfPresentRecalls() {
        return predictions instanceof MulticlassPredictions several
                && agreesWith(mean(
                        several,
                        c -> MulticlassMetrics.recall(several.classes().get(c))
                                .value(several)
                                .orElse(0),
                        c -> several.classRows(c) > 0 ? 1 : 0));
    }

    boolean isMeanOfAveragePrecisionsWithZeros() {
        return predictions instanceof MulticlassPredictions several
                && agreesWith(mean(
                        several,
                        c -> BinaryMetrics.AVERAGE_PRECISION
                                .value(several.oneVersusRest(c))
                                .orElse(0),
                        c -> 1));
    }

    /** {@code precision_macro} is a mean of {@code precision[CLASS]}. */
    private double rate(MulticlassPredictions several, int c) {
        String rate = name.substring(0, name.indexOf('_'));
        return MulticlassMetrics.named(rate + "[" + several.classes().get(c) + "]")
                .orElseThrow()
                .value(several)
                .orElse(0);
    }

    private static double weight(MulticlassPredictions several, int c) {
        return Arrays.stream(numbers(several, row -> several.label(row) == c ? several.weight(row) : 0))
                .sum();
    }

    private static double mean(MulticlassPredictions several, IntToDoubleFunction ofClass, IntToDoubleFunction weight) {
        int[] classes = IntStream.range(0, several.classes().size()).toArray();
        double total = Arrays.stream(classes).mapToDouble(weight).sum();
        return Arrays.stream(classes)
                        .mapToDouble(c -> weight.applyAsDouble(c) * ofClass.applyAsDouble(c))
                        .sum()
                / total;
    }

    boolean isValueOfPresentClasses() {
        if (!(predictions instanceof MulticlassPredictions several)) {
            return false;
        }
        int[] present = IntStream.range(0, several.classes().size())
                .filter(c -> several.classRows(c) > 0)
                .toArray();
        List<String> classes =
                Arrays.stream(present).mapToObj(several.classes()::get).toList();
        int[] labels = IntStream.range(0, several.rows())
                .map(row -> Arrays.binarySearch(present, several.label(row)))
                .toArray();
        double[][] scores = new double[present.length][];
        Arrays.setAll(scores, c -> numbers(several, row -> several.score(present[c], row)));
        MulticlassPredictions fewer = MulticlassPredictions.of(classes, labels, scores);
        return agreesWith(
                MulticlassMetrics.named(name).orElseThrow().value(fewer).orNaN());
    }

    /** Sums of numbers of size 1 are right to some ulps, before they are divided by what the largest class leaves. */
    boolean isMccUpToRounding() {
        if (theirs.isEmpty()) {
            return false;
        }
        ConfusionTable table = ConfusionTable.of(
                predictions instanceof BinaryPredictions binary
                        ? decisions(binary)
                        : (MulticlassPredictions) (Predictions) predictions);
        double root = Math.sqrt(spread(table, table::labelled) * spread(table, table::predicted));
        return Math.abs(ours.orNaN() - theirs.get()) <= 8 * Math.ulp(1.0) / root;
    }

    private static MulticlassPredictions decisions(BinaryPredictions binary) {
        int[] labels = IntStream.range(0, binary.rows())
                .map(row -> binary.label(row) ? 1 : 0)
                .toArray();
        double[] positive = numbers(binary, row -> binary.score(row) >= 0.5 ? 1 : 0);
        double[] negative = numbers(binary, row -> 1 - positive[row]);
        return MulticlassPredictions.of(
                List.of("negative", "positive"),
                labels,
                new double[][] {negative, positive},
                numbers(binary, binary::weight));
    }

    private static double spread(ConfusionTable table, IntToDoubleFunction weight) {
        double before = 0;
        double sum = 0;
        for (int c = 0; c < table.classes().size(); c++) {
            double share = weight.applyAsDouble(c) / table.total();
            sum += 2 * before * share;
            before += share;
        }
        return sum;
    }

    boolean isNormalisedLogLoss() {
        return predictions instanceof MulticlassPredictions several
                && agreesWith(
                        MulticlassMetrics.LOG_LOSS_NORMALISED.value(several).orNaN());
    }

    boolean isTopKByHighestIndex() {
        if (!(predictions instanceof MulticlassPredictions several)) {
            return false;
        }
        int k = Integer.parseInt(name.substring("top_".length()));
        double total = Arrays.stream(numbers(several, several::weight)).sum();
        double[] hits = numbers(several, row -> placeByHighestIndex(several, row) < k ? several.weight(row) : 0);
        return agreesWith(Arrays.stream(hits).sum() / total);
    }

    private static int placeByHighestIndex(MulticlassPredictions several, int row) {
        double own = several.score(several.label(row), row);
        int before = 0;
        for (int c = 0; c < several.classes().size(); c++) {
            double score = several.score(c, row);
            before += score > own || (score == own && c > several.label(row)) ? 1 : 0;
        }
        return before;
    }

    // Numbers

    boolean isLowerMedian() {
        return predictions instanceof RegressionPredictions numbers
                && theirs.isPresent()
                && theirs.get() < ours.orNaN()
                && Arrays.stream(errors(numbers)).anyMatch(error -> error == theirs.get());
    }

    boolean isLargestErrorOfAllRows() {
        return predictions instanceof RegressionPredictions numbers
                && agreesWith(Arrays.stream(errors(numbers)).max().orElse(Double.NaN));
    }

    private static double[] errors(RegressionPredictions numbers) {
        return numbers(numbers, row -> Math.abs(numbers.label(row) - numbers.predicted(row)));
    }

    // Rankings

    boolean countsQueriesWithoutRelevantRowsZero() {
        Counting zero = new Counting(WithoutRelevant.ZERO, Ties.AVERAGED);
        return predictions instanceof RankingPredictions ranking
                && RankingMetrics.MRR.perQuery(ranking).withoutRelevant() > 0
                && agreesWith(RankingMetrics.named(name, zero)
                        .orElseThrow()
                        .value(ranking)
                        .orNaN());
    }

    boolean isMeanOfOneStepAveragePrecisions() {
        if (!(predictions instanceof RankingPredictions ranking)) {
            return false;
        }
        double sum = 0;
        double total = 0;
        for (int q : IntStream.range(0, ranking.rows())
                .map(ranking::query)
                .distinct()
                .toArray()) {
            RankingPredictions query = ranking.select(IntStream.range(0, ranking.rows())
                    .filter(row -> ranking.query(row) == q)
                    .toArray());
            boolean[] relevant = new boolean[query.rows()];
            for (int row = 0; row < relevant.length; row++) {
                relevant[row] = query.relevance(row) > 0;
            }
            BinaryPredictions binary = BinaryPredictions.of(relevant, numbers(query, query::score));
            sum += query.weight(0)
                    * BinaryMetrics.AVERAGE_PRECISION.value(binary).orElse(0);
            total += query.weight(0);
        }
        return agreesWith(sum / total);
    }

    private static double[] numbers(Predictions predictions, IntToDoubleFunction number) {
        return IntStream.range(0, predictions.rows()).mapToDouble(number).toArray();
    }
}
