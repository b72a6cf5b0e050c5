package io.github.tiercel.store;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Features;
import io.github.tiercel.evaluation.CountingModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** One of several processes that want the same scores, each with several threads. */
final class SharingChild {

    static final int THREADS = 8;

    private static final int BATCH = 1000;

    private SharingChild() {}

    /** Says how many rows the model was asked for, how many of them to check it, and how many scores are wrong. */
    static void run(Path folder) throws Exception {
        Features<double[]> features = Features.of(IntStream.range(0, StoreChild.MODEL_ROWS)
                .mapToObj(row -> new double[] {row})
                .toArray(double[][]::new));
        CountingModel model = CountingModel.named("shared");
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (PredictionStore store = PredictionStore.open(folder)) {
            EvaluationSet set =
                    EvaluationSet.binary(new boolean[StoreChild.MODEL_ROWS]).build();
            StoredOrder<double[]> order = StoredOrder.of(store.frozen(set, features), features);
            System.out.println("ready");
            StoreChild.requireLine();
            List<Future<StoredScores>> found = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                // Some want all, some a part that ends within a batch.
                int rows = i % 2 == 0 ? StoreChild.MODEL_ROWS : 100_000 + 7777 * i;
                found.add(threads.submit(() -> store.scores(order, model, BATCH, rows)));
            }
            long checked = 0;
            long wrong = 0;
            for (int i = 0; i < THREADS; i++) {
                StoredScores scores = found.get(i).get();
                checked += scores.cost().rowsChecked();
                wrong += scores.notices().size();
                double[] all = scores.scores(0, i % 2 == 0 ? StoreChild.MODEL_ROWS : 100_000 + 7777 * i);
                wrong += IntStream.range(0, all.length)
                        .filter(position -> all[position] != order.order().row(position))
                        .count();
            }
            System.out.println(model.asked() + " " + checked + " " + wrong);
        } finally {
            threads.shutdown();
        }
    }
}
