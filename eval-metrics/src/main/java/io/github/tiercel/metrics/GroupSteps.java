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
        block.clear();
        while (next < groups.size() && block.size() <= StepBlock.CAPACITY - PART) {
            int end = Math.min(groups.size(), next + PART);
            groups.read(next, end, part);
            append(block);
            next = end;
        }
        return block.size() > 0;
    }

    private void append(StepBlock block) {
        for (int i = 0; i < part.size(); i++) {
            double falsePositives = part.falsePositives(i);
            block.addIfPositive(
                    part.positive(i), part.truePositives(i), falsePositives, falsePositives - part.negative(i) / 2);
        }
    }
}
