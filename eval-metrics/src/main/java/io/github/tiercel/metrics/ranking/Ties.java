package io.github.tiercel.metrics.ranking;

/**
 * What rows of equal score in one query count.
 *
 * @since 0.1
 */
public enum Ties {
    /**
     * The mean over all orders of the tied rows, in closed form: the order of the rows cannot matter. It is
     * scikit-learn's rule for nDCG.
     *
     * <p>Source: F. McSherry, M. Najork, "Computing Information Retrieval Performance Measures Efficiently in the
     * Presence of Tied Scores", ECIR 2008, doi:10.1007/978-3-540-78646-7_38.
     */
    AVERAGED,
    /** The earlier row ranks first. A file sorted by relevance then flatters a model that ties. */
    BY_ROW
}
