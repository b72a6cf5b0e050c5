package io.github.tiercel.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.metrics.multiclass.RandomMulticlass;
import io.github.tiercel.metrics.ranking.RandomRankings;
import io.github.tiercel.metrics.registry.MetricFamily;
import io.github.tiercel.metrics.regression.RandomRegression;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every mean of every task. */
class MeanMetricProperties {

    @Provide
    Arbitrary<Predictions> predictions() {
        return Arbitraries.oneOf(
                RandomPredictions.probabilities().map(predictions -> predictions),
                RandomMulticlass.any().map(predictions -> predictions),
                RandomRegression.any().map(predictions -> predictions),
                RandomRankings.any().map(predictions -> predictions));
    }

    @Property(tries = 300, seed = "3")
    void aMeanIsTheWeightedMeanOfItsTerms(@ForAll("predictions") Predictions predictions) {
        for (Task task : Task.values()) {
            if (task.predictions().isInstance(predictions)) {
                MetricFamily.of(task).all().forEach(metric -> assertMean(metric, predictions));
            }
        }
    }

    private static <P extends Predictions> void assertMean(Metric<P> metric, Predictions given) {
        P predictions = metric.reads().cast(given);
        Value value = metric.value(predictions);
        if (!value.isDefined() || !(metric instanceof MeanMetric<P> mean)) {
            return;
        }
        MeanTerms terms = mean.terms(predictions);
        double total = 0;
        for (int row = 0; row < terms.rows(); row++) {
            total += terms.weight(row);
        }
        double actual = 0;
        for (int row = 0; row < terms.rows(); row++) {
            actual += terms.weight(row) / total * terms.value(row);
        }
        double expected = value.orNaN();
        assertEquals(expected, actual, 1e-12 * Math.max(1, Math.abs(expected)), metric.name());
    }
}
