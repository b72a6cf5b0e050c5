package io.github.tiercel.xgboost;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Rows that are scored round after round. A booster remembers, for each matrix that it has scored, what its trees have
 * added up to; so the same matrix costs new trees only, and a new matrix of the same rows all of them.
 */
final class KeptRows implements AutoCloseable {

    /** 256 MB of floats, the most that are copied at once on their way to XGBoost. */
    static final int NUMBERS_OF_A_BLOCK = 1 << 26;

    private final int rows;
    private final List<DMatrix> blocks = new ArrayList<>();

    private KeptRows(int rows) {
        this.rows = rows;
    }

    static KeptRows of(RowSource<?> source, int[] rows, BoosterInput input, int numbersOfABlock) throws XGBoostError {
        KeptRows kept = new KeptRows(rows.length);
        int perBlock = Math.max(1, numbersOfABlock / Math.max(1, input.features()));
        try {
            for (int from = 0; from < rows.length; from += perBlock) {
                int to = Math.min(rows.length, from + perBlock);
                kept.blocks.add(source.matrix(Arrays.copyOfRange(rows, from, to), input));
            }
            return kept;
        } catch (XGBoostError | RuntimeException | Error e) {
            kept.close();
            throw e;
        }
    }

    /**
     * {@return the scores of each row}
     *
     * @param rounds the rounds that they come from; all if 0
     */
    float[][] scores(Booster booster, int rounds) throws XGBoostError {
        float[][] scores = new float[rows][];
        int from = 0;
        for (DMatrix block : blocks) {
            float[][] ofBlock = booster.predict(block, false, rounds);
            System.arraycopy(ofBlock, 0, scores, from, ofBlock.length);
            from += ofBlock.length;
        }
        return scores;
    }

    @Override
    public void close() {
        blocks.forEach(DMatrix::dispose);
        blocks.clear();
    }
}
