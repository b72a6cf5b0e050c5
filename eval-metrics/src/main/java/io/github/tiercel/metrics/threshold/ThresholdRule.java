package io.github.tiercel.metrics.threshold;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.ScoreGroups;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.binary.ConfusionMatrix;
import io.github.tiercel.metrics.binary.ConfusionMetric;
import io.github.tiercel.metrics.binary.CostMatrix;
import io.github.tiercel.metrics.binary.FBeta;
import io.github.tiercel.metrics.binary.MeanCost;
import io.github.tiercel.metrics.binary.ScoreGroupMetric;
import io.github.tiercel.metrics.binary.ThresholdChoice;
import io.github.tiercel.metrics.binary.YoudenJ;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Chooses the threshold at which a metric is best, if need be among those where other metrics reach a floor.
 *
 * <p>Candidates are the observed scores, all of them in one pass from the highest downwards, because precision, F-beta
 * and cost have more than one peak. Of several best ones the highest is chosen; values that differ by rounding alone (4
 * ulps of the largest value the metric can take) are equal. The threshold is an observed score, not a number between
 * two, so that {@code score >= threshold} gives the same decisions wherever it is applied. Scores need not be
 * probabilities, and the thresholds of the given metrics do not count.
 *
 * <p>There is no choice, and the value is undefined, without positive rows; where the metric is defined at no
 * threshold; where no threshold reaches the floors; and where predicting nothing positive is better than every
 * threshold, as it can be for costs.
 *
 * <p>A rule is itself a metric: the value at the threshold it chooses. Chosen and measured on the same rows, that value
 * is optimistic, the more so the fewer positives there are; {@link CrossFittedThreshold} says what it is on other rows.
 * Neither the value nor {@link #threshold()} has influence values; {@code Bootstrap} gives the intervals of both, in
 * which every replicate chooses again.
 *
 * <p>Immutable, and safe for use by several threads. O(groups) after the shared sort.
 *
 * <pre>{@code
 * ThresholdRule rule = ThresholdRule.precisionAtLeast(0.9);
 * Optional<ThresholdChoice> choice = rule.choose(predictions.groups());
 * }</pre>
 *
 * @since 0.1
 */
public final class ThresholdRule implements ScoreGroupMetric {

    private final ConfusionMetric objective;
    private final List<Floor> floors;

    private ThresholdRule(ConfusionMetric objective, List<Floor> floors) {
        this.objective = objective;
        this.floors = List.copyOf(floors);
    }

    /**
     * {@return the rule that chooses where a metric is best}
     *
     * @param objective any metric of a decision that has a better and a worse end
     * @throws IllegalArgumentException if the metric has no direction
     */
    public static ThresholdRule best(ConfusionMetric objective) {
        if (objective.direction() == Direction.NEITHER) {
            throw new IllegalArgumentException(objective.name() + " has no direction in which it could be best");
        }
        return new ThresholdRule(objective, List.of());
    }

    /**
     * {@return the rule of the largest F-beta}
     *
     * @param beta how many times as much recall matters as precision; in [1e-6, 1e6], 1 for F1
     */
    public static ThresholdRule fBeta(double beta) {
        return best(new FBeta(beta, BinaryMetrics.DEFAULT_THRESHOLD));
    }

    /** {@return the rule of the largest Youden's J, the point of the ROC curve farthest above the diagonal} */
    public static ThresholdRule youden() {
        return best(new YoudenJ(BinaryMetrics.DEFAULT_THRESHOLD));
    }

    /**
     * {@return the rule of the least mean cost}
     *
     * <p>For calibrated probabilities it comes near the threshold of theory, {@code costFP / (costFP + costFN)} where
     * right decisions cost nothing.
     *
     * @param costs what each outcome costs
     */
    public static ThresholdRule leastCost(CostMatrix costs) {
        return best(new MeanCost(costs, BinaryMetrics.DEFAULT_THRESHOLD));
    }

    /**
     * {@return the rule of the largest recall among thresholds of at least this precision}
     *
     * @param floor the precision, in (0, 1]
     * @throws IllegalArgumentException if {@code floor} is not in (0, 1]
     */
    public static ThresholdRule precisionAtLeast(double floor) {
        return best(BinaryMetrics.RECALL).withFloor(BinaryMetrics.PRECISION, share(floor));
    }

    /**
     * {@return the rule of the largest precision among thresholds of at least this recall}
     *
     * @param floor the recall, in (0, 1]
     * @throws IllegalArgumentException if {@code floor} is not in (0, 1]
     */
    public static ThresholdRule recallAtLeast(double floor) {
        return best(BinaryMetrics.PRECISION).withFloor(BinaryMetrics.RECALL, share(floor));
    }

    /**
     * {@return the same rule among fewer thresholds: those where a metric is at least a number, or at most for a metric
     * whose smaller values are better}
     *
     * @param metric any metric of a decision that has a better and a worse end
     * @param floor the worst value of it that will do; one that misses it by rounding alone (a relative 1e-12) does
     * @throws IllegalArgumentException if the metric has no direction, or the number is not finite
     */
    public ThresholdRule withFloor(ConfusionMetric metric, double floor) {
        if (metric.direction() == Direction.NEITHER) {
            throw new IllegalArgumentException(metric.name() + " has no direction in which it could have a floor");
        }
        List<Floor> more = new ArrayList<>(floors);
        more.add(new Floor(metric, floor));
        return new ThresholdRule(objective, more);
    }

    /** {@return the name: {@code best_f1}, or {@code recall_at_precision_0.9} with a floor} */
    @Override
    public String name() {
        return floors.isEmpty()
                ? "best_" + objective.name()
                : floors.stream().map(Floor::name).collect(Collectors.joining("_and_", objective.name() + "_at_", ""));
    }

    @Override
    public Direction direction() {
        return objective.direction();
    }

    @Override
    public Range range() {
        return objective.range();
    }

    @Override
    public Value value(ScoreGroups groups) {
        return choose(groups).map(choice -> Value.of(choice.value())).orElseGet(() -> Value.undefined(whyNone(groups)));
    }

    /**
     * {@return the chosen threshold as a metric, undefined where there is no choice; named {@code best_f1_threshold}}
     */
    public ScoreGroupMetric threshold() {
        return new ChosenThreshold(this);
    }

    /**
     * {@return the chosen threshold with its value; empty where there is no choice, for the reason that {@link #value}
     * gives}
     *
     * @param groups the score groups
     */
    public Optional<ThresholdChoice> choose(ScoreGroups groups) {
        if (!(groups.positives() > 0)) {
            return Optional.empty();
        }
        OptionalInt group = bestGroup(groups);
        if (group.isEmpty()) {
            return Optional.empty();
        }
        double value = objectiveAfter(groups, group.getAsInt() + 1);
        return direction().isBetter(objectiveAfter(groups, 0), value, range())
                ? Optional.empty()
                : Optional.of(new ThresholdChoice(groups.score(group.getAsInt()), value));
    }

    /** What the rule makes as good as possible, at any decision. */
    Value objective(ConfusionMatrix matrix) {
        return objective.value(matrix);
    }

    private OptionalInt bestGroup(ScoreGroups groups) {
        double positives = groups.positives();
        double negatives = groups.negatives();
        return groups.best(
                direction(), range(), (tp, fp) -> reached(ConfusionMatrix.of(0, positives, negatives, tp, fp)));
    }

    /** The objective where the highest groups are predicted positive. */
    private double objectiveAfter(ScoreGroups groups, int predictedPositive) {
        return reached(ConfusionMatrix.upTo(groups, predictedPositive, 0));
    }

    /** The objective; NaN where it is undefined or misses a floor. */
    private double reached(ConfusionMatrix matrix) {
        for (Floor floor : floors) {
            if (!floor.isReachedBy(matrix)) {
                return Double.NaN;
            }
        }
        return objective.value(matrix).orNaN();
    }

    private UndefinedReason whyNone(ScoreGroups groups) {
        if (!(groups.total() > 0)) {
            return UndefinedReason.EMPTY;
        }
        if (!(groups.positives() > 0)) {
            return UndefinedReason.NO_POSITIVES;
        }
        if (bestGroup(groups).isPresent()) {
            return UndefinedReason.NOTHING_IS_BETTER;
        }
        return new ThresholdRule(objective, List.of()).bestGroup(groups).isPresent()
                ? UndefinedReason.FLOOR_OUT_OF_REACH
                : objective
                        .value(ConfusionMatrix.upTo(groups, groups.size(), 0))
                        .reason()
                        .orElseThrow();
    }

    private static double share(double floor) {
        if (!(floor > 0 && floor <= 1)) {
            throw new IllegalArgumentException("floor must be in (0, 1], got " + floor);
        }
        return floor;
    }
}
