package io.github.tiercel.testkit;

import io.github.tiercel.metrics.BinaryPredictions;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.SampleReportingFormat;

/**
 * Writes {@link BinaryPredictions} out when a property fails, one row as label, score and weight: {@code [+ 0.7 x2.0, -
 * 0.1 x1.0]}. jqwik finds it by itself; nobody need name it.
 *
 * @since 0.1
 */
public final class BinaryPredictionsFormat implements SampleReportingFormat {

    /** Made by jqwik. */
    public BinaryPredictionsFormat() {}

    @Override
    public boolean appliesTo(Object value) {
        return value instanceof BinaryPredictions;
    }

    @Override
    public Object report(Object value) {
        BinaryPredictions predictions = (BinaryPredictions) value;
        return IntStream.range(0, predictions.rows())
                .mapToObj(row -> (predictions.label(row) ? "+ " : "- ") + predictions.score(row) + " x"
                        + predictions.weight(row))
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
