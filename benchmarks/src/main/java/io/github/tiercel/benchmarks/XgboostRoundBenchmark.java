package io.github.tiercel.benchmarks;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Features;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.training.EpochEvaluator;
import io.github.tiercel.training.EpochResult;
import io.github.tiercel.xgboost.XgboostRounds;
import java.io.IOException;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a round of boosting costs besides its training: 16,384 of 200,000 rows of 20 numbers, trees of depth 6, one
 * thread. Each iteration takes up training after the rounds named, and a round is trained before each measurement. CPU
 * is that of the calling thread, on which XGBoost works as well.
 *
 * <p>Run: {@code scripts/benchmark.sh XgboostRound}. State of the machine and figures: docs/performance.md.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
@State(Scope.Thread)
public class XgboostRoundBenchmark {

    private static final int HOLD_OUT = 200_000;
    private static final int TRAINING = 50_000;
    private static final int FEATURES = 20;
    private static final Map<String, Object> PARAMETERS =
            Map.of("objective", "binary:logistic", "eta", 0.05, "max_depth", 6, "nthread", 1);

    /** Rounds before those measured. */
    @Param({"40", "200"})
    public int rounds;

    private final double[][] holdOut = rows(HOLD_OUT, 1);
    private final Evaluator evaluator = evaluator(holdOut);
    private byte[] model = {};
    private @Nullable Run run;

    /** Trains the rounds. */
    @Setup
    public void setUp() throws XGBoostError {
        model = XGBoost.train(training(), PARAMETERS, rounds, Map.of(), null, null)
                .toByteArray();
    }

    /** Takes up training, and has all rows scored once. */
    @Setup(Level.Iteration)
    public void begin() throws XGBoostError, IOException {
        run = new Run();
    }

    /** Trains a round. */
    @Setup(Level.Invocation)
    public void train() throws XGBoostError {
        run().train();
    }

    /** {@return what the fast tier finds, scores and metrics and intervals} */
    @Benchmark
    public EpochResult evaluation(CpuTime cpu) throws XGBoostError {
        cpu.begin();
        EpochResult result = run().evaluation.onRoundEnd(run().booster);
        cpu.end();
        return result;
    }

    /** {@return scores of the matrix that was scored after the round before} */
    @Benchmark
    public float[][] keptMatrix(CpuTime cpu) throws XGBoostError {
        cpu.begin();
        float[][] scores = run().booster.predict(run().kept);
        cpu.end();
        return scores;
    }

    /** {@return scores of the same rows in a matrix of their own} */
    @Benchmark
    public float[][] freshMatrix(CpuTime cpu) throws XGBoostError {
        cpu.begin();
        DMatrix fresh = matrix(run().sample);
        float[][] scores = run().booster.predict(fresh);
        fresh.dispose();
        cpu.end();
        return scores;
    }

    /** Frees what the run holds outside of the heap. */
    @TearDown(Level.Iteration)
    public void end() {
        run().end();
    }

    private Run run() {
        Run current = run;
        if (current == null) {
            throw new IllegalStateException("no iteration has begun");
        }
        return current;
    }

    /** Training from the rounds named on. */
    private final class Run {

        private final DMatrix training = training();
        private final Booster booster = XGBoost.loadModel(model);
        private final float[] sample = numbers(holdOut, evaluator.rows(Tier.fast()));
        private final DMatrix kept = matrix(sample);
        private final EpochEvaluator<Void> epochs =
                EpochEvaluator.ofScores(evaluator, "run").build();
        private final XgboostRounds evaluation =
                XgboostRounds.of(evaluator, epochs, Features.of(holdOut)).build();

        Run() throws XGBoostError, IOException {
            booster.setParams(PARAMETERS);
            booster.predict(kept);
            evaluation.onRoundEnd(booster);
        }

        void train() throws XGBoostError {
            booster.update(training, booster.getNumBoostedRound());
        }

        void end() {
            evaluation.close();
            epochs.close();
            kept.dispose();
            booster.dispose();
            training.dispose();
        }
    }

    private static Evaluator evaluator(double[][] rows) {
        boolean[] labels = new boolean[rows.length];
        for (int row = 0; row < rows.length; row++) {
            labels[row] = isPositive(rows[row]);
        }
        return Evaluator.of(EvaluationSet.binary(labels)
                        .ids(LongStream.range(0, rows.length).toArray())
                        .build())
                .build();
    }

    private static DMatrix training() throws XGBoostError {
        double[][] rows = rows(TRAINING, 2);
        int[] all = new int[TRAINING];
        float[] labels = new float[TRAINING];
        for (int row = 0; row < TRAINING; row++) {
            all[row] = row;
            labels[row] = isPositive(rows[row]) ? 1 : 0;
        }
        DMatrix matrix = matrix(numbers(rows, all));
        matrix.setLabel(labels);
        return matrix;
    }

    private static double[][] rows(int rows, long seed) {
        Random random = new Random(seed);
        double[][] values = new double[rows][FEATURES];
        for (double[] row : values) {
            for (int feature = 0; feature < FEATURES; feature++) {
                row[feature] = random.nextGaussian();
            }
        }
        return values;
    }

    /** The last feature is the noise, so that rows alone decide. About one row in twenty is positive. */
    private static boolean isPositive(double[] row) {
        double signal = row[0] - row[1] + row[2] * row[3] + row[4] * row[4] / 2;
        return signal + 1.5 * row[FEATURES - 1] > 4.2;
    }

    private static float[] numbers(double[][] rows, int[] some) {
        float[] numbers = new float[some.length * FEATURES];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) rows[some[i / FEATURES]][i % FEATURES];
        }
        return numbers;
    }

    private static DMatrix matrix(float[] numbers) throws XGBoostError {
        return new DMatrix(numbers, numbers.length / FEATURES, FEATURES, Float.NaN);
    }
}
