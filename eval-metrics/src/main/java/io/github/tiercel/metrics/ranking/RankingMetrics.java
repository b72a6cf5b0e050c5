package io.github.tiercel.metrics.ranking;

import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.RankingPredictions;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All metrics of rankings, by constant and by name. They skip queries without a relevant row and average ties
 * ({@link Counting#DEFAULT}) unless told otherwise.
 *
 * <pre>{@code
 * Counting asScikitLearn = new Counting(WithoutRelevant.ZERO, Ties.AVERAGED);
 * QueryMeanMetric ndcg = RankingMetrics.named("ndcg@5", asScikitLearn).orElseThrow();
 * }</pre>
 *
 * @since 0.1
 */
public final class RankingMetrics {

    /** The number of ranks looked at unless another one is named. */
    public static final int DEFAULT_K = 10;

    /** Normalised discounted cumulative gain, linear, of the first 10 rows. */
    public static final Ndcg NDCG_10 = new Ndcg(DEFAULT_K, Gain.LINEAR, Counting.DEFAULT);

    /** Normalised discounted cumulative gain, exponential, of the first 10 rows. */
    public static final Ndcg NDCG_EXP_10 = new Ndcg(DEFAULT_K, Gain.EXPONENTIAL, Counting.DEFAULT);

    /** Mean average precision. */
    public static final MeanAveragePrecision MAP = new MeanAveragePrecision(Counting.DEFAULT);

    /** Mean reciprocal rank. */
    public static final MeanReciprocalRank MRR = new MeanReciprocalRank(Counting.DEFAULT);

    /** Share of relevant rows among the first 10. */
    public static final PrecisionAt PRECISION_10 = new PrecisionAt(DEFAULT_K, Counting.DEFAULT);

    /** Share of the relevant rows that stand among the first 10. */
    public static final RecallAt RECALL_10 = new RecallAt(DEFAULT_K, Counting.DEFAULT);

    /** Share of queries with a relevant row among the first 10. */
    public static final HitAt HIT_10 = new HitAt(DEFAULT_K, Counting.DEFAULT);

    /** Discounted cumulative gain, linear, of the first 10 rows. */
    public static final Dcg DCG_10 = new Dcg(DEFAULT_K, Gain.LINEAR, Counting.DEFAULT);

    /** Discounted cumulative gain, exponential, of the first 10 rows. */
    public static final Dcg DCG_EXP_10 = new Dcg(DEFAULT_K, Gain.EXPONENTIAL, Counting.DEFAULT);

    private static final List<QueryMeanMetric> ALL =
            List.of(NDCG_10, MAP, MRR, PRECISION_10, RECALL_10, HIT_10, NDCG_EXP_10, DCG_10, DCG_EXP_10);

    /** Nine digits at most, so that every k is an int. */
    private static final Pattern CUT = Pattern.compile("([a-z_]+)@([1-9][0-9]{0,8})");

    private RankingMetrics() {}

    /** {@return every metric of rankings, at 10 ranks, in the order in which results list them; immutable} */
    public static List<QueryMeanMetric> all() {
        return ALL;
    }

    /** {@return how names with a parameter are spelt, the parameter in capitals; immutable} */
    public static List<String> patterns() {
        return List.of("ndcg@K", "ndcg_exp@K", "dcg@K", "dcg_exp@K", "precision@K", "recall@K", "hit@K");
    }

    /**
     * {@return the metric of a name, or empty}
     *
     * @param name {@code "map"}, {@code "mrr"}; {@code "ndcg"}, {@code "ndcg_exp"}, {@code "dcg"} or {@code "dcg_exp"},
     *     without a cut or followed by {@code "@"} and a number of ranks from 1 to 999999999; {@code "precision"},
     *     {@code "recall"} or {@code "hit"} followed by such a cut; in exactly this spelling
     */
    public static Optional<QueryMeanMetric> named(String name) {
        return named(name, Counting.DEFAULT);
    }

    /**
     * {@return the metric of a name with declared rules, or empty}
     *
     * @param name a name as above
     * @param counting what ties and queries without a relevant row count
     */
    public static Optional<QueryMeanMetric> named(String name, Counting counting) {
        Matcher cut = CUT.matcher(name);
        return cut.matches() ? cut(cut.group(1), Integer.parseInt(cut.group(2)), counting) : uncut(name, counting);
    }

    /**
     * {@return the metric with declared rules if it is one of Tiercel's, else the metric itself}
     *
     * @param metric any metric
     * @param counting what ties and queries without a relevant row count
     */
    public static Metric<RankingPredictions> with(Metric<RankingPredictions> metric, Counting counting) {
        return metric instanceof QueryMeanMetric mean
                        && named(mean.name(), mean.counting()).equals(Optional.of(mean))
                ? named(mean.name(), counting).orElseThrow()
                : metric;
    }

    private static Optional<QueryMeanMetric> uncut(String name, Counting counting) {
        return switch (name) {
            case "ndcg" -> Optional.of(new Ndcg(Ndcg.ALL_RANKS, Gain.LINEAR, counting));
            case "ndcg_exp" -> Optional.of(new Ndcg(Ndcg.ALL_RANKS, Gain.EXPONENTIAL, counting));
            case "dcg" -> Optional.of(new Dcg(Ndcg.ALL_RANKS, Gain.LINEAR, counting));
            case "dcg_exp" -> Optional.of(new Dcg(Ndcg.ALL_RANKS, Gain.EXPONENTIAL, counting));
            case "map" -> Optional.of(new MeanAveragePrecision(counting));
            case "mrr" -> Optional.of(new MeanReciprocalRank(counting));
            default -> Optional.empty();
        };
    }

    private static Optional<QueryMeanMetric> cut(String name, int k, Counting counting) {
        return switch (name) {
            case "ndcg" -> Optional.of(new Ndcg(k, Gain.LINEAR, counting));
            case "ndcg_exp" -> Optional.of(new Ndcg(k, Gain.EXPONENTIAL, counting));
            case "dcg" -> Optional.of(new Dcg(k, Gain.LINEAR, counting));
            case "dcg_exp" -> Optional.of(new Dcg(k, Gain.EXPONENTIAL, counting));
            case "precision" -> Optional.of(new PrecisionAt(k, counting));
            case "recall" -> Optional.of(new RecallAt(k, counting));
            case "hit" -> Optional.of(new HitAt(k, counting));
            default -> Optional.empty();
        };
    }
}
