package io.github.tiercel.testkit;

import io.github.tiercel.metrics.Predictions;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.SampleReportingFormat;

/**
 * Writes {@link Predictions} out when a property fails, row by row, with weights where there are any. jqwik finds it by
 * itself; nobody need name it.
 *
 * <ul>
 *   <li>Binary, label and score: {@code [+ 0.7 x2.0, - 0.1 x1.0]}.
 *   <li>Multiclass, class and scores: {@code [b as (a 0.2, b 0.8)]}.
 *   <li>Regression, label and prediction: {@code [3.0 as 2.5]}.
 *   <li>Ranking, relevance and score: {@code [query 0: 1.0 at 0.25]}.
 * </ul>
 *
 * @since 0.1
 */
public final class PredictionsFormat implements SampleReportingFormat {

    /** Made by jqwik. */
    public PredictionsFormat() {}

    @Override
    public boolean appliesTo(Object value) {
        return value instanceof Predictions;
    }

    @Override
    public Object report(Object value) {
        return text((Predictions) value);
    }

    private static <P extends Predictions> String text(P predictions) {
        Kind<P> kind = Kind.of(predictions);
        return IntStream.range(0, predictions.rows())
                .mapToObj(row -> kind.describe(predictions, row)
                        + (predictions.isWeighted() ? " x" + predictions.weight(row) : ""))
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
