package io.github.tiercel.xgboost;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.github.tiercel.data.Features;
import java.util.List;
import java.util.Map;
import java.util.Random;
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

class HoldOutProperties {

    private static final int[] SAMPLE = {30, 2, 17, 59, 4};

    @Provide
    Arbitrary<String> objectives() {
        return Arbitraries.of(Boosted.BINARY, Boosted.CLASSES, Boosted.NUMBERS);
    }

    @Provide
    Arbitrary<String> kinds() {
        return Arbitraries.of("gbtree", "dart", "gblinear");
    }

    /** However training, the sample, all rows and first rounds come one after another. */
    @Property(tries = 60, seed = "1")
    void keptRowsHaveTheScoresOfRowsThatXgboostHasNotSeenToTheLastBit(
            @ForAll @IntRange(max = 1_000) int seed,
            @ForAll @From("objectives") String objective,
            @ForAll @From("kinds") String kind)
            throws Exception {
        double[][] rows = Boosted.rows(60, seed);
        DMatrix training = Boosted.training(120, seed + 1L, objective);
        Booster booster = XGBoost.train(training, Boosted.parameters(objective, kind), 1, Map.of(), null, null);
        Random random = new Random(seed);
        try (HoldOut kept = new HoldOut(new RowSource<>(Features.of(rows), RowReader::doubles), SAMPLE)) {
            for (int step = 0; step < 30; step++) {
                int trained = booster.getNumBoostedRound();
                int rounds = random.nextBoolean() ? 0 : 1 + random.nextInt(trained);
                switch (random.nextInt(3)) {
                    case 0 -> booster.update(training, trained);
                    case 1 ->
                        assertArrayEquals(
                                Boosted.fresh(booster, Boosted.pick(rows, SAMPLE), rounds),
                                kept.sample(booster, rounds));
                    default -> assertArrayEquals(Boosted.fresh(booster, rows, rounds), kept.all(booster, rounds));
                }
            }
        }
    }

    @Property(tries = 5, seed = "1")
    void twoBoostersMayBeScoredOnTheSameRows(@ForAll @IntRange(max = 1_000) int seed) throws Exception {
        double[][] rows = Boosted.rows(60, seed);
        List<Booster> boosters = List.of(Boosted.train(Boosted.BINARY, 3), Boosted.train(Boosted.CLASSES, 5));
        try (HoldOut kept = new HoldOut(new RowSource<>(Features.of(rows), RowReader::doubles), SAMPLE)) {
            for (int turn = 0; turn < 4; turn++) {
                Booster booster = boosters.get(turn % 2);
                assertArrayEquals(Boosted.fresh(booster, rows, 0), kept.all(booster, 0));
            }
        }
    }
}
