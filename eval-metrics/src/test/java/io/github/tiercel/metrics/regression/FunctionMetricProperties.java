package io.github.tiercel.metrics.regression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.metrics.RegressionPredictions;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A registered metric that is given again as a function is the same metric. */
class FunctionMetricProperties {

    @Provide
    Arbitrary<RegressionPredictions> predictions() {
        return RandomRegression.any();
    }

    @Property(seed = "42")
    void meanOfAFunctionIsTheMeanOfItsFormula(@ForAll("predictions") RegressionPredictions predictions) {
        for (RowErrorMetric formula : new RowErrorMetric[] {RegressionMetrics.MAE, new Pinball(0.9)}) {
            RowErrorMetric function = RowErrorMetric.of("own", formula::rowError);
            assertEquals(formula.value(predictions), function.value(predictions));
            if (formula.value(predictions).isDefined()) {
                assertArrayEquals(formula.influence(predictions), function.influence(predictions));
            }
        }
    }
}
