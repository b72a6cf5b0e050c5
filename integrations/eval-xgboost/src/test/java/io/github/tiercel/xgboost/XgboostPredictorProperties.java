package io.github.tiercel.xgboost;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class XgboostPredictorProperties {

    @Provide
    Arbitrary<String> objectives() {
        return Arbitraries.of(Boosted.BINARY, Boosted.CLASSES, Boosted.NUMBERS, "binary:logitraw", "count:poisson");
    }

    @Provide
    Arbitrary<String> kinds() {
        return Arbitraries.of("gbtree", "dart", "gblinear");
    }

    @Property(tries = 40, seed = "1")
    void scoresAreThoseOfTheBoosterToTheLastBitInBatchesOfAnySize(
            @ForAll @IntRange(max = 1_000) int seed,
            @ForAll @From("objectives") String objective,
            @ForAll @From("kinds") String kind,
            @ForAll @IntRange(min = 1, max = 12) int rounds,
            @ForAll @IntRange(min = 1, max = 40) int batch)
            throws Exception {
        DMatrix training = Boosted.training(150, seed, objective);
        Booster booster = XGBoost.train(training, Boosted.parameters(objective, kind), rounds, Map.of(), null, null);
        double[][] rows = Boosted.rows(40, seed + 1L);
        float[][] expected = Boosted.fresh(booster, rows, 0);
        XgboostPredictor<double[]> predictor = XgboostPredictor.of(booster);
        for (int from = 0; from < rows.length; from += batch) {
            List<double[]> some = List.of(rows).subList(from, Math.min(rows.length, from + batch));
            float[][] scores = Boosted.scores(predictor, some);
            for (int row = 0; row < scores.length; row++) {
                assertArrayEquals(expected[from + row], scores[row]);
            }
        }
    }
}
