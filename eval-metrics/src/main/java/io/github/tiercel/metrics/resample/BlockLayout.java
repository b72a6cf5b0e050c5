package io.github.tiercel.metrics.resample;

import io.github.tiercel.metrics.ScoreGroups;
import io.github.tiercel.metrics.binary.BestF1;
import java.util.Arrays;

/**
 * Score groups in blocks of nearby ranks: single groups at the top, then blocks of 1/128 of their rank, at most 1/1024
 * of all rows, and 1/8192 around the threshold of the best F1. No block parts a group or crosses a threshold.
 *
 * <p>About 2,500 blocks for large data. 16 bytes a block.
 */
final class BlockLayout {

    private static final int RANK_PARTS = 128;
    private static final int PARTS = 1024;
    private static final int FINE_PARTS = 8192;
    private static final int NEAR_PARTS = 64;

    private final ScoreGroups groups;
    private final int[] lastGroups;
    private final double[] lostShares;

    private BlockLayout(ScoreGroups groups, int[] lastGroups) {
        this.groups = groups;
        this.lastGroups = lastGroups;
        this.lostShares = new double[lastGroups.length];
        Arrays.setAll(lostShares, block -> lostShare(groups, firstGroup(block), lastGroups[block]));
    }

    static BlockLayout of(ScoreGroups groups, double[] thresholds, BestF1 bestF1) {
        int[] cuts = Arrays.stream(thresholds)
                .mapToInt(threshold -> groups.groupsAtLeast(threshold) - 1)
                .sorted()
                .toArray();
        int best = bestF1.choose(groups)
                .map(choice -> groups.end(groups.groupsAtLeast(choice.threshold()) - 1))
                .orElse(0);
        int[] lastGroups = new int[groups.size()];
        int blocks = 0;
        int begin = 0;
        for (int g = 0; g < groups.size(); g++) {
            boolean isCut = Arrays.binarySearch(cuts, g) >= 0;
            if (isCut || g + 1 == groups.size() || groups.end(g + 1) - begin > largest(groups.rows(), begin, best)) {
                lastGroups[blocks++] = g;
                begin = groups.end(g);
            }
        }
        return new BlockLayout(groups, Arrays.copyOf(lastGroups, blocks));
    }

    /** How many rows a block that begins at a rank may have. */
    private static int largest(int rows, int begin, int best) {
        boolean isNear = Math.abs(begin - best) <= rows / NEAR_PARTS;
        return Math.min(begin / RANK_PARTS, rows / (isNear ? FINE_PARTS : PARTS));
    }

    /** The share of pairs of a positive and a negative row of the groups that the positive one loses; ties half. */
    private static double lostShare(ScoreGroups groups, int first, int last) {
        double lost = 0;
        double positives = 0;
        double negatives = 0;
        for (int g = first; g <= last; g++) {
            lost += groups.positive(g) * (negatives + groups.negative(g) / 2);
            positives += groups.positive(g);
            negatives += groups.negative(g);
        }
        return positives * negatives > 0 ? lost / (positives * negatives) : 0;
    }

    ScoreGroups groups() {
        return groups;
    }

    int blocks() {
        return lastGroups.length;
    }

    int firstGroup(int block) {
        return block == 0 ? 0 : lastGroups[block - 1] + 1;
    }

    int lastGroup(int block) {
        return lastGroups[block];
    }

    double lostShare(int block) {
        return lostShares[block];
    }

    /** Whether all rows of the block have one score, so that nothing in it is approximate. */
    boolean isOneGroup(int block) {
        return firstGroup(block) == lastGroups[block];
    }

    int blocksAtLeast(double threshold) {
        int at = Arrays.binarySearch(lastGroups, groups.groupsAtLeast(threshold) - 1);
        return at >= 0 ? at + 1 : -at - 1;
    }

    /** How many negative and positive rows each block has. */
    int[] sizes() {
        int[] sizes = new int[2 * blocks()];
        for (int block = 0; block < blocks(); block++) {
            int before = firstGroup(block) - 1;
            sizes[2 * block] = (int) (groups.falsePositives(lastGroups[block]) - groups.falsePositives(before));
            sizes[2 * block + 1] = (int) (groups.truePositives(lastGroups[block]) - groups.truePositives(before));
        }
        return sizes;
    }
}
