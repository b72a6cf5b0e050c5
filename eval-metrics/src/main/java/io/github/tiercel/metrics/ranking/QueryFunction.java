package io.github.tiercel.metrics.ranking;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.MetricContract;
import io.github.tiercel.metrics.Range;
import java.util.function.ToDoubleFunction;

/** The mean over queries of any function of a query. */
record QueryFunction(
        String name, Direction direction, Range range, Counting counting, ToDoubleFunction<RankedQuery> function)
        implements QueryMeanMetric {

    QueryFunction {
        MetricContract.legalName(name);
    }

    @Override
    public double queryValue(RankedQuery query) {
        return function.applyAsDouble(query);
    }

    /** {@return true: what the function does with relevance is not known} */
    @Override
    public boolean needsFiniteRelevance() {
        return true;
    }
}
