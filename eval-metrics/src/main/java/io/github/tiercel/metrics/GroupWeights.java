package io.github.tiercel.metrics;

import io.github.tiercel.metrics.sort.ScoreCounts;

/** The weight of the rows of one class, by score group. */
interface GroupWeights {

    /** The weight in the group and all higher ones; 0 for group -1. */
    double through(int group);

    /** The weight in the group alone. */
    double of(int group);

    /** Copies some groups at once, which spares a call for each. */
    void copy(int from, int to, double[] own, double[] through);

    /** Weights known by their sums, of which differences are taken: exact for counts. */
    static GroupWeights ofCumulative(double[] cumulative) {
        return new Cumulative(cumulative);
    }

    /** Sums, compensated over all groups, and beside them each group's own, which differences would lose. */
    static GroupWeights of(BinaryPredictions predictions, int[] order, int[] ends, boolean label) {
        double[] cumulative = new double[ends.length];
        double[] own = new double[ends.length];
        CompensatedSum sum = new CompensatedSum();
        int rank = 0;
        for (int g = 0; g < ends.length; g++) {
            CompensatedSum group = new CompensatedSum();
            for (; rank < ends[g]; rank++) {
                if (predictions.label(order[rank]) == label) {
                    sum.add(predictions.weight(order[rank]));
                    group.add(predictions.weight(order[rank]));
                }
            }
            cumulative[g] = sum.value();
            own[g] = group.value();
        }
        return new Weighed(cumulative, own);
    }

    /** By their sums alone. */
    record Cumulative(double[] sums) implements GroupWeights {

        @Override
        public double through(int group) {
            return group < 0 ? 0 : sums[group];
        }

        @Override
        public double of(int group) {
            return sums[group] - through(group - 1);
        }

        @Override
        public void copy(int from, int to, double[] own, double[] through) {
            double above = through(from - 1);
            for (int g = from; g < to; g++) {
                own[g - from] = sums[g] - above;
                above = sums[g];
            }
            System.arraycopy(sums, from, through, 0, to - from);
        }
    }

    /** By their sums and one by one. */
    record Weighed(double[] sums, double[] own) implements GroupWeights {

        @Override
        public double through(int group) {
            return group < 0 ? 0 : sums[group];
        }

        @Override
        public double of(int group) {
            return own[group];
        }

        @Override
        public void copy(int from, int to, double[] ofGroups, double[] through) {
            System.arraycopy(own, from, ofGroups, 0, to - from);
            System.arraycopy(sums, from, through, 0, to - from);
        }
    }

    /** Positive rows that count one each. */
    record CountedPositives(ScoreCounts counts) implements GroupWeights {

        @Override
        public double through(int group) {
            return group < 0 ? 0 : counts.truePositives(group);
        }

        @Override
        public double of(int group) {
            return through(group) - through(group - 1);
        }

        @Override
        public void copy(int from, int to, double[] own, double[] through) {
            double above = through(from - 1);
            for (int g = from; g < to; g++) {
                through[g - from] = counts.truePositives(g);
                own[g - from] = through[g - from] - above;
                above = through[g - from];
            }
        }
    }

    /** Negative rows that count one each. */
    record CountedNegatives(ScoreCounts counts) implements GroupWeights {

        @Override
        public double through(int group) {
            return group < 0 ? 0 : counts.falsePositives(group);
        }

        @Override
        public double of(int group) {
            return through(group) - through(group - 1);
        }

        @Override
        public void copy(int from, int to, double[] own, double[] through) {
            double above = through(from - 1);
            for (int g = from; g < to; g++) {
                through[g - from] = counts.falsePositives(g);
                own[g - from] = through[g - from] - above;
                above = through[g - from];
            }
        }
    }

    /** What is left when some of the rows are taken away; exact for counts. */
    record Rest(ScoreGroups groups, GroupWeights all, ScoreGroups part, GroupWeights taken) implements GroupWeights {

        @Override
        public double through(int group) {
            return group < 0 ? 0 : all.through(group) - taken.through(part.groupsAtLeast(groups.score(group)) - 1);
        }

        @Override
        public double of(int group) {
            return through(group) - through(group - 1);
        }

        @Override
        public void copy(int from, int to, double[] own, double[] through) {
            double above = through(from - 1);
            int next = from == 0 ? 0 : part.groupsAtLeast(groups.score(from - 1));
            all.copy(from, to, own, through);
            for (int g = from; g < to; g++) {
                next += next < part.size() && part.score(next) == groups.score(g) ? 1 : 0;
                through[g - from] -= taken.through(next - 1);
                own[g - from] = through[g - from] - above;
                above = through[g - from];
            }
        }
    }
}
