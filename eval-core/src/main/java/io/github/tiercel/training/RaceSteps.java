package io.github.tiercel.training;

import io.github.tiercel.evaluation.SampleRows;
import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.sampling.RowOrder;
import java.util.stream.IntStream;

/** The sizes through which the sample of a race grows: twice as many rows each time, then all. */
record RaceSteps(RowOrder order) {

    private static final int FIRST = 1024;

    /** Known before the race, so that the error probability can be shared out among them. */
    int count() {
        return (int) doublings().count() + 1;
    }

    /** The rows of a step, counted from 0; whole groups can be fewer. */
    int rows(int step) {
        return step == count() - 1
                ? order.size()
                : doublings().skip(step).findFirst().orElseThrow();
    }

    Tier tier(int step) {
        return Tier.fast().withRows(step == count() - 1 ? new SampleRows.All() : new SampleRows.Exactly(rows(step)));
    }

    private IntStream doublings() {
        return IntStream.iterate(FIRST, rows -> rows > 0 && rows < order.size(), rows -> 2 * rows)
                .filter(rows -> rows >= order.smallestSample());
    }
}
