package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Metrics whose names carry numbers, such as {@code partial_auc_0.1} or {@code cost_1_5}. A number is a plain decimal,
 * and has one spelling only, so that a metric has one name only: {@code 0.1}, neither {@code .1} nor {@code 0.10}.
 */
final class NumberedNames {

    private static final String SEPARATOR = "_";
    private static final Pattern NUMBERS = Pattern.compile("-?\\d+(\\.\\d+)?(_-?\\d+(\\.\\d+)?)*");

    private static final List<Kind> KINDS = List.of(
            new Kind(PartialRocAuc.PREFIX, "FPR", NumberedNames::byFalsePositiveRate),
            new Kind(PartialRocAuc.RAW_PREFIX, "FPR", numbers -> byFalsePositiveRate(numbers)
                    .map(PartialRocAuc::raw)),
            new Kind(PartialRocAuc.SENSITIVITY_PREFIX, "TPR", NumberedNames::bySensitivity),
            new Kind(PartialRocAuc.RAW_SENSITIVITY_PREFIX, "TPR", numbers -> bySensitivity(numbers)
                    .map(PartialRocAuc::raw)),
            new Kind(FBeta.PREFIX, "BETA", of(beta -> new FBeta(beta, BinaryMetrics.DEFAULT_THRESHOLD))),
            new Kind(MeanCost.PREFIX, "FP_FN", NumberedNames::cost),
            new Kind(PrecisionAtRecall.PREFIX, "RECALL", of(PrecisionAtRecall::new)),
            new Kind(RecallAtPrecision.PREFIX, "PRECISION", of(RecallAtPrecision::new)),
            new Kind(Lift.PREFIX, "FRACTION", of(Lift::new)),
            new Kind(Gain.PREFIX, "FRACTION", of(Gain::new)));

    private NumberedNames() {}

    static List<String> patterns() {
        return KINDS.stream().map(kind -> kind.prefix() + kind.parameters()).toList();
    }

    static Optional<Metric<BinaryPredictions>> find(String name) {
        return KINDS.stream().flatMap(kind -> kind.find(name).stream()).findFirst();
    }

    private static Optional<PartialRocAuc> byFalsePositiveRate(double[] numbers) {
        return switch (numbers.length) {
            case 1 -> Optional.of(PartialRocAuc.byFalsePositiveRate(0, numbers[0]));
            case 2 -> Optional.of(PartialRocAuc.byFalsePositiveRate(numbers[0], numbers[1]));
            default -> Optional.empty();
        };
    }

    private static Optional<PartialRocAuc> bySensitivity(double[] numbers) {
        return switch (numbers.length) {
            case 1 -> Optional.of(PartialRocAuc.bySensitivity(numbers[0], 1));
            case 2 -> Optional.of(PartialRocAuc.bySensitivity(numbers[0], numbers[1]));
            default -> Optional.empty();
        };
    }

    private static Optional<MeanCost> cost(double[] numbers) {
        return switch (numbers.length) {
            case 2 -> Optional.of(cost(CostMatrix.ofErrors(numbers[0], numbers[1])));
            case 4 -> Optional.of(cost(new CostMatrix(numbers[0], numbers[1], numbers[2], numbers[3])));
            default -> Optional.empty();
        };
    }

    private static MeanCost cost(CostMatrix costs) {
        return new MeanCost(costs, BinaryMetrics.DEFAULT_THRESHOLD);
    }

    private static Function<double[], Optional<? extends Metric<BinaryPredictions>>> of(
            Function<Double, Metric<BinaryPredictions>> metric) {
        return numbers -> numbers.length == 1 ? Optional.of(metric.apply(numbers[0])) : Optional.empty();
    }

    /** Metrics of one prefix, by the numbers that follow it. */
    private record Kind(
            String prefix,
            String parameters,
            Function<double[], Optional<? extends Metric<BinaryPredictions>>> metric) {

        Optional<Metric<BinaryPredictions>> find(String name) {
            String numbers = name.startsWith(prefix) ? name.substring(prefix.length()) : "";
            return NUMBERS.matcher(numbers).matches()
                    ? metric(numbers).filter(metric -> metric.name().equals(name))
                    : Optional.empty();
        }

        private Optional<Metric<BinaryPredictions>> metric(String numbers) {
            double[] parsed = Arrays.stream(numbers.split(SEPARATOR))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            try {
                return metric.apply(parsed).map(found -> found);
            } catch (IllegalArgumentException outOfRange) {
                return Optional.empty();
            }
        }
    }
}
