package io.github.tiercel.samples;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.EngineFilter.includeEngines;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.testkit.MetricLaws;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * A metric with a mistake, caught by the laws of eval-testkit and shrunk to the two rows that show it. This ROC-AUC
 * walks down the sorted rows one by one, as if no two scores were equal; where they are, the order of the table decides
 * what a model is worth. On scores without ties nobody would notice.
 *
 * <p>A test is a class of five lines; here it is run from a program, so that the sample can show what a build would.
 *
 * <p>Run from the root of the repository: {@code scripts/sample.sh 11}.
 *
 * <p>Output, in part:
 *
 * <pre>
 *   java.lang.AssertionError:
 *     auc_in_one_pass: the order of rows does not matter: expected 1.0 but got 0.0
 * ...
 *   predictions: "[+ 0.0, - 0.0]"
 * ...
 * 20 of 21 laws kept
 * </pre>
 */
public final class Sample11_WrongMetric {

    private static final Metric<BinaryPredictions> AUC_IN_ONE_PASS = Metric.of(
            BinaryPredictions.class,
            "auc_in_one_pass",
            Direction.HIGHER_IS_BETTER,
            Range.UNIT,
            Sample11_WrongMetric::aucInOnePass);

    private Sample11_WrongMetric() {}

    /** The test, as it would stand in a project. */
    static class AucInOnePassProperties implements MetricLaws<BinaryPredictions> {
        @Override
        public Metric<BinaryPredictions> metric() {
            return AUC_IN_ONE_PASS;
        }
    }

    private static Value aucInOnePass(BinaryPredictions rows) {
        int[] order = IntStream.range(0, rows.rows())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> -rows.score(row)))
                .mapToInt(row -> row)
                .toArray();
        double positives = 0;
        double negatives = 0;
        double won = 0;
        for (int row : order) {
            if (rows.label(row)) {
                positives += rows.weight(row);
            } else {
                negatives += rows.weight(row);
                won += rows.weight(row) * positives;
            }
        }
        double pairs = positives * negatives;
        return pairs > 0 ? Value.of(won / pairs) : Value.undefined(UndefinedReason.ONE_CLASS);
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("tiercel-sample");
        LauncherDiscoveryRequest laws = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(AucInOnePassProperties.class))
                .filters(includeEngines("jqwik"))
                .configurationParameter("jqwik.tries.default", "50")
                .configurationParameter("jqwik.reporting.onlyfailures", "true")
                .configurationParameter(
                        "jqwik.database", folder.resolve("failures").toString())
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(laws, listener);
        var summary = listener.getSummary();
        System.out.println(summary.getTestsSucceededCount() + " of " + summary.getTestsFoundCount() + " laws kept");
    }
}
