package io.github.tiercel.xgboost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BoosterKindTest {

    @ParameterizedTest
    @EnumSource(BoosterKind.class)
    void theKindStandsInTheBytesOfABooster(BoosterKind kind) throws Exception {
        Booster booster = Boosted.train(Boosted.parameters(Boosted.BINARY, kind.parameter()), 2);
        assertEquals(kind, BoosterKind.of(booster.toByteArray()));
    }

    @Test
    void aFeatureOfTheNameOfAKindIsNone() throws Exception {
        DMatrix training = Boosted.training(400, 1, Boosted.BINARY);
        training.setFeatureNames(new String[] {"dart", "gblinear", "name", "namegblinear", "name:dart", "x"});
        Booster booster = XGBoost.train(training, Boosted.parameters(Boosted.BINARY), 2, Map.of(), null, null);
        assertEquals(BoosterKind.TREES, BoosterKind.of(booster.toByteArray()));
    }
}
