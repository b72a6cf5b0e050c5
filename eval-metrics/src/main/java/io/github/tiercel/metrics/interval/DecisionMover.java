package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.LabelWeights;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.binary.ConfusionMatrix;
import io.github.tiercel.metrics.binary.ConfusionMetric;
import java.util.Optional;
import java.util.function.DoubleFunction;

/**
 * The interval of a function of the confusion matrix, such as f1 or mcc, from a sample in which each label is a
 * stratum. Labels are known, so the matrix is a function of few shares that vary independently of each other: the share
 * of each label that is predicted positive; in a slice also the share of each label that is in it; for the world also
 * the share of positive rows. Each share goes to its Wilson limits while the others stay, and what that does to the
 * value is joined by the method of variance estimates recovery: {@code sqrt(sum (value - least)²)} below,
 * {@code sqrt(sum (most - value)²)} above.
 *
 * <p>Where positive rows are drawn more often than others, a sampled false positive stands for many. With four of them
 * the linearised error held mcc in .92 of samples at level .95, with one in .70, and with none there is no such error;
 * these limits held it in .95 to .98, and precision, which may be at the end of its range, in .92 to .98.
 *
 * <p>For the value on the full set the number of rows behind a Wilson limit is {@code n (N - 1) / (N - n)}, as in
 * {@link MoverWilson}.
 *
 * <p>Source: G. Y. Zou, A. Donner, Statistics in Medicine 27 (2008), doi:10.1002/sim.3095.
 */
final class DecisionMover {

    private static final int FEWEST_DECISIONS = 5;

    private final ConfusionMetric metric;
    private final double value;
    private final double level;
    private final LabelStrata strata;
    private final LabelSample positives;
    private final LabelSample negatives;

    private DecisionMover(
            ConfusionMetric metric,
            double value,
            double level,
            LabelStrata strata,
            LabelSample positives,
            LabelSample negatives) {
        this.metric = metric;
        this.value = value;
        this.level = level;
        this.strata = strata;
        this.positives = positives;
        this.negatives = negatives;
    }

    /** Empty unless each label is a stratum and has rows. */
    static Optional<DecisionMover> of(Subject<?> subject) {
        return subject.metric() instanceof ConfusionMetric metric
                        && subject.predictions() instanceof BinaryPredictions binary
                ? of(metric, binary, subject.value(), subject.design(), subject.level())
                : Optional.empty();
    }

    /** Empty unless each label is a stratum and has rows. */
    static Optional<DecisionMover> of(
            ConfusionMetric metric, BinaryPredictions predictions, double value, Design design, double level) {
        Optional<LabelStrata> found = LabelStrata.of(design, predictions);
        if (found.isEmpty() || predictions.positives() == 0 || predictions.negatives() == 0) {
            return Optional.empty();
        }
        LabelStrata strata = found.get();
        ConfusionMatrix matrix = ConfusionMatrix.at(predictions, metric.threshold());
        LabelWeights weights = predictions.labelWeights().orElseThrow();
        LabelSample positives = new LabelSample(
                design.population(strata.positives()),
                design.sampled(strata.positives()),
                predictions.positives(),
                Math.rint(matrix.truePositives() / weights.positive()));
        LabelSample negatives = new LabelSample(
                design.population(strata.negatives()),
                design.sampled(strata.negatives()),
                predictions.negatives(),
                Math.rint(matrix.falsePositives() / weights.negative()));
        return Optional.of(new DecisionMover(metric, value, level, strata, positives, negatives));
    }

    /** Empty where the value could be anything, however wide its range. */
    Optional<ErrorPlan> plan(Design design) {
        return Double.isFinite(population().width())
                ? Optional.of(ErrorPlan.of(
                        design,
                        sampled -> Optional.of(at(sampled).fullSet()),
                        sampled -> Optional.of(at(sampled).population())))
                : Optional.empty();
    }

    /** The same shares within labels, in a sample of other sizes. */
    DecisionMover at(int[] sampled) {
        return new DecisionMover(
                metric,
                value,
                level,
                strata,
                positives.at(sampled[strata.positives()]),
                negatives.at(sampled[strata.negatives()]));
    }

    /** Whether a handful of right decisions of either kind is all there is. */
    boolean restsOnFew() {
        return Math.min(positives.predicted(), negatives.rows() - negatives.predicted()) < FEWEST_DECISIONS;
    }

    Interval fullSet() {
        return interval(ofShares(true));
    }

    Interval population() {
        return interval(ofShares(false).and(moved(positivesInWorld(), this::withPositivesInWorld)));
    }

    private Interval interval(Reach reach) {
        return reach.around(value, metric.range(), level, "mover-wilson");
    }

    private Reach ofShares(boolean finite) {
        return ofPositives(finite)
                .and(ofNegatives(finite))
                .and(moved(positives.present(finite), this::withPositivesPresent))
                .and(moved(negatives.present(finite), this::withNegativesPresent));
    }

    /** As the share of positive rows that are predicted so moves. */
    Reach ofPositives(boolean finite) {
        return moved(positives.decided(finite), share -> at(positives.withDecided(share), negatives));
    }

    /** As the share of negative rows that are predicted positive moves. */
    Reach ofNegatives(boolean finite) {
        return moved(negatives.decided(finite), share -> at(positives, negatives.withDecided(share)));
    }

    LabelSample positives() {
        return positives;
    }

    LabelSample negatives() {
        return negatives;
    }

    Value withPositivesPresent(double share) {
        return at(positives.withPresent(share), negatives);
    }

    Value withNegativesPresent(double share) {
        return at(positives, negatives.withPresent(share));
    }

    /** The share of positive rows, as all rows tell it. */
    LabelSample.Share positivesInWorld() {
        double rows = positives.all() + negatives.all();
        return new LabelSample.Share(positives.all() / rows, rows);
    }

    Value withPositivesInWorld(double share) {
        double rows = positives.all() + negatives.all();
        return at(positives.withAll(share * rows), negatives.withAll((1 - share) * rows));
    }

    private Reach moved(LabelSample.Share share, DoubleFunction<Value> valueAt) {
        return Reach.of(share, value, metric.range(), level, valueAt);
    }

    private Value at(LabelSample ofPositives, LabelSample ofNegatives) {
        double truePositives = ofPositives.predictedInAll();
        double falsePositives = ofNegatives.predictedInAll();
        return metric.value(new ConfusionMatrix(
                metric.threshold(),
                truePositives,
                falsePositives,
                Math.max(0, ofPositives.inAll() - truePositives),
                Math.max(0, ofNegatives.inAll() - falsePositives)));
    }

    double value() {
        return value;
    }

    Range range() {
        return metric.range();
    }
}
