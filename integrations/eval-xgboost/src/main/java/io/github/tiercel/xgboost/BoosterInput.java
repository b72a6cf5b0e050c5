package io.github.tiercel.xgboost;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * What a booster reads of a row.
 *
 * @param features how many numbers
 * @param names their names; none if the booster was trained without
 */
record BoosterInput(int features, List<String> names) {

    static BoosterInput of(Booster booster) throws XGBoostError {
        int features = Math.toIntExact(booster.getNumFeature());
        // XGBoost gives an array of nulls where it has no names.
        String[] names = booster.getFeatureNames();
        boolean named = names.length == features && Arrays.stream(names).allMatch(Objects::nonNull);
        return new BoosterInput(features, named ? List.of(names) : List.of());
    }

    /** {@return rows as XGBoost holds them, NaN where a value is missing; to be disposed} */
    DMatrix matrix(float[] numbers) throws XGBoostError {
        return new DMatrix(numbers, numbers.length / features, features, Float.NaN);
    }
}
