package io.github.tiercel.serving;

import io.github.tiercel.data.Features;
import io.github.tiercel.inference.ModelException;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.result.Notice;
import io.github.tiercel.training.FirstModelCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * A quick look at a model beside a budget, early in training: what is over its limit now will hardly be below it at the
 * end, since training changes weights and not what they cost.
 *
 * <p>Takes half a second at most, plus two calls of each kind. Calls are made in the closed loop, for what is too slow
 * there is too slow in the open one. It says only what the lower end of the interval says, in each of three short runs:
 * silence promises nothing, and the gate decides. The size of a model in training is checked if {@link #modelBytes}
 * says how to find it; memory is left to the gate.
 *
 * <p>Immutable, and safe for use by several threads one after another.
 *
 * <pre>{@code
 * var epochs = EpochEvaluator.of(evaluator, "run-42")
 *         .checkingFirstModel(ServingCheck.of(budget, features))
 *         .build();
 * }</pre>
 *
 * @param <X> what the model reads of one row
 * @since 0.1
 */
public final class ServingCheck<X> implements FirstModelCheck<X> {

    private static final long MOST_NANOS = 500_000_000;
    private static final int RUNS = 3;
    private static final Extent RUN = new Extent(1, 30_000_000, Long.MAX_VALUE);
    private static final Extent WARM_UP = new Extent(1, 10_000_000, Long.MAX_VALUE);
    private static final int WARM_UP_SHARE = 3;
    private static final double LEVEL = 0.95;
    private static final long SEED = 42;
    private final ServingBudget budget;
    private final Features<X> features;
    private final Clock clock;
    private final Optional<ToLongFunction<Predictor<X>>> modelBytes;

    private ServingCheck(
            ServingBudget budget,
            Features<X> features,
            Clock clock,
            Optional<ToLongFunction<Predictor<X>>> modelBytes) {
        this.budget = budget;
        this.features = features;
        this.clock = clock;
        this.modelBytes = modelBytes;
    }

    /**
     * {@return a check of models against a budget}
     *
     * @param budget the limits
     * @param features rows to call models with, at least one
     * @param <X> what models read of one row
     * @throws IllegalArgumentException if there is no row
     */
    public static <X> ServingCheck<X> of(ServingBudget budget, Features<X> features) {
        return of(budget, features, ThisMachine.INSTANCE);
    }

    static <X> ServingCheck<X> of(ServingBudget budget, Features<X> features, Clock clock) {
        if (features.rows() < 1) {
            throw new IllegalArgumentException("features must have at least one row to call models with, got none");
        }
        return new ServingCheck<>(budget, features, clock, Optional.empty());
    }

    /**
     * {@return a check of the model's size as well}
     *
     * @param bytes how large the files of a model would be, such as 4 bytes for each of its weights
     */
    public ServingCheck<X> modelBytes(ToLongFunction<Predictor<X>> bytes) {
        return new ServingCheck<>(budget, features, clock, Optional.of(bytes));
    }

    /**
     * Checks a model, on this thread.
     *
     * @param model the model
     * @return one notice for each limit that it is over
     * @throws ModelException if the model fails, or this thread is interrupted
     */
    @Override
    public List<Notice> check(Predictor<X> model) {
        try {
            return notices(model);
        } catch (InterruptedException e) {
            throw ModelException.interrupted("The check of the serving budget was interrupted.", e);
        }
    }

    private List<Notice> notices(Predictor<X> model) throws InterruptedException {
        List<String> found = new ArrayList<>();
        modelBytes.flatMap(bytes -> tooLarge(bytes.applyAsLong(model))).ifPresent(found::add);
        Set<Integer> sizes = budget.batchSizes();
        RowSample<X> sample = RowSample.of(features, SEED);
        for (int rows : sizes) {
            QuickLook look = look(sample.calls(model, rows, SEED), MOST_NANOS / sizes.size());
            budget.latency().stream()
                    .filter(limit -> limit.of().batchRows() == rows)
                    .forEach(limit -> look.over(limit).ifPresent(found::add));
            budget.throughput().forEach((of, least) -> {
                if (of.batchRows() == rows) {
                    look.below(least, of, model.concurrency()).ifPresent(found::add);
                }
            });
        }
        return found.stream().map(text -> new Notice("SERVING_BUDGET", text)).toList();
    }

    private Optional<String> tooLarge(long bytes) {
        return budget.size().isPresent() && bytes > budget.size().getAsLong()
                ? Optional.of("The model takes " + Amounts.bytes(bytes) + ", above the budget's "
                        + Amounts.bytes(budget.size().getAsLong())
                        + ": this model will fail its gate unless it becomes smaller.")
                : Optional.empty();
    }

    private QuickLook look(Calls calls, long mostNanos) throws InterruptedException {
        long end = clock.nanos() + mostNanos;
        new WarmUp(clock, WARM_UP, mostNanos / WARM_UP_SHARE).run(calls);
        List<LatencyRun> runs = new ArrayList<>();
        for (int left = RUNS; left > 0; left--) {
            long mostOfRun = (end - clock.nanos()) / left;
            if (mostOfRun > 0 || runs.isEmpty()) {
                runs.add(new ClosedLoop(clock).run(calls, RUN.within(mostOfRun)));
            }
        }
        return new QuickLook(new RepeatedRuns(runs, LEVEL));
    }
}
