package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.MeanMetric;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.RankingPredictions;
import io.github.tiercel.metrics.multiclass.ClassMetric;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * How many rows or queries a value rests on: the rarer class of two, the rarest of the classes that a metric of several
 * rests on, the queries with a relevant row, else all rows.
 */
final class Support {

    private Support() {}

    /** The number that decides whether an estimate is flagged as one from few rows. */
    static int of(Metric<?> metric, Predictions predictions) {
        if (predictions instanceof BinaryPredictions binary) {
            return Evidence.rarerClass(binary);
        }
        if (predictions instanceof MulticlassPredictions several && metric instanceof ClassMetric of) {
            return rarest(of, several);
        }
        return predictions instanceof RankingPredictions ranking
                ? ranking.relevantQueries()
                : predictions.weightedRows();
    }

    /** Rows of the rarest class that the metric rests on and that has rows. */
    static int rarest(ClassMetric metric, MulticlassPredictions predictions) {
        return IntStream.range(0, predictions.classes().size())
                .filter(c -> metric.restsOn(predictions.classes().get(c)))
                .map(predictions::classRows)
                .filter(rows -> rows > 0)
                .min()
                .orElse(predictions.weightedRows());
    }

    /**
     * Kish's effective number of the rows (or units) that could have shown a mistake where a value is at the end of its
     * range: those a mean is of; for other metrics the rarer class, or independent pairs of rows.
     */
    static double effective(Subject<?> subject) {
        if (subject.metric() instanceof MeanMetric<?> mean) {
            return ofMean(mean, subject);
        }
        Predictions predictions = subject.predictions();
        if (predictions instanceof BinaryPredictions binary) {
            return Math.min(kish(binary, binary::label), kish(binary, row -> !binary.label(row)));
        }
        if (predictions instanceof MulticlassPredictions several) {
            return ofRarestClass(subject.metric(), several);
        }
        return kish(predictions, row -> true) / 2;
    }

    private static <P extends Predictions> double ofMean(MeanMetric<P> mean, Subject<?> subject) {
        return UnitTerms.of(mean.terms(mean.reads().cast(subject.predictions())), subject.design())
                .effective();
    }

    private static double ofRarestClass(Metric<?> metric, MulticlassPredictions predictions) {
        return IntStream.range(0, predictions.classes().size())
                .filter(c -> predictions.classRows(c) > 0)
                .filter(c -> !(metric instanceof ClassMetric of)
                        || of.restsOn(predictions.classes().get(c)))
                .mapToDouble(c -> kish(predictions, row -> predictions.label(row) == c))
                .min()
                .orElse(0);
    }

    /** Kish's effective number of some rows under weights, {@code (sum w)² / sum w²}; 0 for none. */
    static double kish(Predictions predictions, IntPredicate counts) {
        double sum = 0;
        double squares = 0;
        for (int row = 0; row < predictions.rows(); row++) {
            if (counts.test(row)) {
                sum += predictions.weight(row);
                squares += predictions.weight(row) * predictions.weight(row);
            }
        }
        return squares == 0 ? 0 : sum / squares * sum;
    }
}
