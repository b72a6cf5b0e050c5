package io.github.tiercel.xgboost;

import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.jspecify.annotations.Nullable;

/** The rows of an evaluation set as XGBoost holds them: those of the sample, and all, each from its first use on. */
final class HoldOut implements AutoCloseable {

    private final RowSource<?> source;
    private final int[] sampled;
    private @Nullable KeptRows sample;
    private @Nullable KeptRows all;

    /** Takes over the numbers of the rows in the sample, in its order. */
    HoldOut(RowSource<?> source, int[] sampled) {
        this.source = source;
        this.sampled = sampled;
    }

    /** {@return whether the sample is a part of the rows} */
    boolean isSampled() {
        return sampled.length < rows();
    }

    private int rows() {
        return source.features().rows();
    }

    /** {@return the scores of the rows in the sample, from the first rounds of a booster; from all if 0} */
    float[][] sample(Booster booster, int rounds) throws XGBoostError {
        KeptRows kept = sample;
        if (kept == null) {
            kept = keep(sampled, booster);
            sample = kept;
        }
        return kept.scores(booster, rounds);
    }

    /** {@return the scores of all rows, from the first rounds of a booster; from all if 0} */
    float[][] all(Booster booster, int rounds) throws XGBoostError {
        KeptRows kept = all;
        if (kept == null) {
            kept = keep(IntStream.range(0, rows()).toArray(), booster);
            all = kept;
        }
        return kept.scores(booster, rounds);
    }

    private KeptRows keep(int[] rows, Booster booster) throws XGBoostError {
        return KeptRows.of(source, rows, BoosterInput.of(booster), KeptRows.NUMBERS_OF_A_BLOCK);
    }

    @Override
    public void close() {
        if (sample != null) {
            sample.close();
        }
        if (all != null) {
            all.close();
        }
    }
}
