package io.github.tiercel.benchmarks;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Scores;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.report.ResultHtml;
import io.github.tiercel.result.EvaluationResult;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The HTML report of an evaluation beside a baseline, without and with slices. Targets at 1,000,000 rows: the page at
 * most 1 s after the metrics; with 1,000 slices, metrics, intervals, differences and page at most 10 s in all.
 *
 * <p>Run: {@code scripts/benchmark.sh ReportBenchmark}. State of the machine and figures: docs/performance.md.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
@State(Scope.Benchmark)
public class ReportBenchmark {

    private static final double POSITIVES = 0.1;

    /** Rows to evaluate. */
    @Param("1000000")
    public int rows;

    /** Parts of about as many rows each; 0 for a set without slices. */
    @Param({"0", "1000"})
    public int slices;

    private EvaluationSet set = EvaluationSet.binary(new boolean[1]).build();
    private Scores candidate = Scores.of("none", new double[1]);
    private Scores baseline = Scores.of("other", new double[1]);
    private EvaluationResult evaluated = evaluate();

    /** Makes the rows and evaluates them once. */
    @Setup
    public void setUp() {
        BinaryPredictions own = new SyntheticRows(rows, POSITIVES, 1).predictions();
        boolean[] labels = new boolean[rows];
        double[] coarse = new double[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = own.label(row);
            coarse[row] = Math.rint(own.score(row) * 50) / 50;
        }
        candidate = new SyntheticRows(rows, POSITIVES, 1).scores("candidate");
        baseline = Scores.wrap("baseline", coarse);
        set = slices == 0
                ? EvaluationSet.binary(labels).build()
                : EvaluationSet.binary(labels).slice("part", parts()).build();
        evaluated = evaluate();
    }

    private List<String> parts() {
        return IntStream.range(0, rows).mapToObj(row -> "part " + row % slices).toList();
    }

    private EvaluationResult evaluate() {
        return Evaluator.of(set).replicates(0).build().full(candidate, baseline);
    }

    /** {@return the page of a result that is there} */
    @Benchmark
    public String page() {
        return ResultHtml.render(evaluated);
    }

    /** {@return the page of a result that is still to be found} */
    @Benchmark
    public String metricsAndPage() {
        return ResultHtml.render(evaluate());
    }
}
