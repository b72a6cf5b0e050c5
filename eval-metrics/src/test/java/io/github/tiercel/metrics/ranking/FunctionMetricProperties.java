package io.github.tiercel.metrics.ranking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.metrics.RankingPredictions;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A registered metric that is given again as a function is the same metric. */
class FunctionMetricProperties {

    @Provide
    Arbitrary<RankingPredictions> predictions() {
        return RandomRankings.any();
    }

    @Property(seed = "42")
    void meanOfAFunctionOverQueriesIsTheMeanOfItsFormula(@ForAll("predictions") RankingPredictions predictions) {
        for (QueryMeanMetric formula : RankingMetrics.all()) {
            QueryMeanMetric function = QueryMeanMetric.of(
                    "own", formula.direction(), formula.range(), formula.counting(), formula::queryValue);
            assertEquals(formula.value(predictions), function.value(predictions), formula.name());
            if (formula.value(predictions).isDefined()) {
                assertArrayEquals(formula.influence(predictions), function.influence(predictions), formula.name());
            }
        }
    }
}
