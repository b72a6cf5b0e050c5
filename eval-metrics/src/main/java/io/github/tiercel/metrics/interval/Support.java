package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.MeanMetric;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.RankingPredictions;
import io.github.tiercel.metrics.multiclass.ClassMetric;
import java.util.stream.IntStream;

/**
 * How many units a value rests on: those that hold the rarer class of two, the rarest of the classes that a metric of
 * several rests on, a relevant row, else all. A unit is a row, or a cluster; under weights their effective number.
 */
final class Support {

    private Support() {}

    /** The number that decides whether an estimate is flagged as one from few rows. */
    static double of(Metric<?> metric, Predictions predictions, Design design) {
        if (predictions instanceof BinaryPredictions binary) {
            return ClassUnits.of(design, binary).rarer();
        }
        if (predictions instanceof MulticlassPredictions several && metric instanceof ClassMetric of) {
            return rarest(of, several, design);
        }
        return predictions instanceof RankingPredictions ranking
                ? relevantUnits(ranking, design)
                : EffectiveUnits.own(design, predictions, row -> true);
    }

    /** Units of the rarest class that the metric rests on and that has rows. */
    static double rarest(ClassMetric metric, MulticlassPredictions predictions, Design design) {
        return classes(metric, predictions)
                .mapToDouble(c -> EffectiveUnits.areRows(design, predictions)
                        ? predictions.classRows(c)
                        : EffectiveUnits.own(design, predictions, row -> predictions.label(row) == c))
                .min()
                .orElseGet(() -> EffectiveUnits.own(design, predictions, row -> true));
    }

    /**
     * The effective number of units that could have shown a mistake where a value is at the end of its range: those a
     * mean is of; for other metrics the rarer class, or independent pairs of rows.
     */
    static double effective(Subject<?> subject) {
        if (subject.metric() instanceof MeanMetric<?> mean) {
            return ofMean(mean, subject);
        }
        Predictions predictions = subject.predictions();
        Design design = subject.design();
        if (predictions instanceof BinaryPredictions binary) {
            return Math.min(
                    EffectiveUnits.all(design, binary, binary::label),
                    EffectiveUnits.all(design, binary, row -> !binary.label(row)));
        }
        if (predictions instanceof MulticlassPredictions several) {
            return ofRarestClass(subject.metric(), several, design);
        }
        return EffectiveUnits.all(design, predictions, row -> true) / 2;
    }

    private static <P extends Predictions> double ofMean(MeanMetric<P> mean, Subject<?> subject) {
        return UnitTerms.of(mean.terms(mean.reads().cast(subject.predictions())), subject.design())
                .effective();
    }

    private static double ofRarestClass(Metric<?> metric, MulticlassPredictions predictions, Design design) {
        return classes(metric, predictions)
                .mapToDouble(c -> EffectiveUnits.all(design, predictions, row -> predictions.label(row) == c))
                .min()
                .orElse(0);
    }

    /** The classes that have rows and that the metric rests on, all if it names none. */
    static IntStream classes(Metric<?> metric, MulticlassPredictions predictions) {
        return IntStream.range(0, predictions.classes().size())
                .filter(c -> predictions.classRows(c) > 0)
                .filter(c -> !(metric instanceof ClassMetric of)
                        || of.restsOn(predictions.classes().get(c)));
    }

    /** A query counts once, however many relevant rows it has, so a unit weighs what its heaviest row does. */
    private static double relevantUnits(RankingPredictions predictions, Design design) {
        double[] weights = new double[design.units()];
        for (int row = 0; row < predictions.rows(); row++) {
            if (predictions.relevance(row) > 0) {
                int unit = design.unit(row);
                weights[unit] = Math.max(weights[unit], predictions.weight(row) / design.sampleWeight(row));
            }
        }
        return EffectiveUnits.kish(weights.length, unit -> weights[unit]);
    }
}
