package io.github.tiercel.metrics.resample;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.RankingPredictions;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.binary.ScoreGroupMetric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Bootstrap replicates of any number of metrics of any task. Metrics that share a pass share their weights too.
 *
 * <p>Each replicate gives every unit (row, cluster, or query) a Poisson(1) weight. Row-hashed weights ({@link #of}) are
 * a pure function of seed, unit key and replicate ({@link PoissonWeights}), so two models on the same rows share
 * theirs, and the difference of their replicates is a paired bootstrap. Of one model on independent rows that count
 * alike, {@link #compressed} replicates have the same distribution at a small part of the cost, and {@link #rankBlocks}
 * nearly the same at a cost that does not depend on the number of rows. Whatever the scheme, replicates are equal to
 * the last bit on any number of threads.
 *
 * <p>A replicate is the metric on reweighted rows; one in which the metric has no value is NaN and counted. A metric
 * without a value on all rows has none in any replicate, nor has one on which replicates say nothing
 * ({@link Metric#isBootstrapped}).
 *
 * <p>What metrics share is done once, by their type. Binary metrics that read the steps of recall, functions of the
 * confusion matrix and means over rows take one pass over rows and one over steps for all of them: about 5 to 7 ns a
 * row and replicate on one thread, compressed about 6 to 14 ns a step of recall, of which there are at most as many as
 * positive rows. Other functions of score groups, the confusion table of several classes, each of several classes
 * against the rest or each other, and other means are counted again in one pass for all metrics of the kind, about 10
 * ns a row (for means, a unit). A metric of another kind is evaluated on reweighted predictions, which costs what the
 * metric costs.
 *
 * <p>Where the sizes of strata are fixed by design, only {@link #stratified} is a bootstrap. Memory: row-hashed, 12
 * bytes a row for binary metrics, 8 more with weights and for each mean; compressed, 12 bytes a step of recall; each
 * with 12 a step for each thread. For tables 12 a row; for means 8 a unit and 16 more for each; for other metrics 16 a
 * row and thread besides their own. Immutable, and safe for use by several threads.
 *
 * <pre>{@code
 * var bootstrap = Bootstrap.of(rowKeys, 42, 1000);
 * Replicates auc = bootstrap.replicates(List.of(BinaryMetrics.ROC_AUC), predictions).get("roc_auc");
 * }</pre>
 *
 * @since 0.1
 */
public final class Bootstrap {

    private static final long[] NO_KEYS = {};

    /** Replicates between two looks at the Monte-Carlo error; even, because they come in pairs. */
    private static final int ROUND = 200;

    private final Scheme scheme;
    private final long[] unitKeys;
    private final Optional<Draws> withinStrata;
    private final PoissonWeights weights;
    private final int replicates;
    private final Execution execution;
    private final Optional<EnoughReplicates> enough;

    private Bootstrap(
            Scheme scheme,
            long[] unitKeys,
            Optional<Draws> withinStrata,
            PoissonWeights weights,
            int replicates,
            Execution execution,
            Optional<EnoughReplicates> enough) {
        if (replicates < 2) {
            throw new IllegalArgumentException("replicates must be at least 2, got " + replicates);
        }
        this.scheme = scheme;
        this.unitKeys = unitKeys;
        this.withinStrata = withinStrata;
        this.weights = weights;
        this.replicates = replicates;
        this.execution = execution;
        this.enough = enough;
    }

    private static Bootstrap of(
            Scheme scheme, long[] unitKeys, Optional<Draws> withinStrata, long seed, int replicates) {
        return new Bootstrap(
                scheme,
                unitKeys,
                withinStrata,
                PoissonWeights.of(seed),
                replicates,
                Execution.common(),
                Optional.empty());
    }

    /**
     * {@return a bootstrap over rows, clusters or queries}
     *
     * @param unitKeys for each row its key, or the key of its cluster or query; shared, not copied
     * @param seed any number
     * @param replicates how many, at least 2
     * @throws IllegalArgumentException if {@code replicates} is below 2
     */
    public static Bootstrap of(long[] unitKeys, long seed, int replicates) {
        return of(Scheme.ROW_HASHED, unitKeys, Optional.empty(), seed, replicates);
    }

    /**
     * {@return a bootstrap within strata: of the n units of a stratum a replicate draws n - 1 with return, each
     * counting n / (n - 1)}
     *
     * <p>Replicates of a mean vary as the mean does, {@code sum of (N_h / N)² s_h² / n_h} over strata, also where
     * strata have few units; n draws would give (n - 1) / n of that. The strata are taken to be small parts of what
     * they came from: nothing is subtracted for a finite population. A stratum of one unit has no spread that could be
     * known, and is refused.
     *
     * <p>Only for rows whose number in each stratum was fixed by design. Where the numbers of positive and negative
     * rows came about by chance, replicates within classes make intervals too narrow: those of average precision held
     * the truth in 83 to 92 % of cases, 88 % on average, at a level of 95 %, where replicates of all rows held it in 92
     * % (both with n draws of n, hardly different for classes of 20 rows and more).
     *
     * <p>Units draw by a hash of their own key, so replicates do not depend on the order of rows or on threads. All
     * metrics are evaluated on reweighted predictions, which costs what they cost.
     *
     * <p>Source: J. N. K. Rao, C. F. J. Wu, Journal of the American Statistical Association 83 (1988),
     * doi:10.1080/01621459.1988.10478591.
     *
     * @param unitKeys for each row its key, or the key of its cluster or query; shared, not copied
     * @param strata for each row the number of its stratum, from 0
     * @param seed any number
     * @param replicates how many, at least 2
     * @throws IllegalArgumentException if the lengths differ, {@code replicates} is below 2, a unit is in two strata,
     *     or a stratum has one unit
     */
    public static Bootstrap stratified(long[] unitKeys, int[] strata, long seed, int replicates) {
        if (strata.length != unitKeys.length) {
            throw new IllegalArgumentException(
                    "strata has " + strata.length + " rows but unitKeys has " + unitKeys.length);
        }
        return of(Scheme.WITHIN_STRATA, unitKeys, Optional.of(StratifiedDraws.of(unitKeys, strata)), seed, replicates);
    }

    /**
     * {@return a bootstrap of one binary model on independent rows that count alike, which draws rows of equal meaning
     * together}
     *
     * <p>Metrics of ranks read negative rows only through how many stand between two steps of recall, and the sum of g
     * independent Poisson(1) weights is Poisson(g). So one draw stands for all of them, and replicates have exactly the
     * distribution of row-hashed ones (to 2^-32 in a probability) in all metrics that read score groups or a threshold.
     * Means are normal within segments, whose values lie close together. A threshold parts segments, so metrics of
     * decisions move the draws of those beside them; their distribution is the same. For rows in clusters it is too
     * narrow, as any bootstrap of rows is; it cannot know of them.
     *
     * @param seed any number
     * @param replicates how many, at least 2
     * @throws IllegalArgumentException if {@code replicates} is below 2
     */
    public static Bootstrap compressed(long seed, int replicates) {
        return of(Scheme.COMPRESSED, NO_KEYS, Optional.empty(), seed, replicates);
    }

    /**
     * {@return a bootstrap of one binary model on independent rows that count alike, by blocks of nearby ranks: an
     * approximation for large data}
     *
     * <p>Blocks grow with the rank, from single rows at the top to a thousandth of all rows. What that changes in the
     * value itself is stated in each result ({@link Replicates#approximationError}), for about 2,500 blocks some 1e-5;
     * the spread is that of {@link #compressed} within 2 %, and the replicates of the best F1 lie lower by up to a
     * tenth of their standard error, because blocks miss fine peaks. For few positive rows {@link #compressed} is as
     * fast. It knows ROC-AUC, average precision, the best F1, functions of the confusion matrix, and means.
     *
     * @param seed any number
     * @param replicates how many, at least 2
     * @throws IllegalArgumentException if {@code replicates} is below 2
     */
    public static Bootstrap rankBlocks(long seed, int replicates) {
        return of(Scheme.RANK_BLOCKS, NO_KEYS, Optional.empty(), seed, replicates);
    }

    /**
     * {@return the same bootstrap, computed elsewhere; by the calling thread and the common pool unless set}
     *
     * @param where threads, and who hears of the progress
     */
    public Bootstrap on(Execution where) {
        return new Bootstrap(scheme, unitKeys, withinStrata, weights, replicates, where, enough);
    }

    /**
     * {@return the same bootstrap, ending before all replicates are done if the ends of every metric's percentile
     * interval are known well enough}
     *
     * <p>After every 200 replicates, the standard deviation of either end over other seeds is estimated from the order
     * statistics around it. How many replicates there are depends on nothing but the data and the seed.
     *
     * @param share what that standard deviation may be of the width of the interval, above 0, for example 0.02
     * @param level the confidence level of the interval in (0, 1)
     * @throws IllegalArgumentException if {@code share} is not above 0, or {@code level} not in (0, 1)
     */
    public Bootstrap untilMonteCarloError(double share, double level) {
        return new Bootstrap(
                scheme,
                unitKeys,
                withinStrata,
                weights,
                replicates,
                execution,
                Optional.of(new EnoughReplicates(share, level)));
    }

    /** {@return how replicates get their weights} */
    public Scheme scheme() {
        return scheme;
    }

    /**
     * {@return why this scheme does not hold for a metric; empty if it does}
     *
     * @param metric any metric
     * @param predictions what it would be measured on
     */
    public Optional<String> refusal(Metric<?> metric, Predictions predictions) {
        return SchemeRule.refusal(scheme, metric, predictions);
    }

    /**
     * {@return the replicates of each metric by its name, in the order of the metrics}
     *
     * @param <P> the kind of predictions
     * @param metrics metrics with distinct names
     * @param predictions as many rows as there are unit keys; in a ranking, rows of a query must share their key
     * @throws IllegalArgumentException if the number of rows differs from the number of keys, rows of a query differ in
     *     their key, two metrics have one name, or the scheme does not hold
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public <P extends Predictions> Map<String, Replicates> replicates(
            List<? extends Metric<P>> metrics, P predictions) {
        return replicates(metrics, List.of(predictions)).get(0);
    }

    /**
     * {@return the replicates of several models on the same rows, for each model by the metrics' names}
     *
     * <p>In each replicate a row counts the same for all models, so that {@link Replicates#minus} is a paired
     * difference. Of binary models the weights are drawn once for all.
     *
     * @param <P> the kind of predictions
     * @param metrics metrics with distinct names
     * @param models the same rows scored by each model; as many rows as there are unit keys
     * @throws IllegalArgumentException if the number of rows differs from the number of keys, rows of a query differ in
     *     their key, two metrics have one name, or the scheme does not hold
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public <P extends Predictions> List<Map<String, Replicates>> replicates(
            List<? extends Metric<P>> metrics, List<P> models) {
        requireNames(metrics);
        SchemeRule.check(scheme, metrics, models);
        models.forEach(this::requireSameRows);
        List<Map<String, double[]>> values = new ArrayList<>();
        List<Map<Kind, List<Metric<P>>>> byKind = new ArrayList<>();
        for (P model : models) {
            values.add(undefined(metrics));
            byKind.add(byKind(metrics, model));
        }
        int done = fill(batches(models, byKind, values));
        return IntStream.range(0, models.size())
                .mapToObj(m -> replicates(values.get(m), done, metrics, models.get(m)))
                .toList();
    }

    private <P extends Predictions> Map<Kind, List<Metric<P>>> byKind(List<? extends Metric<P>> metrics, P model) {
        Map<Kind, List<Metric<P>>> byKind = new EnumMap<>(Kind.class);
        for (Metric<P> metric : metrics) {
            if (metric.isBootstrapped() && metric.value(model).isDefined()) {
                byKind.computeIfAbsent(kind(metric), kind -> new ArrayList<>()).add(metric);
            }
        }
        return byKind;
    }

    /** All kernels; binary models share one for the metrics of which they share the weights. */
    private <P extends Predictions> List<Batch> batches(
            List<P> models, List<Map<Kind, List<Metric<P>>>> byKind, List<Map<String, double[]>> values) {
        List<Batch> batches = new ArrayList<>();
        List<HashedModel> sharing = new ArrayList<>();
        List<double[]> shared = new ArrayList<>();
        for (int m = 0; m < models.size(); m++) {
            P model = models.get(m);
            Map<String, double[]> ofModel = values.get(m);
            byKind.get(m).forEach((kind, some) -> {
                List<double[]> outputs =
                        some.stream().map(metric -> ofModel.get(metric.name())).toList();
                if (kind == Kind.STEPS && scheme == Scheme.ROW_HASHED) {
                    sharing.add(HashedModel.of(some, (BinaryPredictions) model));
                    shared.addAll(outputs);
                } else {
                    batches.add(new Batch(kernel(kind, some, model), outputs));
                }
            });
        }
        if (!sharing.isEmpty()) {
            batches.add(new Batch(HashedKernel.of(sharing, unitKeys), shared));
        }
        return batches;
    }

    private <P extends Predictions> Map<String, Replicates> replicates(
            Map<String, double[]> values, int done, List<? extends Metric<P>> metrics, P model) {
        Map<String, Double> errors =
                scheme == Scheme.RANK_BLOCKS ? BlockKernel.errors(metrics, (BinaryPredictions) model) : Map.of();
        Map<String, Replicates> byName = new LinkedHashMap<>();
        for (Metric<P> metric : metrics) {
            Replicates replicates = Replicates.of(scheme, Arrays.copyOf(values.get(metric.name()), done));
            double error = errors.getOrDefault(metric.name(), Double.NaN);
            byName.put(metric.name(), replicates.withApproximationError(error));
        }
        return byName;
    }

    /**
     * {@return the replicates of each metric with their own standard errors, by its name, for studentized intervals}
     *
     * <p>Values are those of {@link #replicates}. Each replicate evaluates the metrics and their influence values on
     * reweighted predictions, which costs what both cost.
     *
     * @param <P> the kind of predictions
     * @param metrics metrics with distinct names
     * @param predictions as many rows as there are unit keys; in a ranking, rows of a query must share their key
     * @throws IllegalArgumentException if the number of rows differs from the number of keys, rows of a query differ in
     *     their key, or two metrics have one name
     * @throws IllegalStateException if the bootstrap is not one of row-hashed replicates
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    public <P extends Predictions> Map<String, StudentizedReplicates> studentized(
            List<? extends SmoothMetric<P>> metrics, P predictions) {
        if (scheme != Scheme.ROW_HASHED) {
            throw new IllegalStateException(
                    "replicates with standard errors of their own are row-hashed, these are " + scheme.title());
        }
        requireNames(metrics);
        requireSameRows(predictions);
        Map<String, StudentizedReplicates> byName = new LinkedHashMap<>();
        List<SmoothMetric<P>> defined = new ArrayList<>();
        for (SmoothMetric<P> metric : metrics) {
            byName.put(metric.name(), StudentizedReplicates.of(metric, undefined(), undefined()));
            if (metric.isBootstrapped() && metric.value(predictions).isDefined()) {
                defined.add(metric);
            }
        }
        List<double[]> outputs =
                Stream.generate(this::undefined).limit(2L * defined.size()).toList();
        int done = fill(List.of(new Batch(StudentizedKernel.of(defined, predictions, unitKeys), outputs)));
        for (int m = 0; m < defined.size(); m++) {
            byName.put(
                    defined.get(m).name(),
                    StudentizedReplicates.of(
                            defined.get(m),
                            Arrays.copyOf(outputs.get(m), done),
                            Arrays.copyOf(outputs.get(defined.size() + m), done)));
        }
        return byName;
    }

    /** Two metrics of one name would write over each other. */
    private static void requireNames(List<? extends Metric<?>> metrics) {
        Set<String> names = new HashSet<>();
        for (Metric<?> metric : metrics) {
            if (!names.add(metric.name())) {
                throw new IllegalArgumentException(
                        "metrics must have distinct names, got " + metric.name() + " twice; ask for each by itself");
            }
        }
    }

    private void requireSameRows(Predictions predictions) {
        if (!scheme.pairs()) {
            return;
        }
        if (predictions.rows() != unitKeys.length) {
            throw new IllegalArgumentException(
                    "predictions has " + predictions.rows() + " rows but unitKeys has " + unitKeys.length);
        }
        if (predictions instanceof RankingPredictions ranking) {
            QueryKeys.check(ranking, unitKeys);
        }
    }

    private Kind kind(Metric<?> metric) {
        return withinStrata.isPresent() ? Kind.ROWS : Kind.of(metric);
    }

    private <P extends Predictions> Kernel kernel(Kind kind, List<Metric<P>> metrics, P predictions) {
        return switch (scheme) {
            case ROW_HASHED -> kind.kernel(metrics, predictions, unitKeys);
            case WITHIN_STRATA -> RowKernel.of(metrics, predictions, withinStrata.orElseThrow());
            case COMPRESSED ->
                kind == Kind.STEPS
                        ? StepKernel.of(metrics, (BinaryPredictions) predictions)
                        : new GroupKernel(
                                Kind.all(ScoreGroupMetric.class, metrics),
                                CountedGroups.of(((BinaryPredictions) predictions).groups()));
            case RANK_BLOCKS -> BlockKernel.of(metrics, (BinaryPredictions) predictions);
        };
    }

    private Map<String, double[]> undefined(List<? extends Metric<?>> metrics) {
        Map<String, double[]> values = new LinkedHashMap<>();
        metrics.forEach(metric -> values.put(metric.name(), undefined()));
        return values;
    }

    private double[] undefined() {
        double[] values = new double[replicates];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    /** Computes replicates until all are done or enough; how many there are. */
    private int fill(List<Batch> batches) {
        int pairs = (replicates + 1) / 2;
        int round = enough.isPresent() ? ROUND / 2 : pairs;
        int done = 0;
        while (done < pairs && !(done > 0 && areEnough(batches, 2 * done))) {
            int to = Math.min(pairs, done + round);
            execution.run(done, to, replicates, () -> worker(batches));
            done = to;
        }
        return Math.min(replicates, 2 * done);
    }

    private IntConsumer worker(List<Batch> batches) {
        List<IntConsumer> workers =
                batches.stream().map(batch -> batch.worker(weights)).toList();
        return pair -> workers.forEach(worker -> worker.accept(pair));
    }

    private boolean areEnough(List<Batch> batches, int done) {
        return batches.stream().flatMap(batch -> batch.outputs().stream()).allMatch(values -> enough.orElseThrow()
                .isReached(Replicates.of(Arrays.copyOf(values, done))));
    }
}
