package io.github.tiercel.evaluation;

import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.registry.MetricFamily;
import java.util.List;

/** What a message about an unknown metric lists. */
public final class Known {

    private Known() {}

    public static String binaryMetrics() {
        return metrics(MetricFamily.BINARY);
    }

    static <P extends Predictions> String metrics(MetricFamily<P> family) {
        String names = String.join(", ", family.all().stream().map(Metric::name).toList());
        List<String> patterns = family.patterns();
        return patterns.isEmpty() ? names : names + "; and of any parameter: " + String.join(", ", patterns);
    }
}
