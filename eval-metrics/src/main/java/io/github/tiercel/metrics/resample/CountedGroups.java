package io.github.tiercel.metrics.resample;

import io.github.tiercel.metrics.ScoreGroups;

/** Score groups of independent rows that count one each: one draw for the rows of a group and label. */
final class CountedGroups implements GroupDraws {

    private final ScoreGroups groups;
    private final SegmentDraws draws;

    private CountedGroups(ScoreGroups groups, SegmentDraws draws) {
        this.groups = groups;
        this.draws = draws;
    }

    static CountedGroups of(ScoreGroups groups) {
        int[] sizes = new int[2 * groups.size()];
        for (int g = 0; g < groups.size(); g++) {
            sizes[2 * g] = (int) groups.positive(g);
            sizes[2 * g + 1] = (int) groups.negative(g);
        }
        return new CountedGroups(groups, SegmentDraws.of(sizes));
    }

    @Override
    public ScoreGroups groups() {
        return groups;
    }

    @Override
    public void reweight(long pairKey, CumulativeWeights first, CumulativeWeights second) {
        int[] weights = new int[2 * groups.size()];
        fill(pairKey, weights, first);
        fill(KeyedHash.mix(pairKey), weights, second);
    }

    private void fill(long key, int[] weights, CumulativeWeights cumulative) {
        draws.draw(key, weights);
        cumulative.restart();
        for (int g = 0; g < groups.size(); g++) {
            cumulative.add(true, weights[2 * g]);
            cumulative.add(false, weights[2 * g + 1]);
            cumulative.close(g);
        }
    }
}
