package io.github.tiercel.metrics.binary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.RandomPredictions;
import io.github.tiercel.metrics.Value;
import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A registered metric that is given again as a function is the same metric. */
class FunctionMetricProperties {

    /** What the differences in place of a gradient are good to, for metrics of size 1 to 5. */
    private static final double SLOPE_TOLERANCE = 1e-10;

    @Provide
    Arbitrary<BinaryPredictions> predictions() {
        return RandomPredictions.any();
    }

    @Property(seed = "42")
    void functionOfTheMatrixHasTheValueAndTheInfluenceOfItsFormula(
            @ForAll("predictions") BinaryPredictions predictions) {
        for (Metric<BinaryPredictions> metric : BinaryMetrics.all()) {
            if (metric instanceof ConfusionMetric formula) {
                ConfusionMetric function = ConfusionMetric.of(
                        "own", metric.direction(), metric.range(), formula.threshold(), formula::value);
                assertEquals(formula.value(predictions), function.value(predictions));
                assertEquals(formula.value(predictions.groups()), function.value(predictions.groups()));
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

    @Property(seed = "42")
    void meanOfAFunctionIsTheMeanOfItsFormula(@ForAll("predictions") BinaryPredictions predictions) {
        for (RowMeanMetric formula : new RowMeanMetric[] {BinaryMetrics.LOG_LOSS, BinaryMetrics.BRIER}) {
            RowMeanMetric function =
                    RowMeanMetric.ofProbabilities("own", formula.direction(), formula.range(), formula::rowValue);
            Value value = formula.value(predictions);
            assertEquals(value.reason(), function.value(predictions).reason());
            if (value.isDefined()) {
                // The library multiplies probabilities where a function of one's own adds up logarithms.
                double rounding = 1e-14 * Math.max(1, value.orNaN());
                assertEquals(value.orNaN(), function.value(predictions).orNaN(), rounding);
                assertArrayEquals(formula.influence(predictions), function.influence(predictions), rounding);
            }
        }
    }

    @Property(seed = "42")
    void functionOfTheGroupsOrOfTheRowsIsTheFunction(@ForAll("predictions") BinaryPredictions predictions) {
        RocAuc auc = BinaryMetrics.ROC_AUC;
        assertEquals(
                auc.value(predictions),
                ScoreGroupMetric.of("own", auc.direction(), auc.range(), auc::value)
                        .value(predictions));
        assertEquals(
                auc.value(predictions),
                Metric.of(BinaryPredictions.class, "own", auc.direction(), auc.range(), auc::value)
                        .value(predictions));
    }

    private static double[] contributions(BinaryPredictions predictions, double[] influence) {
        double[] contributions = Variants.weights(predictions);
        double total = Arrays.stream(contributions).sum();
        for (int row = 0; row < influence.length; row++) {
            contributions[row] *= influence[row] / total;
        }
        return contributions;
    }
}
