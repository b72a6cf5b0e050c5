package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.Predictions;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How the rows came to be, which decides how an error is computed: independent rows, rows in clusters (users, sessions)
 * that are independent only of each other, or a stratified sample of a larger set, of rows or of whole clusters.
 *
 * <p>The <em>unit</em> is the cluster where clusters are given, else the row. Immutable, and safe for use by several
 * threads. Memory: 4 bytes a row for each of clusters and strata.
 *
 * <pre>{@code
 * Design users = Design.independent(4).withClusters(new int[] {0, 0, 1, 1});
 * }</pre>
 *
 * @since 0.1
 */
public final class Design {

    private final int rows;
    private final int units;
    private final int @Nullable [] clusters;
    private final int @Nullable [] strata;
    private final int[] sampled;
    private final int[] population;
    /** By stratum. */
    private final double[] sampleWeights;

    private Design(int rows, int @Nullable [] clusters, int @Nullable [] strata, int[] sampled, int[] population) {
        this.rows = rows;
        this.units = clusters == null ? rows : 1 + Arrays.stream(clusters).max().orElse(-1);
        this.clusters = clusters;
        this.strata = strata;
        this.sampled = sampled;
        this.population = population;
        this.sampleWeights = new double[sampled.length];
        Arrays.setAll(sampleWeights, h -> (double) population[h] / sampled[h]);
    }

    /**
     * {@return the design of rows that are independent of each other, all rows of the set being present}
     *
     * @param rows the number of rows
     */
    public static Design independent(int rows) {
        return new Design(rows, null, null, new int[0], new int[0]);
    }

    /**
     * {@return the design of a stratified sample}
     *
     * @param strata for each row the index of its stratum; copied
     * @param sampled how many units of each stratum are in the sample; copied
     * @param population how many units of each stratum there are in all; copied
     * @throws IllegalArgumentException if a stratum has fewer units than were sampled, one of several units was sampled
     *     (which tells nothing of how the others differ), the lengths differ, or a row names no stratum
     */
    public static Design stratified(int[] strata, int[] sampled, int[] population) {
        if (sampled.length != population.length) {
            throw new IllegalArgumentException(
                    "sampled has " + sampled.length + " strata but population has " + population.length);
        }
        for (int h = 0; h < sampled.length; h++) {
            if (sampled[h] < 0 || sampled[h] > population[h]) {
                throw new IllegalArgumentException("sampled must be in [0, population], got " + sampled[h] + " of "
                        + population[h] + " in stratum " + h);
            }
            if (sampled[h] == 1 && population[h] > 1) {
                throw new IllegalArgumentException(
                        "sampled must be at least 2 where a stratum has several units, got 1 of " + population[h]
                                + " in stratum " + h);
            }
        }
        for (int row = 0; row < strata.length; row++) {
            if (strata[row] < 0 || strata[row] >= sampled.length) {
                throw new IllegalArgumentException(
                        "strata must be in [0, " + sampled.length + "), got " + strata[row] + " at row " + row);
            }
        }
        return new Design(strata.length, null, strata.clone(), sampled.clone(), population.clone());
    }

    /**
     * {@return the same design with rows in clusters}
     *
     * @param newClusters for each row the number of its cluster, at least 0; copied, and numbered anew in the same
     *     order where there are gaps, so that {@link #unit} is below {@link #units}
     * @throws IllegalArgumentException if there is not one number a row, one is negative, or the rows of a cluster are
     *     in different strata
     */
    public Design withClusters(int[] newClusters) {
        if (newClusters.length != rows) {
            throw new IllegalArgumentException(
                    "clusters has " + newClusters.length + " rows but the design has " + rows);
        }
        for (int row = 0; row < rows; row++) {
            if (newClusters[row] < 0) {
                throw new IllegalArgumentException(
                        "clusters must be at least 0, got " + newClusters[row] + " at row " + row);
            }
        }
        requireWithinStrata(newClusters);
        return new Design(rows, renumber(newClusters.clone()), strata, sampled, population);
    }

    /** A cluster is drawn whole, so it can be of one stratum only. */
    private void requireWithinStrata(int[] named) {
        if (strata == null) {
            return;
        }
        int[] numbers = renumber(named.clone());
        int[] known = new int[rows];
        Arrays.fill(known, -1);
        for (int row = 0; row < rows; row++) {
            int before = known[numbers[row]];
            if (before >= 0 && before != strata[row]) {
                throw new IllegalArgumentException("a cluster must lie within one stratum, got cluster " + named[row]
                        + " in strata " + before + " and " + strata[row]);
            }
            known[numbers[row]] = strata[row];
        }
    }

    /**
     * {@return the design of some of the rows; strata keep the sizes of the whole sample, as a domain of it needs}
     *
     * @param selected row numbers from 0
     */
    public Design select(int[] selected) {
        int[] someClusters = clusters == null ? null : renumber(pick(clusters, selected));
        int[] someStrata = strata == null ? null : pick(strata, selected);
        return new Design(selected.length, someClusters, someStrata, sampled, population);
    }

    /** {@return whether the rows are a sample, so that the full set is a target of its own} */
    public boolean isSample() {
        return strata != null;
    }

    /** {@return whether rows come in clusters} */
    public boolean isClustered() {
        return clusters != null;
    }

    /**
     * {@return how many units of the set each sampled unit of the row's stratum stands for; 1 if this is no sample}
     *
     * @param row the row, from 0
     */
    public double sampleWeight(int row) {
        return strata == null ? 1 : sampleWeights[strata[row]];
    }

    /** {@return the number of rows} */
    public int rows() {
        return rows;
    }

    /**
     * {@return the unit of a row: its cluster where rows come in clusters, else the row}
     *
     * @param row the row, from 0
     */
    public int unit(int row) {
        return clusters == null ? row : clusters[row];
    }

    /** {@return how many units there are} */
    public int units() {
        return units;
    }

    /**
     * {@return the design of these predictions: in a ranking the queries are the clusters unless there are larger ones}
     *
     * @param predictions as many rows as the design has
     * @throws IllegalArgumentException if the numbers of rows differ, or a query is parted by clusters or by the sample
     */
    public Design withUnitsOf(Predictions predictions) {
        return QueryClusters.of(this, predictions);
    }

    /** How many units of the set each sampled unit of a stratum stands for. */
    double stratumWeight(int stratum) {
        return sampleWeights[stratum];
    }

    int stratum(int row) {
        return strata == null ? 0 : strata[row];
    }

    int strata() {
        return sampled.length;
    }

    int sampled(int stratum) {
        return sampled[stratum];
    }

    int population(int stratum) {
        return population[stratum];
    }

    int[] sampledSizes() {
        return sampled.clone();
    }

    /** A design of the same strata, of which other numbers of units are sampled: one to plan with. */
    Design withSampled(int[] others) {
        return new Design(rows, clusters, strata, others.clone(), population);
    }

    long populationUnits() {
        return Arrays.stream(population).asLongStream().sum();
    }

    private static int[] pick(int[] values, int[] rows) {
        int[] some = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            some[i] = values[rows[i]];
        }
        return some;
    }

    /** Closes the gaps between numbers, in place and in the same order. */
    static int[] renumber(int[] clusters) {
        if (isDense(clusters)) {
            return clusters;
        }
        int[] distinct = distinct(clusters);
        for (int i = 0; i < clusters.length; i++) {
            clusters[i] = Arrays.binarySearch(distinct, clusters[i]);
        }
        return clusters;
    }

    private static boolean isDense(int[] clusters) {
        boolean[] seen = new boolean[clusters.length];
        int largest = -1;
        int distinct = 0;
        for (int cluster : clusters) {
            if (cluster >= seen.length) {
                return false;
            }
            distinct += seen[cluster] ? 0 : 1;
            seen[cluster] = true;
            largest = Math.max(largest, cluster);
        }
        return distinct == largest + 1;
    }

    private static int[] distinct(int[] clusters) {
        int[] sorted = clusters.clone();
        Arrays.sort(sorted);
        int count = 0;
        for (int cluster : sorted) {
            if (count == 0 || cluster != sorted[count - 1]) {
                sorted[count++] = cluster;
            }
        }
        return Arrays.copyOf(sorted, count);
    }
}
