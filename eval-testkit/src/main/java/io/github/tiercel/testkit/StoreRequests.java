package io.github.tiercel.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.Precision;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Random requests of a seed, with the store closed and opened in between if it keeps scores. */
final class StoreRequests {

    private static final int SESSIONS = 3;
    private static final int LENGTH = 8;
    private static final int[] BATCHES = {1, 7, StoreRows.BATCH, 256, Integer.MAX_VALUE};

    private final StoreUnderTest test;
    private final Path folder;
    private final RandomGenerator random;
    private final List<StoreModel> models;
    private final long[] inferred;

    StoreRequests(StoreUnderTest test, Path folder, int seed) {
        this.test = test;
        this.folder = folder;
        this.random = new SplittableRandom(seed);
        this.models = List.of(
                StoreModel.named("one of " + seed),
                StoreModel.named("two of " + seed)
                        .giving(Outputs.of("no", "yes").in(Precision.FLOAT), (row, i) -> row[1] + i),
                StoreModel.named("three of " + seed)
                        .giving(Outputs.of("a", "b", "c"), (row, i) -> Math.exp(row[0] + i)));
        this.inferred = new long[models.size()];
    }

    void run() {
        for (int sessions = 0; sessions < (test.keepsScores() ? SESSIONS : 1); sessions++) {
            try (StoreInUse store = StoreInUse.open(test, folder)) {
                for (int i = 0; i < LENGTH; i++) {
                    ask(store);
                }
            }
        }
    }

    private void ask(StoreInUse store) {
        int number = random.nextInt(models.size());
        int batch = BATCHES[random.nextInt(BATCHES.length)];
        int rows = 1 + random.nextInt(StoreRows.COUNT);
        StoreAnswer answer = store.ask(store.order(), models.get(number), batch, rows)
                .isRight()
                .costsWhatItSays()
                .says();
        inferred[number] += answer.scores().cost().rowsInferred();
        assertTrue(
                inferred[number] <= StoreRows.COUNT,
                () -> inferred[number] + " rows were inferred of " + StoreRows.COUNT);
    }
}
