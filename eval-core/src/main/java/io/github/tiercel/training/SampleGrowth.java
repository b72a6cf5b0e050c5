package io.github.tiercel.training;

import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.SampleRows;
import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.result.Notice;
import java.util.Locale;

/** The smallest tier of a run, which takes more rows where few cannot tell epochs apart. One thread. */
final class SampleGrowth {

    /** Half the margin for four times the rows. */
    private static final int FACTOR = 4;

    private final Evaluator evaluator;
    private final Tier first;
    private Tier tier;

    SampleGrowth(Evaluator evaluator, Tier first) {
        this.evaluator = evaluator;
        this.first = first;
        this.tier = first;
    }

    /** The tier as it stands now; as it was at first for a source that has no more scores. */
    Tier tierFor(EpochSource source) {
        return tier.equals(first) || source.covers(evaluator, tier) ? tier : first;
    }

    /** The tier as it stands now. */
    Tier tier() {
        return tier;
    }

    /** The tier with four times the rows, or all of them. */
    Tier next() {
        long more = (long) FACTOR * rows(tier);
        int all = evaluator.set().rows();
        return tier.withRows(more >= all ? new SampleRows.All() : new SampleRows.Exactly((int) more));
    }

    boolean isWhole() {
        return rows(tier) == evaluator.set().rows();
    }

    void grow() {
        tier = next();
    }

    static Notice notice(String monitor, int reference, int rows, SampleGrowth growth) {
        return new Notice(
                "TIER_ENLARGED",
                String.format(
                        Locale.ROOT,
                        "%,d rows cannot tell whether %s is better than in epoch %d: from the next epoch on the %s tier"
                                + " takes %,d.",
                        rows,
                        monitor,
                        reference,
                        growth.tier().name(),
                        growth.rows(growth.tier())));
    }

    /** How many rows a tier has, without the work of drawing them. */
    int rows(Tier of) {
        return of.rows() instanceof SampleRows.All
                ? evaluator.set().rows()
                : of.rows().of(evaluator.set().order());
    }
}
