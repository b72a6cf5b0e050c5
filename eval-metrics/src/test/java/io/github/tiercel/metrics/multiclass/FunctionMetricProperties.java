package io.github.tiercel.metrics.multiclass;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.MulticlassPredictions;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A registered metric that is given again as a function is the same metric. */
class FunctionMetricProperties {

    /** What the differences in place of a gradient are good to, for metrics of size 1. */
    private static final double SLOPE_TOLERANCE = 1e-10;

    @Provide
    Arbitrary<MulticlassPredictions> predictions() {
        return RandomMulticlass.any();
    }

    @Property(seed = "42", tries = 300)
    void functionOfTheTableHasTheValueAndTheInfluenceOfItsFormula(
            @ForAll("predictions") MulticlassPredictions predictions) {
        for (Metric<MulticlassPredictions> metric : MulticlassMetrics.all()) {
            if (metric instanceof TableMetric formula) {
                TableMetric function = TableMetric.of("own", metric.direction(), metric.range(), formula::value);
                assertEquals(formula.value(predictions), function.value(predictions));
                if (formula.value(predictions).isDefined()) {
                    assertArrayEquals(
                            contributions(predictions, formula.influence(predictions)),
                            contributions(predictions, function.influence(predictions)),
                            SLOPE_TOLERANCE,
                            metric.name());
                }
            }
        }
    }

    @Property(seed = "42", tries = 300)
    void meanOfAFunctionIsTheMeanOfItsFormula(@ForAll("predictions") MulticlassPredictions predictions) {
        TopK topTwo = new TopK(2);
        RowMeanMetric anyScores = RowMeanMetric.of("own", topTwo.direction(), topTwo.range(), topTwo::rowValue);
        assertEquals(topTwo.value(predictions), anyScores.value(predictions));
        Brier brier = new Brier();
        RowMeanMetric probabilities =
                RowMeanMetric.ofProbabilities("own", brier.direction(), brier.range(), brier::rowValue);
        assertEquals(brier.value(predictions), probabilities.value(predictions));
        if (brier.value(predictions).isDefined()) {
            assertArrayEquals(brier.influence(predictions), probabilities.influence(predictions));
        }
    }

    private static double[] contributions(MulticlassPredictions predictions, double[] influence) {
        double total = IntStream.range(0, influence.length)
                .mapToDouble(predictions::weight)
                .sum();
        return IntStream.range(0, influence.length)
                .mapToDouble(row -> predictions.weight(row) / total * influence[row])
                .toArray();
    }
}
