package io.github.tiercel.serving;

import io.github.tiercel.data.Features;
import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.Predictor;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;

/** A machine on which time passes only where a test says so. */
final class VirtualMachine implements Machine {

    static final long MICRO = 1_000;
    static final long MILLI = 1_000_000;
    static final long SECOND = 1_000_000_000;

    private static final int PROCESSORS = 2;

    private final LongSupplier work;
    private final OptionalDouble load;
    private long now = SECOND;

    VirtualMachine(LongSupplier work, OptionalDouble load) {
        this.work = work;
        this.load = load;
    }

    static VirtualMachine quiet() {
        return new VirtualMachine(() -> 200 * MICRO, OptionalDouble.of(1));
    }

    static Features<double[]> rows() {
        return Features.of(new double[][] {{0.1}, {0.2}, {0.3}});
    }

    /** A model whose calls take so long, by the time at which they begin. */
    Predictor<double[]> modelAt(LongUnaryOperator nanos) {
        return (Model) (batch, scores) -> {
            now += nanos.applyAsLong(now);
            for (int i = 0; i < batch.size(); i++) {
                scores.score(i, batch.row(i)[0]);
            }
        };
    }

    Predictor<double[]> model(LongSupplier nanos) {
        return modelAt(began -> nanos.getAsLong());
    }

    /** Log-normal latencies, as those of services are. */
    static LongSupplier latencies(long medianNanos, double sigma, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return () -> Math.round(medianNanos * Math.exp(sigma * random.nextGaussian()));
    }

    void pass(long nanos) {
        now += nanos;
    }

    @Override
    public long nanos() {
        return now;
    }

    @Override
    public void waitUntil(long nanos) {
        now = Math.max(now, nanos);
    }

    @Override
    public void work() {
        now += work.getAsLong();
    }

    @Override
    public OptionalDouble load() {
        return load;
    }

    @Override
    public int processors() {
        return PROCESSORS;
    }

    /** A predictor as a lambda. */
    @FunctionalInterface
    interface Model extends Predictor<double[]> {
        @Override
        default Outputs outputs() {
            return Outputs.score();
        }
    }
}
