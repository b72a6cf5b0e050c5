package io.github.tiercel.evaluation;

import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.registry.MetricFamily;
import java.util.List;

/** What a message about an unknown metric lists. */
public final class Known {

    private Known() {}

    public static String binaryMetrics() {
        String names = String.join(
                ", ", MetricFamily.BINARY.all().stream().map(Metric::name).toList());
        List<String> patterns = MetricFamily.BINARY.patterns();
        return patterns.isEmpty() ? names : names + "; and of any parameter: " + String.join(", ", patterns);
    }
}
