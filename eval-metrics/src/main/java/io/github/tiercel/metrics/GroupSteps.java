package io.github.tiercel.metrics;

/** The steps of recall among score groups. */
final class GroupSteps implements RecallSteps {

    /** A part of a block's capacity, so that a block is nearly full before it is handed over. */
    private static final int PART = StepBlock.CAPACITY / 4;

    private final ScoreGroups groups;
    private final GroupBlock part = new GroupBlock();
    private int next;

    GroupSteps(ScoreGroups groups) {
        this.groups = groups;
    }

    @Override
    public double positives() {
        return groups.positives();
    }

    @Override
    public double negatives() {
        return groups.negatives();
    }

    @Override
    public boolean next(StepBlock block) {
        int steps = 0;
        while (next < groups.size() && steps <= StepBlock.CAPACITY - PART) {
            int end = Math.min(groups.size(), next + PART);
            groups.read(next, end, part);
            steps = append(block, steps);
            next = end;
        }
        block.resize(steps);
        return steps > 0;
    }

    private int append(StepBlock block, int steps) {
        int place = steps;
        for (int i = 0; i < part.size(); i++) {
            double positive = part.positive(i);
            double falsePositives = part.falsePositives(i);
            block.set(place, positive, part.truePositives(i), falsePositives, falsePositives - part.negative(i) / 2);
            // Overwritten by the next group unless this one is a step, which spares a branch.
            place += positive > 0 ? 1 : 0;
        }
        return place;
    }
}
