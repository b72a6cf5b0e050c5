package io.github.tiercel.serving;

import io.github.tiercel.inference.ModelException;
import io.github.tiercel.inference.ScoreSink;

/** Takes scores and keeps none, but counts them; that each is a number is seen too. */
final class CountingSink implements ScoreSink {

    private final int outputs;
    private int scores;
    private int numbers;

    CountingSink(int outputs) {
        this.outputs = outputs;
    }

    @Override
    public void score(int row, double score) {
        score(row, 0, score);
    }

    @Override
    public void score(int row, int output, double score) {
        scores++;
        numbers += Double.isFinite(score) ? 1 : 0;
    }

    void clear() {
        scores = 0;
        numbers = 0;
    }

    /** That a model must give every score exactly once is checked for good when it is evaluated. */
    void requireAll(int[] rows) {
        int wanted = rows.length * outputs;
        if (scores != wanted) {
            throw new ModelException(
                    "MODEL_OUTPUT",
                    "The model gave " + scores + " of " + wanted + " scores when it was timed on " + TimedRows.of(rows)
                            + ". Every row needs exactly one of each output.");
        }
        if (numbers != wanted) {
            throw new ModelException(
                    "MODEL_OUTPUT",
                    "The model gave NaN or infinity for " + (wanted - numbers) + " of " + wanted
                            + " scores when it was timed on " + TimedRows.of(rows)
                            + ". It may have diverged, or a feature is missing there.");
        }
    }
}
