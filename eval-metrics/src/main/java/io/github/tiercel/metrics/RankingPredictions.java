package io.github.tiercel.metrics;

/**
 * Documents to be ranked within queries: a relevance, a score and a query for each row. The query is the unit of every
 * interval and of every sample. Immutable, and safe for use by several threads.
 *
 * @since 0.1
 */
public final class RankingPredictions implements Predictions {

    private static final SharedView<RankingPredictions, QueryCounts> QUERIES = new SharedView<>(QueryCounts::of);

    private final int[] queries;
    private final double[] relevance;
    private final double[] scores;
    private final RowWeights weights;
    private final int weightedRows;
    private final SharedViews views = new SharedViews();

    private RankingPredictions(int[] queries, double[] relevance, double[] scores, RowWeights weights) {
        this.queries = queries;
        this.relevance = relevance;
        this.scores = scores;
        this.weights = weights;
        this.weightedRows = weights.positive(queries.length);
    }

    /**
     * {@return predictions in which every row counts 1}
     *
     * @param queries for each row the number of its query, at least 0; rows of a query need not be adjacent; copied
     * @param relevance how relevant the row is to its query, at least 0; copied
     * @param scores one number a row, higher is ranked first, not NaN; copied
     * @throws IllegalArgumentException if lengths differ, a query or relevance is negative, or a number is NaN
     */
    public static RankingPredictions of(int[] queries, double[] relevance, double[] scores) {
        return checked(queries.clone(), relevance.clone(), scores.clone(), RowWeights.NONE);
    }

    /**
     * {@return weighted predictions; a row of weight 0 is as good as absent}
     *
     * @param queries for each row the number of its query, at least 0; rows of a query need not be adjacent; copied
     * @param relevance how relevant the row is to its query, at least 0; copied
     * @param scores one number a row, higher is ranked first, not NaN; copied
     * @param weights one finite weight of at least 0 a row; copied
     * @throws IllegalArgumentException if lengths differ, a query or relevance is negative, a number is NaN, or a
     *     weight is negative or not finite
     */
    public static RankingPredictions of(int[] queries, double[] relevance, double[] scores, double[] weights) {
        return checked(queries.clone(), relevance.clone(), scores.clone(), RowWeights.copyOf(weights, queries.length));
    }

    /**
     * {@return predictions over the caller's own arrays, without copying them}
     *
     * <p>For arrays of many millions of rows. The caller must not change them afterwards: results would no longer
     * belong to one set of predictions.
     *
     * @param queries for each row the number of its query, at least 0; rows of a query need not be adjacent
     * @param relevance how relevant the row is to its query, at least 0
     * @param scores one number a row, higher is ranked first, not NaN
     * @throws IllegalArgumentException if lengths differ, a query or relevance is negative, or a number is NaN
     */
    public static RankingPredictions wrap(int[] queries, double[] relevance, double[] scores) {
        return checked(queries, relevance, scores, RowWeights.NONE);
    }

    /**
     * {@return weighted predictions over the caller's own arrays, without copying them}
     *
     * @param queries for each row the number of its query, at least 0; rows of a query need not be adjacent
     * @param relevance how relevant the row is to its query, at least 0
     * @param scores one number a row, higher is ranked first, not NaN
     * @param weights one finite weight of at least 0 a row
     * @throws IllegalArgumentException if lengths differ, a query or relevance is negative, a number is NaN, or a
     *     weight is negative or not finite
     */
    public static RankingPredictions wrap(int[] queries, double[] relevance, double[] scores, double[] weights) {
        return checked(queries, relevance, scores, RowWeights.wrap(weights, queries.length));
    }

    private static RankingPredictions checked(int[] queries, double[] relevance, double[] scores, RowWeights weights) {
        Arguments.sameLength("relevance", relevance.length, "queries", queries.length);
        Arguments.sameLength("scores", scores.length, "queries", queries.length);
        Arguments.notNaN("scores", scores);
        for (int i = 0; i < queries.length; i++) {
            if (queries[i] < 0 || !(relevance[i] >= 0)) {
                throw new IllegalArgumentException("queries and relevance must be at least 0, got query " + queries[i]
                        + " and relevance " + relevance[i] + " at row " + i);
            }
        }
        return new RankingPredictions(queries, relevance, scores, weights);
    }

    @Override
    public int rows() {
        return queries.length;
    }

    /**
     * {@return the number of the row's query}
     *
     * @param row the row, from 0
     */
    public int query(int row) {
        return queries[row];
    }

    /**
     * {@return how relevant the row is to its query}
     *
     * @param row the row, from 0
     */
    public double relevance(int row) {
        return relevance[row];
    }

    /**
     * {@return the row's score}
     *
     * @param row the row, from 0
     */
    public double score(int row) {
        return scores[row];
    }

    @Override
    public double weight(int row) {
        return weights.at(row);
    }

    @Override
    public boolean isWeighted() {
        return weights.isGiven();
    }

    @Override
    public int weightedRows() {
        return weightedRows;
    }

    /**
     * {@return how many queries have a row of positive weight: the number of independent units; counted once, in O(n
     * log n)}
     */
    public int queries() {
        return shared(QUERIES).all();
    }

    /** {@return how many queries have a relevant row of positive weight: those most metrics are a mean over} */
    public int relevantQueries() {
        return shared(QUERIES).relevant();
    }

    /**
     * {@return what several metrics make of these predictions before they measure: made on first use, kept while memory
     * lasts}
     *
     * <p>Rows are put together by query and sorted here once for all metrics. It belongs to these predictions and their
     * weights; others make their own.
     *
     * @param <V> what is shared
     * @param view what it is and how it is made
     */
    public <V> V shared(SharedView<RankingPredictions, V> view) {
        return views.get(view, this);
    }

    @Override
    public RankingPredictions withWeights(double[] newWeights) {
        return new RankingPredictions(queries, relevance, scores, RowWeights.copyOf(newWeights, queries.length));
    }

    @Override
    public RankingPredictions select(int[] rows) {
        int[] someQueries = new int[rows.length];
        double[] someRelevance = new double[rows.length];
        double[] someScores = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            someQueries[i] = queries[rows[i]];
            someRelevance[i] = relevance[rows[i]];
            someScores[i] = scores[rows[i]];
        }
        return new RankingPredictions(someQueries, someRelevance, someScores, weights.select(rows));
    }
}
