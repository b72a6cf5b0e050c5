package io.github.tiercel.serving;

import io.github.tiercel.data.Features;
import io.github.tiercel.inference.ModelException;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.metrics.interval.QuantileRanks;
import io.github.tiercel.result.LatencyProfile;
import io.github.tiercel.result.MemoryUse;
import io.github.tiercel.result.ServingProfile;
import io.github.tiercel.result.ThroughputProfile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Measures how a model behaves in service: how long its calls take, and if asked, its throughput and memory.
 *
 * <p>Single rows in a closed loop are always measured, and come first; other batch sizes, and the open loop at a rate,
 * where asked for. For each, calls are made until they become no faster, then in repeated runs, each until there were
 * enough calls and enough time has passed. At most 8,192 rows are drawn from the features by a seed, with replacement,
 * before the clock starts (of {@linkplain Features#isSequential() sequential} features the first ones, which are read
 * once), and batches drawn from these; what is timed is the model's own call and nothing else.
 *
 * <p>A percentile has the interval of its order statistics over all calls, see {@link QuantileRanks}, made wider where
 * the runs are further apart than that: it holds that of the geometric mean over the runs' percentiles by Student's t
 * of their logarithms. Both ends are one-sided bounds at {@code (1 + level) / 2}. It has none where there were too few
 * calls, for example because time was up. A profile says so if the machine was too noisy to tell anything.
 *
 * <p>The model is called on the thread that measures; for throughput, on as many others as it allows.
 *
 * <pre>{@code
 * ServingProfile profile = LatencyProbe.of(model, features).batchRows(64).arrivals(200, 1).build().measure();
 * System.out.println(profile.latency().get(0).percentile("p99"));
 * }</pre>
 *
 * @param <X> what the model reads of one row
 * @since 0.1
 */
public final class LatencyProbe<X> {

    /** As in inference: a model may say that any number of threads may call it. */
    private static final int MOST_THREADS = 64;

    private static final int EMPTY_ROUNDS = 9;

    private static final Extent EMPTY_ROUND = new Extent(30_000, 0, Long.MAX_VALUE);

    private final Predictor<X> model;
    private final Features<X> features;
    private final ProbePlan plan;
    private final Optional<MemoryWatch> watch;
    private final Machine machine;

    private LatencyProbe(Builder<X> builder, Machine machine) {
        this.model = builder.model;
        this.features = builder.features;
        this.plan = builder.plan();
        this.watch = builder.watch;
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
     * @throws IllegalArgumentException if throughput is asked for, and the model's concurrency is below 1
     */
    public ServingProfile measure() {
        if (watch.isPresent() || !plan.memory()) {
            return measured(watch.map(known -> known::use));
        }
        try (MemoryWatch own = MemoryWatch.start()) {
            // The model was there before, so that nothing is known of its share.
            return measured(Optional.of(() -> withoutModel(own.use())));
        }
    }

    private static MemoryUse withoutModel(MemoryUse use) {
        return new MemoryUse(use.residentBytes(), OptionalLong.empty(), use.heapBytes());
    }

    private ServingProfile measured(Optional<Supplier<MemoryUse>> memory) {
        try {
            RowSample<X> rows = RowSample.of(features, plan.seed());
            long end = machine.nanos() + plan.mostNanos();
            List<LatencyProfile> latency = latency(rows, end);
            List<ThroughputProfile> throughput = throughput(rows, end);
            return new ServingProfile(latency, throughput, memory.map(Supplier::get), plan.modelBytes(), overhead());
        } catch (InterruptedException e) {
            throw ModelException.interrupted(
                    "The latency probe was interrupted. Nothing it measured is kept; measure again.", e);
        }
    }

    private List<LatencyProfile> latency(RowSample<X> rows, long end) throws InterruptedException {
        LatencyMeasurement measurement = new LatencyMeasurement(machine, plan);
        List<LatencyProfile> profiles = new ArrayList<>();
        for (LatencyCase next : plan.cases()) {
            Calls calls = rows.calls(model, next.batchRows(), plan.seed());
            long share = (end - machine.nanos()) / (plan.parts() - profiles.size());
            profiles.add(measurement.profile(next, calls, share));
        }
        return profiles;
    }

    private List<ThroughputProfile> throughput(RowSample<X> rows, long end) throws InterruptedException {
        List<ThroughputProfile> profiles = new ArrayList<>();
        int left = plan.throughput().size();
        for (ThroughputCase next : plan.throughput()) {
            throughput(next, rows, (end - machine.nanos()) / left--).ifPresent(profiles::add);
        }
        return profiles;
    }

    private Optional<ThroughputProfile> throughput(ThroughputCase of, RowSample<X> rows, long mostNanos)
            throws InterruptedException {
        List<Calls> threads = new ArrayList<>();
        for (int thread = 0; thread < threads(of); thread++) {
            threads.add(rows.calls(model, of.batchRows(), plan.seed() + thread));
        }
        return new ThroughputMeasurement(machine, plan).profile(of, threads, mostNanos);
    }

    private int threads(ThroughputCase of) {
        int concurrency = model.concurrency();
        if (concurrency < 1) {
            throw new IllegalArgumentException("A model must allow at least one thread, but its concurrency() is "
                    + concurrency + ". Give 1 if several threads must not call it at a time.");
        }
        return of.threads(Math.min(concurrency, MOST_THREADS));
    }

    /** What a call takes that does nothing, in nanoseconds: the median over rounds, as compilers get in between. */
    private double overhead() throws InterruptedException {
        ClosedLoop loop = new ClosedLoop(machine);
        double[] nanos = new double[EMPTY_ROUNDS];
        for (int round = 0; round < nanos.length; round++) {
            LatencyRun run = loop.run(() -> {}, EMPTY_ROUND);
            nanos[round] = (double) run.nanos() / run.calls();
        }
        Arrays.sort(nanos);
        return nanos[EMPTY_ROUNDS / 2];
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
        private final Set<ThroughputCase> throughput = new LinkedHashSet<>();
        private Optional<MemoryWatch> watch = Optional.empty();
        private boolean memory;
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
         * @param callsPerSecond the rate, in [0.001, 1e6]
         * @param batchRows rows in a call, at least 1
         * @return this
         * @throws IllegalArgumentException if either is out of its range
         */
        public Builder<X> arrivals(double callsPerSecond, int batchRows) {
            cases.add(LatencyCase.open(callsPerSecond, batchRows));
            return this;
        }

        /**
         * Measures as well what gates mean by throughput: that of batches of 1,024 rows.
         *
         * @return this
         */
        public Builder<X> throughput() {
            throughput.add(ThroughputCase.BATCH_WORK);
            return this;
        }

        /**
         * Measures throughput as well: how many rows a second the model scores when called again and again, by as many
         * threads as it {@linkplain Predictor#concurrency() allows}, 64 at most.
         *
         * @param batchRows rows in a call, at least 1
         * @return this
         * @throws IllegalArgumentException if it is below 1
         */
        public Builder<X> throughput(int batchRows) {
            throughput.add(ThroughputCase.atOnce(batchRows));
            return this;
        }

        /**
         * Measures throughput as well: at how many rows a second, called by one thread in the open loop, the 99th
         * percentile of latency is still kept.
         *
         * @param batchRows rows in a call, at least 1
         * @param p99 the latency to keep, above 0
         * @return this
         * @throws IllegalArgumentException if either is out of its range
         */
        public Builder<X> throughput(int batchRows, Duration p99) {
            throughput.add(ThroughputCase.keeping(p99, batchRows));
            return this;
        }

        /**
         * Has the profile say what memory was taken.
         *
         * @param since watches since before the model was loaded; stays open
         * @return this
         */
        public Builder<X> memory(MemoryWatch since) {
            watch = Optional.of(since);
            return this;
        }

        /**
         * Measures what a budget has limits of, besides what else is asked for: its calls, throughput, memory. Of
         * memory the model's share is not known unless {@link #memory(MemoryWatch)} says since when to watch; for a
         * limit of size, say {@link #modelBytes}.
         *
         * @param budget what will be judged
         * @return this
         */
        public Builder<X> forBudget(ServingBudget budget) {
            budget.latency().forEach(limit -> cases.add(limit.of()));
            throughput.addAll(budget.throughput().keySet());
            memory |= budget.memory().isPresent();
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
         * percentile though two calls lie above the bound: 720 at level 0.95.
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
         * @param limit above 0; above 18 years it is 18 years
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
            return build(ThisMachine.INSTANCE);
        }

        LatencyProbe<X> build(Machine machine) {
            return new LatencyProbe<>(this, machine);
        }

        private ProbePlan plan() {
            long enough = Percentile.P99.ranks(level).valuesNeeded(CALLS_ABOVE);
            long ofRun = calls.orElse((enough + runs - 1) / runs);
            return new ProbePlan(
                    List.copyOf(cases),
                    List.copyOf(throughput),
                    memory,
                    runs,
                    new Extent(ofRun, Nanos.of(closedRun), Long.MAX_VALUE),
                    Nanos.of(openRun),
                    Nanos.of(most),
                    level,
                    seed,
                    modelBytes);
        }
    }
}
