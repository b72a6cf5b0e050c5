package io.github.tiercel.metrics;

import io.github.tiercel.metrics.sort.ScoreCounts;

/** The weight of positive and of negative rows, by score group. */
interface GroupWeights {

    /** The weight of a label in the group and all higher ones; 0 for group -1. */
    double through(boolean label, int group);

    /** The weight of a label in the group alone. */
    double of(boolean label, int group);

    /** Reads some groups at once, which spares a call for each. */
    void read(int from, int to, GroupBlock block);

    /** Sums, compensated over all groups, and beside them each group's own, which differences would lose. */
    static GroupWeights of(BinaryPredictions predictions, int[] order, int[] ends) {
        return new Weighed(
                OwnAndThrough.of(predictions, order, ends, true), OwnAndThrough.of(predictions, order, ends, false));
    }

    /** By their sums alone, of which differences are taken. */
    final class Cumulative implements GroupWeights {

        private final double[] positives;
        private final double[] negatives;

        Cumulative(double[] positives, double[] negatives) {
            this.positives = positives;
            this.negatives = negatives;
        }

        @Override
        public double through(boolean label, int group) {
            return group < 0 ? 0 : (label ? positives : negatives)[group];
        }

        @Override
        public double of(boolean label, int group) {
            return through(label, group) - through(label, group - 1);
        }

        @Override
        public void read(int from, int to, GroupBlock block) {
            System.arraycopy(positives, from, block.truePositives, 0, to - from);
            System.arraycopy(negatives, from, block.falsePositives, 0, to - from);
            double truePositives = through(true, from - 1);
            double falsePositives = through(false, from - 1);
            for (int i = 0; i < to - from; i++) {
                block.positives[i] = block.truePositives[i] - truePositives;
                block.negatives[i] = block.falsePositives[i] - falsePositives;
                truePositives = block.truePositives[i];
                falsePositives = block.falsePositives[i];
            }
        }
    }

    /** By their sums and one by one. */
    record Weighed(OwnAndThrough positives, OwnAndThrough negatives) implements GroupWeights {

        @Override
        public double through(boolean label, int group) {
            return group < 0 ? 0 : (label ? positives : negatives).through[group];
        }

        @Override
        public double of(boolean label, int group) {
            return (label ? positives : negatives).own[group];
        }

        @Override
        public void read(int from, int to, GroupBlock block) {
            System.arraycopy(positives.own, from, block.positives, 0, to - from);
            System.arraycopy(negatives.own, from, block.negatives, 0, to - from);
            System.arraycopy(positives.through, from, block.truePositives, 0, to - from);
            System.arraycopy(negatives.through, from, block.falsePositives, 0, to - from);
        }
    }

    /** The weights of one label. */
    final class OwnAndThrough {

        private final double[] own;
        private final double[] through;

        private OwnAndThrough(double[] own, double[] through) {
            this.own = own;
            this.through = through;
        }

        static OwnAndThrough of(BinaryPredictions predictions, int[] order, int[] ends, boolean label) {
            double[] own = new double[ends.length];
            double[] through = new double[ends.length];
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
                through[g] = sum.value();
                own[g] = group.value();
            }
            return new OwnAndThrough(own, through);
        }
    }

    /** Of rows that count alike within their label. */
    record Counted(ScoreCounts counts, LabelWeights weights) implements GroupWeights {

        @Override
        public double through(boolean label, int group) {
            if (group < 0) {
                return 0;
            }
            return weights.of(label) * (label ? counts.truePositives(group) : counts.falsePositives(group));
        }

        @Override
        public double of(boolean label, int group) {
            int through = label ? counts.truePositives(group) : counts.falsePositives(group);
            int above = group == 0 ? 0 : label ? counts.truePositives(group - 1) : counts.falsePositives(group - 1);
            return weights.of(label) * (through - above);
        }

        @Override
        public void read(int from, int to, GroupBlock block) {
            int truePositives = from == 0 ? 0 : counts.truePositives(from - 1);
            int falsePositives = from == 0 ? 0 : counts.falsePositives(from - 1);
            for (int i = 0; i < to - from; i++) {
                int truePositivesThrough = counts.truePositives(from + i);
                int falsePositivesThrough = counts.falsePositives(from + i);
                block.put(i, weights, truePositives, truePositivesThrough, falsePositives, falsePositivesThrough);
                truePositives = truePositivesThrough;
                falsePositives = falsePositivesThrough;
            }
        }
    }

    /** Of rows that count alike within their label, when some of them are taken away. */
    record Rest(ScoreCounts all, ScoreCounts taken, LabelWeights weights) implements GroupWeights {

        @Override
        public double through(boolean label, int group) {
            return weights.of(label) * left(label, group);
        }

        @Override
        public double of(boolean label, int group) {
            return weights.of(label) * (left(label, group) - left(label, group - 1));
        }

        @Override
        public void read(int from, int to, GroupBlock block) {
            int next = from == 0 ? 0 : taken.scoresAtLeast(all.score(from - 1));
            int truePositivesTaken = truePositivesTaken(next);
            int falsePositivesTaken = falsePositivesTaken(next);
            int truePositives = left(true, from - 1);
            int falsePositives = left(false, from - 1);
            for (int i = 0; i < to - from; i++) {
                // Both lists fall, and a score of the part is one of all scores.
                if (next < taken.size() && taken.score(next) == all.score(from + i)) {
                    truePositivesTaken = taken.truePositives(next);
                    falsePositivesTaken = taken.falsePositives(next);
                    next++;
                }
                int truePositivesThrough = all.truePositives(from + i) - truePositivesTaken;
                int falsePositivesThrough = all.falsePositives(from + i) - falsePositivesTaken;
                block.put(i, weights, truePositives, truePositivesThrough, falsePositives, falsePositivesThrough);
                truePositives = truePositivesThrough;
                falsePositives = falsePositivesThrough;
            }
        }

        private int left(boolean label, int group) {
            if (group < 0) {
                return 0;
            }
            int before = taken.scoresAtLeast(all.score(group));
            return label
                    ? all.truePositives(group) - truePositivesTaken(before)
                    : all.falsePositives(group) - falsePositivesTaken(before);
        }

        private int truePositivesTaken(int before) {
            return before == 0 ? 0 : taken.truePositives(before - 1);
        }

        private int falsePositivesTaken(int before) {
            return before == 0 ? 0 : taken.falsePositives(before - 1);
        }
    }
}
