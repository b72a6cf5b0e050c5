package io.github.tiercel.xgboost;

import java.util.Arrays;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** The best round so far, of which the sample is scored but not all rows. */
final class BestRound {

    private final Booster booster;
    private final int round;
    private final float[][] sample;

    /** Takes over the scores of the sample. */
    BestRound(Booster booster, int round, float[][] sample) {
        this.booster = booster;
        this.round = round;
        this.sample = sample;
    }

    int round() {
        return round;
    }

    /** {@return whether the first rounds of the booster are still what they were; not so with dart and gblinear} */
    boolean stands(HoldOut rows) throws XGBoostError {
        return booster.getNumBoostedRound() >= round && Arrays.deepEquals(sample, rows.sample(booster, round));
    }

    float[][] all(HoldOut rows) throws XGBoostError {
        return rows.all(booster, round);
    }
}
