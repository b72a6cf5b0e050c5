package io.github.tiercel.benchmarks;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.calibration.Binning;
import io.github.tiercel.metrics.calibration.CalibrationMetrics;
import io.github.tiercel.metrics.calibration.CrossFitted;
import io.github.tiercel.metrics.calibration.IsotonicCalibrator;
import io.github.tiercel.metrics.calibration.ReliabilityCurve;
import io.github.tiercel.metrics.curve.CurveBand;
import io.github.tiercel.metrics.curve.PrecisionRecallCurve;
import io.github.tiercel.metrics.curve.RocCurve;
import io.github.tiercel.metrics.interval.CurveBands;
import io.github.tiercel.metrics.threshold.CrossFittedThreshold;
import io.github.tiercel.metrics.threshold.ThresholdRule;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
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
 * What the full tier finds besides metrics, each by itself at 1,000,000 rows: the cross-fitted threshold, simultaneous
 * bands, calibration. The scores are sorted before, as they are in the tier.
 *
 * <p>Run: {@code scripts/benchmark.sh CurveBenchmark}. State of the machine and figures: docs/performance.md.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
@State(Scope.Benchmark)
public class CurveBenchmark {

    private static final double LEVEL = 0.95;
    private static final int POINTS = 512;

    /** Rows to evaluate. */
    @Param("1000000")
    public int rows;

    private BinaryPredictions predictions = BinaryPredictions.wrap(new boolean[1], new double[1]);
    private long[] keys = {0};

    /** Makes the rows and sorts their scores. */
    @Setup
    public void setUp() {
        predictions = new SyntheticRows(rows, 0.05, 1).predictions();
        predictions.groups();
        keys = LongStream.range(0, rows).toArray();
    }

    /** {@return the threshold of the best F1 with its value on rows it was not chosen on: 15 fits} */
    @Benchmark
    public Optional<CrossFittedThreshold> crossFittedThreshold() {
        return CrossFittedThreshold.of(ThresholdRule.fBeta(1), predictions, keys, 42);
    }

    /** {@return a band that holds the whole ROC curve} */
    @Benchmark
    public CurveBand rocBand() {
        return CurveBands.of(predictions.groups(), LEVEL)
                .simultaneous(RocCurve.of(predictions.groups(), POINTS).orElseThrow());
    }

    /** {@return a band that holds the whole precision-recall curve} */
    @Benchmark
    public CurveBand precisionRecallBand() {
        return CurveBands.of(predictions.groups(), LEVEL)
                .simultaneous(
                        PrecisionRecallCurve.of(predictions.groups(), POINTS).orElseThrow());
    }

    /** {@return the expected calibration error over bins of equal mass} */
    @Benchmark
    public Value calibrationError() {
        return CalibrationMetrics.ECE.value(predictions);
    }

    /** {@return the reliability curve with intervals} */
    @Benchmark
    public Optional<ReliabilityCurve> reliabilityCurve() {
        return ReliabilityCurve.of(predictions, Binning.equalMass(Binning.DEFAULT_BINS), LEVEL);
    }

    /** {@return the predictions calibrated by isotonic regression in five folds} */
    @Benchmark
    public BinaryPredictions isotonicInFolds() {
        return CrossFitted.calibrate(IsotonicCalibrator.withDefaults(), predictions, keys, 5, 42);
    }
}
