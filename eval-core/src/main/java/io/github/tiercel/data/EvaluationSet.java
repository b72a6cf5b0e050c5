package io.github.tiercel.data;

import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.Task;
import io.github.tiercel.metrics.interval.Design;
import io.github.tiercel.sampling.GroupedOrder;
import io.github.tiercel.sampling.RowKey;
import io.github.tiercel.sampling.RowOrder;
import io.github.tiercel.sampling.Sample;
import io.github.tiercel.sampling.Strata;
import io.github.tiercel.sampling.StratifiedOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows that models are evaluated on: labels, and what else is known of each row but its scores.
 *
 * <p>Rows keep the caller's order. Each has a 64-bit key: its id, or its position where there are no ids. Beside that
 * stands one stratified order, fixed by the keys, the labels and the seed, in which every prefix is a sample with known
 * weights; it is made on first use and kept. Rows of one cluster, or of one query, are never parted by a sample.
 * Changed copies keep the order, so that scores kept for its prefixes stay good; only {@link #withStrata} leads to
 * another one.
 *
 * <p>Immutable, and safe for use by several threads. Memory: 1 to 8 bytes a row for labels, 20 with their queries for a
 * ranking, 8 for keys, weights and clusters where given, 4 for each slice, and 5 for the order once a sample was asked
 * for.
 *
 * <pre>{@code
 * EvaluationSet set = EvaluationSet.binary(labels).ids(ids).slice("country", countries).build();
 * }</pre>
 *
 * @since 0.1
 */
public final class EvaluationSet {

    /** The seed of sampling and bootstrap unless another one is named. */
    public static final long DEFAULT_SEED = 42;

    private static final String GIVEN = "the rows given";

    private final String source;
    private final Labels labels;
    private final long @Nullable [] ids;
    private final double @Nullable [] weights;
    private final ScoreJoin join;
    private final long @Nullable [] clusterKeys;
    private final List<TextColumn> slices;
    private final Optional<TextColumn> folds;
    private final long seed;
    private final LazyOrder order;
    private final int weightedRows;
    private @Nullable String fingerprint;

    EvaluationSet(EvaluationSetBuilder builder) {
        this.source = builder.source;
        this.labels = builder.labels;
        this.ids = builder.ids;
        this.weights = builder.weights;
        this.join = new ScoreJoin(labels, weights);
        this.clusterKeys = builder.clusterKeys;
        this.slices = builder.allSlices();
        this.folds = Optional.ofNullable(builder.folds);
        this.seed = builder.seed;
        this.order = builder.order == null ? new LazyOrder(this::newOrder) : builder.order;
        this.weightedRows = weights == null
                ? labels.rows()
                : (int) Arrays.stream(weights).filter(weight -> weight > 0).count();
    }

    /**
     * {@return a builder for rows with yes-or-no labels}
     *
     * @param labels true for positive; copied
     */
    public static EvaluationSetBuilder binary(boolean[] labels) {
        return new EvaluationSetBuilder(GIVEN, new BinaryLabels(labels.clone(), "true"));
    }

    /**
     * {@return a builder for rows of one class out of several}
     *
     * @param labels for each row the index of its class; copied
     * @param classes at least two distinct names; a class may have no row
     * @throws IllegalArgumentException if a label is no index of a class, or the classes are too few or repeat
     */
    public static EvaluationSetBuilder multiclass(int[] labels, List<String> classes) {
        return new EvaluationSetBuilder(GIVEN, new ClassLabels(labels.clone(), classes));
    }

    /**
     * {@return a builder for rows with a number to predict}
     *
     * @param labels finite numbers; copied
     * @throws DataException if a label is not finite
     */
    public static EvaluationSetBuilder regression(double[] labels) {
        return new EvaluationSetBuilder(GIVEN, NumberLabels.of(labels.clone()));
    }

    /**
     * {@return a builder for rows to be ranked within queries. A query is drawn whole, and is the unit of every
     * interval}
     *
     * @param relevance how relevant each row is to its query: finite, at least 0; copied
     * @param queries equal for rows of one query, one a row; copied
     * @throws DataException if a relevance is negative or not finite, or there is not one query a row
     */
    public static EvaluationSetBuilder ranking(double[] relevance, long[] queries) {
        return new EvaluationSetBuilder(GIVEN, RelevanceLabels.of(relevance.clone(), queries.clone()));
    }

    /**
     * {@return the rows of a table, as {@link #from(Columns, ColumnRoles, long)} gives them with the seed
     * {@value #DEFAULT_SEED}}
     *
     * @param columns the table
     * @param roles which column is what
     */
    public static EvaluationSet from(Columns columns, ColumnRoles roles) {
        return from(columns, roles, DEFAULT_SEED);
    }

    /**
     * {@return the rows of a table, with a seed of the caller's}
     *
     * @param columns the table
     * @param roles which column is what
     * @param seed the seed of sampling and bootstrap
     * @throws IllegalArgumentException if a column does not exist, or the positive label is not named and not obvious
     * @throws DataException if there is no row, a label is missing or not of the task, ids repeat, a weight is bad, or
     *     there are not 2 to 1,000 folds
     */
    public static EvaluationSet from(Columns columns, ColumnRoles roles, long seed) {
        if (columns.rows() == 0) {
            throw noRows(columns.source());
        }
        EvaluationSetBuilder builder =
                new EvaluationSetBuilder(columns.source(), LabelReader.read(columns, roles)).seed(seed);
        roles.id().ifPresent(name -> builder.ids(columns.column(name)));
        roles.weight().ifPresent(name -> builder.weights(columns.column(name)));
        roles.cluster().ifPresent(name -> builder.clusters(columns.column(name)));
        roles.slices().forEach(spec -> builder.slice(SliceSpec.of(spec, columns)));
        roles.fold().ifPresent(name -> builder.folds(columns.column(name)));
        return builder.build();
    }

    /**
     * {@return the rows of a table that have a label; NaN is none}
     *
     * @param columns the table
     * @param label the label column
     * @throws IllegalArgumentException if there is no such column
     */
    public static Columns labelled(Columns columns, String label) {
        return UnlabelledRows.without(columns, label);
    }

    /** {@return where the rows come from, for messages} */
    public String source() {
        return source;
    }

    /** {@return what is to be predicted} */
    public Task task() {
        return labels.task();
    }

    /** {@return the number of rows, at least 1} */
    public int rows() {
        return labels.rows();
    }

    /** {@return how many rows count: those of positive weight} */
    public int weightedRows() {
        return weightedRows;
    }

    /** {@return the label that counts as positive, as text; empty unless the task is binary} */
    public Optional<String> positive() {
        return labels instanceof BinaryLabels binary ? Optional.of(binary.positive()) : Optional.empty();
    }

    /**
     * {@return the names of the classes, those without a row included; empty unless there are several to tell apart}
     */
    public List<String> classes() {
        return labels.classes();
    }

    /**
     * {@return a row's label as a number: 1 for positive and 0 for negative, the index of its class among
     * {@link #classes}, or the number to predict}
     *
     * @param row the row, from 0
     */
    public double label(int row) {
        return labels.value(row);
    }

    /** {@return whether rows were given ids; else their positions serve as keys} */
    public boolean hasIds() {
        return ids != null;
    }

    /** {@return whether rows were given weights} */
    public boolean isWeighted() {
        return weights != null;
    }

    /** {@return whether rows belong together, in clusters or in queries} */
    public boolean isClustered() {
        return clusterKeys != null;
    }

    /** {@return the seed of sampling and bootstrap} */
    public long seed() {
        return seed;
    }

    /** {@return the key of each row, in the caller's order; a new array where there are no ids} */
    public long[] keys() {
        return ids == null ? RowKey.positions(rows()) : ids.clone();
    }

    /** {@return the SHA-256 of the row keys in the caller's order, computed on first use} */
    public String fingerprint() {
        // Racing threads may hash twice; both arrive at the same text, so no lock is needed.
        String known = fingerprint;
        if (known == null) {
            known = Fingerprint.of(keys());
            fingerprint = known;
        }
        return known;
    }

    /**
     * {@return the key of what a row is drawn together with: its cluster or query, or the row itself}
     *
     * @param row the row, from 0
     */
    public long unitKey(int row) {
        if (clusterKeys != null) {
            return clusterKeys[row];
        }
        return ids == null ? RowKey.of(row) : ids[row];
    }

    /** {@return for each row the key of what is drawn together: its cluster or query, or the row itself} */
    public long[] unitKeys() {
        return clusterKeys == null ? keys() : clusterKeys.clone();
    }

    /** {@return the columns to slice by, that of the folds among them} */
    public List<TextColumn> slices() {
        return slices;
    }

    /** {@return which fold's model scored each row; empty outside of cross-validation} */
    public Optional<TextColumn> folds() {
        return folds;
    }

    /** {@return the order whose prefixes are samples, made on first use} */
    public RowOrder order() {
        return order.get();
    }

    /**
     * {@return the strata of the order: classes or ranges of the label, unless labels have changed since or others were
     * given; empty for clusters and queries, which are drawn whole}
     */
    public Optional<Strata> strata() {
        return order() instanceof StratifiedOrder stratified ? Optional.of(stratified.strata()) : Optional.empty();
    }

    /**
     * {@return the same rows with yes-or-no labels, in the same order: its strata stay those of the first labels, which
     * costs precision if many labels have changed, but no estimate its aim}
     *
     * @param newLabels true for positive; copied
     * @throws IllegalArgumentException if the task is another one
     * @throws DataException if there is not one a row
     */
    public EvaluationSet withLabels(boolean[] newLabels) {
        relabels(task() == Task.BINARY, "yes-or-no labels");
        return relabelled(new BinaryLabels(newLabels.clone(), positive().orElse("true")));
    }

    /**
     * {@return the same rows with labels of the same classes, in the same order}
     *
     * @param newLabels for each row the index of its class; copied
     * @throws IllegalArgumentException if the task is another one, or a label is no index of a class
     * @throws DataException if there is not one a row
     */
    public EvaluationSet withLabels(int[] newLabels) {
        relabels(task() == Task.MULTICLASS, "indices of classes");
        return relabelled(new ClassLabels(newLabels.clone(), classes()));
    }

    /**
     * {@return the same rows with other numbers to predict, in the same order; for a ranking, with other relevance}
     *
     * @param newLabels finite numbers; copied
     * @throws IllegalArgumentException if the task is another one
     * @throws DataException if there is not one a row, or one is not finite
     */
    public EvaluationSet withLabels(double[] newLabels) {
        relabels(task() == Task.REGRESSION || task() == Task.RANKING, "numbers");
        return relabelled(
                labels instanceof RelevanceLabels ranking
                        ? RelevanceLabels.of(newLabels.clone(), ranking.queryKeys())
                        : NumberLabels.of(newLabels.clone()));
    }

    private void relabels(boolean fits, String given) {
        if (!fits) {
            throw new IllegalArgumentException("The rows have labels of the task " + task().spelling() + ", got "
                    + given + ". New labels must be of the same task; build another set for another.");
        }
    }

    /** A builder that starts from this set, in the same order. */
    private EvaluationSetBuilder with(Labels newLabels) {
        EvaluationSetBuilder builder = new EvaluationSetBuilder(source, newLabels);
        builder.ids = ids;
        builder.weights = weights;
        builder.clusterKeys = clusterKeys;
        builder.slices.addAll(slices);
        builder.folds = folds.orElse(null);
        builder.order = order;
        builder.seed = seed;
        return builder;
    }

    private EvaluationSet relabelled(Labels newLabels) {
        if (newLabels.rows() != rows()) {
            throw new DataException(
                    "LENGTH_MISMATCH",
                    "Got " + Offenders.number(newLabels.rows()) + " new labels for " + Offenders.number(rows())
                            + " rows. Each row needs one, in the same order.");
        }
        return with(newLabels).build();
    }

    /**
     * {@return the same rows with other weights, in the same order}
     *
     * @param newWeights finite numbers of at least 0, one a row; copied
     * @throws DataException if a weight is negative or not finite, none is positive, or there is not one a row
     */
    public EvaluationSet withWeights(double[] newWeights) {
        return with(labels).weights(newWeights).build();
    }

    /**
     * {@return the same rows with one more column to slice by, or another one in place of that of the same name, in the
     * same order}
     *
     * @param name the column's name
     * @param values one text a row
     * @throws DataException if there is not one a row
     */
    public EvaluationSet withSlice(String name, List<String> values) {
        EvaluationSetBuilder builder = with(labels);
        builder.slices.removeIf(slice -> slice.name().equals(name));
        return builder.slice(name, values).build();
    }

    /**
     * {@return the same rows in the order of other strata. Scores kept for the old order are of no use in it}
     *
     * @param strata a division of the rows that no model's scores had a part in
     * @throws IllegalArgumentException if rows come in clusters, which are drawn whole
     * @throws DataException if the strata are of another number of rows
     */
    public EvaluationSet withStrata(Strata strata) {
        if (clusterKeys != null) {
            throw new UsageException(
                    "USAGE",
                    "Rows in clusters cannot be given strata, because a cluster is drawn"
                            + " whole whatever its rows are. Leave out the clusters or the strata.");
        }
        EvaluationSetBuilder builder = with(labels);
        builder.sameRows("strata", strata.rows());
        builder.order = new LazyOrder(() -> StratifiedOrder.of(keys(), strata, seed));
        return builder.build();
    }

    /**
     * Some of the rows as a set of its own, with an order of its own. Without ids, its keys are new positions.
     *
     * @throws DataException if there is none, or all weigh nothing
     */
    EvaluationSet part(String name, int[] rows) {
        Labels some = labels instanceof RelevanceLabels ranking ? ranking.part(rows) : labels.select(rows);
        EvaluationSetBuilder builder = new EvaluationSetBuilder(name, some).seed(seed);
        builder.ids = ids == null ? null : Selection.of(ids, rows);
        builder.clusterKeys = clusterKeys == null ? null : Selection.of(clusterKeys, rows);
        slices.forEach(slice -> builder.slices.add(slice.select(rows)));
        builder.folds = folds.map(known -> known.select(rows)).orElse(null);
        return weights == null
                ? builder.build()
                : builder.weights(Selection.of(weights, rows)).build();
    }

    /**
     * {@return rows of this set as a set of their own, in the order named and each as often as it is named}
     *
     * <p>For resampling. Rows that come twice share an id, so the set has none; it has no folds either.
     *
     * @param rows places in this set, from 0
     * @throws IllegalArgumentException if rows come in clusters or queries, which cannot be drawn row by row
     * @throws DataException if no row is named, or all weigh nothing
     */
    public EvaluationSet redrawn(int[] rows) {
        if (clusterKeys != null) {
            throw new IllegalArgumentException(
                    "Rows in clusters or queries cannot be drawn one by one. Draw whole clusters, and build a set of them.");
        }
        EvaluationSetBuilder builder = new EvaluationSetBuilder(source, labels.select(rows)).seed(seed);
        slices.forEach(slice -> builder.slices.add(slice.select(rows)));
        return weights == null
                ? builder.build()
                : builder.weights(Selection.of(weights, rows)).build();
    }

    /** {@return how all rows came to be, for intervals} */
    public Design design() {
        Design design = Design.independent(rows());
        return clusterKeys == null ? design : design.withClusters(Clusters.number(clusterKeys));
    }

    /**
     * {@return how the rows of a sample came to be, for intervals}
     *
     * @param sample a sample of this set's order
     */
    public Design design(Sample sample) {
        Design design = Design.stratified(sample.stratumOfRows(), sample.sampledSizes(), sample.stratumSizes());
        return clusterKeys == null ? design : design.withClusters(Clusters.number(sample.groupOfRows()));
    }

    /**
     * {@return a model's predictions for all rows, in the caller's order}
     *
     * @param scores one score a row, or one for each class
     * @throws DataException if there is not one score a row, or the classes are others
     */
    public Predictions predictions(Scores scores) {
        return join.of(scores);
    }

    /**
     * {@return a model's predictions for the rows of a sample, in the sample's order and with its weights}
     *
     * @param scores scores of all rows of the set
     * @param sample a sample of this set's order
     * @throws DataException if there is not one score a row, or the classes are others
     */
    public Predictions predictions(Scores scores, Sample sample) {
        return join.of(scores, sample);
    }

    /**
     * {@return a model's predictions for the rows of a sample, from scores that are in the sample's order already}
     *
     * @param prefixScores for each class (or once) scores by position in this set's order; those beyond the sample are
     *     left out; copied
     * @param sample a sample of this set's order
     * @throws DataException if there are fewer scores than the sample has rows, or not as many arrays as classes
     */
    public Predictions predictions(double[][] prefixScores, Sample sample) {
        return join.of(prefixScores, sample);
    }

    private RowOrder newOrder() {
        return clusterKeys == null || task() == Task.RANKING
                ? labels.order(keys(), seed)
                : GroupedOrder.ofClusters(clusterKeys, seed);
    }

    static DataException noRows(String source) {
        return new DataException(
                "NO_ROWS", "There is no row to evaluate in " + source + ". Give at least one labelled row.");
    }
}
