package io.github.tiercel.serving;

import io.github.tiercel.data.Features;
import io.github.tiercel.inference.ModelException;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.metrics.interval.QuantileRanks;
import io.github.tiercel.result.LatencyProfile;
import io.github.tiercel.result.ServingProfile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Measures how a model behaves in service: how long its calls take.
 *
 * <p>Single rows in a closed loop are always measured, and come first; other batch sizes, and the open loop at a rate,
 * where asked for. For each, calls are made until they become no faster, then in repeated runs, each until there were
 * enough calls and enough time has passed. Rows are drawn from the features by a seed, with replacement, and batches
 * assembled before; what is timed is the model's own call and nothing else.
 *
 * <p>A percentile has the interval of its order statistics over all calls, see {@link QuantileRanks}, made wider where
 * the runs are further apart than that: it holds that of the mean over the runs' percentiles by Student's t. Both ends
 * are one-sided bounds at {@code (1 + level) / 2}. It has none where there were too few calls, for example because time
 * was up. A profile says so if the machine was too noisy to tell anything.
 *
 * <p>The model is called on this thread.
 *
 * <pre>{@code
 * ServingProfile profile = LatencyProbe.of(model, features).batchRows(64).arrivals(200, 1).build().measure();
 * System.out.println(profile.latency().get(0).percentiles().get("p99"));
 * }</pre>
 *
 * @param <X> what the model reads of one row
 * @since 0.1
 */
public final class LatencyProbe<X> {

    /** Rounds of calls that do nothing, of which the last is kept. */
    private static final int EMPTY_ROUNDS = 3;

    private static final Extent EMPTY_ROUND = new Extent(30_000, 0, Long.MAX_VALUE);

    private final Predictor<X> model;
    private final Features<X> features;
    private final ProbePlan plan;
    private final Machine machine;

    private LatencyProbe(Builder<X> builder, Machine machine) {
        this.model = builder.model;
        this.features = builder.features;
        this.plan = builder.plan();
        this.machine = machine;
    }

    /**
     * {@return a builder of a probe}
     *
     * @param model the model to measure
     * @param features rows such as it will get, at least one
     * @param <X> what the model reads of one row
     * @throws IllegalArgumentException if there is no row
     */
    public static <X> Builder<X> of(Predictor<X> model, Features<X> features) {
        if (features.rows() < 1) {
            throw new IllegalArgumentException("features must have at least one row to call the model with, got none");
        }
        return new Builder<>(model, features);
    }

    /**
     * Measures the model, on this thread. Not to be called by several threads at a time: they would disturb each other.
     *
     * @return what was found
     * @throws ModelException if the model throws or gives no number for a row; or this thread is interrupted, see
     *     {@link ModelException#isInterrupted()}
     */
    public ServingProfile measure() {
        try {
            List<LatencyProfile> latency = latency(machine.nanos() + plan.mostNanos());
            return new ServingProfile(latency, Optional.empty(), Optional.empty(), plan.modelBytes(), overhead());
        } catch (InterruptedException e) {
            throw ModelException.interrupted(
                    "The latency probe was interrupted. Nothing it measured is kept; measure again.", e);
        }
    }

    private List<LatencyProfile> latency(long end) throws InterruptedException {
        LatencyMeasurement measurement = new LatencyMeasurement(machine, plan);
        List<LatencyProfile> profiles = new ArrayList<>();
        for (LatencyCase next : plan.cases()) {
            Calls calls = ModelCalls.of(model, features, next.batchRows(), plan.seed());
            long share = (end - machine.nanos()) / (plan.cases().size() - profiles.size());
            profiles.add(measurement.profile(next, calls, share));
        }
        return profiles;
    }

    /** What a call takes that does nothing, in nanoseconds. */
    private double overhead() throws InterruptedException {
        ClosedLoop loop = new ClosedLoop(machine);
        double nanos = 0;
        for (int round = 0; round < EMPTY_ROUNDS; round++) {
            LatencyRun run = loop.run(() -> {}, EMPTY_ROUND);
            nanos = (double) run.nanos() / run.calls();
        }
        return nanos;
    }

    /**
     * Collects options. Not safe for use by several threads.
     *
     * @param <X> what the model reads of one row
     * @since 0.1
     */
    public static final class Builder<X> {

        private static final int CALLS_ABOVE = 2;

        private final Predictor<X> model;
        private final Features<X> features;
        private final Set<LatencyCase> cases = new LinkedHashSet<>(List.of(LatencyCase.SINGLE_ROWS));
        private int runs = 5;
        private OptionalLong calls = OptionalLong.empty();
        private Duration closedRun = Duration.ofMillis(400);
        private Duration openRun = Duration.ofSeconds(1);
        private Duration most = Duration.ofSeconds(30);
        private double level = 0.95;
        private long seed = 42;
        private OptionalLong modelBytes = OptionalLong.empty();

        private Builder(Predictor<X> model, Features<X> features) {
            this.model = model;
            this.features = features;
        }

        /**
         * Measures calls of batches as well, in the closed loop.
         *
         * @param sizes rows in a call, at least 1 each
         * @return this
         * @throws IllegalArgumentException if a size is below 1
         */
        public Builder<X> batchRows(int... sizes) {
            for (int size : sizes) {
                cases.add(LatencyCase.closed(size));
            }
            return this;
        }

        /**
         * Measures the open loop as well: calls fall due at a fixed rate, and are timed from when they were due.
         *
         * @param callsPerSecond the rate, in (0, 1e9]
         * @param batchRows rows in a call, at least 1
         * @return this
         * @throws IllegalArgumentException if either is out of its range
         */
        public Builder<X> arrivals(double callsPerSecond, int batchRows) {
            cases.add(LatencyCase.open(callsPerSecond, batchRows));
            return this;
        }

        /**
         * Says how often a measurement is repeated; 5 times unless set.
         *
         * @param repeats at least 1; with one, intervals do not know of differences between runs
         * @return this
         * @throws IllegalArgumentException if it is below 1
         */
        public Builder<X> runs(int repeats) {
            runs = Math.toIntExact(atLeastOne("runs", repeats));
            return this;
        }

        /**
         * Says how many calls a run has at least. Unless set, so many that all runs together can bound the 99th
         * percentile though two calls lie above the bound: 723 at level 0.95.
         *
         * @param least at least 1
         * @return this
         * @throws IllegalArgumentException if it is below 1
         */
        public Builder<X> calls(long least) {
            calls = OptionalLong.of(atLeastOne("calls", least));
            return this;
        }

        /**
         * Says how long a run takes at least; 400 ms in the closed loop and 1 s in the open loop unless set. What a
         * model does once in a while is seen only by runs that are longer than that while.
         *
         * @param least above 0
         * @return this
         * @throws IllegalArgumentException if it is not above 0
         */
        public Builder<X> runTime(Duration least) {
            closedRun = aboveZero("runTime", least);
            openRun = closedRun;
            return this;
        }

        /**
         * Says how long all of it may take, shared evenly between what is measured; 30 s unless set. When time is up,
         * what is there is reported, without intervals where calls are too few; a call at work is waited for.
         *
         * @param limit above 0
         * @return this
         * @throws IllegalArgumentException if it is not above 0
         */
        public Builder<X> atMost(Duration limit) {
            most = aboveZero("atMost", limit);
            return this;
        }

        /**
         * Names the two-sided level of intervals; 0.95 unless set.
         *
         * @param value in (0, 1)
         * @return this
         * @throws IllegalArgumentException if it is not in (0, 1)
         */
        public Builder<X> level(double value) {
            if (!(value > 0 && value < 1)) {
                throw new IllegalArgumentException("level must be in (0, 1), got " + value);
            }
            level = value;
            return this;
        }

        /**
         * Says which rows are drawn; 42 unless set.
         *
         * @param value any number
         * @return this
         */
        public Builder<X> seed(long value) {
            seed = value;
            return this;
        }

        /**
         * Says how large the model's files are, for the profile.
         *
         * @param bytes at least 0
         * @return this
         * @throws IllegalArgumentException if it is below 0
         */
        public Builder<X> modelBytes(long bytes) {
            if (bytes < 0) {
                throw new IllegalArgumentException("modelBytes must be at least 0, got " + bytes);
            }
            modelBytes = OptionalLong.of(bytes);
            return this;
        }

        private static long atLeastOne(String name, long value) {
            if (value < 1) {
                throw new IllegalArgumentException(name + " must be at least 1, got " + value);
            }
            return value;
        }

        private static Duration aboveZero(String name, Duration value) {
            if (value.isNegative() || value.isZero()) {
                throw new IllegalArgumentException(name + " must be above 0, got " + value);
            }
            return value;
        }

        /** {@return the probe} */
        public LatencyProbe<X> build() {
            return on(ThisMachine.INSTANCE);
        }

        LatencyProbe<X> on(Machine machine) {
            return new LatencyProbe<>(this, machine);
        }

        private ProbePlan plan() {
            long enough = Percentile.P99.ranks(level).valuesNeeded(CALLS_ABOVE);
            long ofRun = calls.orElse((enough + runs - 1) / runs);
            return new ProbePlan(
                    List.copyOf(cases),
                    runs,
                    new Extent(ofRun, closedRun.toNanos(), Long.MAX_VALUE),
                    openRun.toNanos(),
                    most.toNanos(),
                    level,
                    seed,
                    modelBytes);
        }
    }
}
