package io.github.tiercel.cli;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Features;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.report.ResultJson;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.store.PredictionStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two results of models whose scores are in a store. */
class CompareStoredTest extends ComparedRuns {

    /** Runs of models, by the library: of row r the score is r times a number, of which a part is left. */
    private Path inferred(String name, double times) throws IOException {
        boolean[] labels = new boolean[300];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = row % 3 == 0 || row % 7 == 0;
        }
        Features<double[]> features = Features.of(IntStream.range(0, labels.length)
                .mapToObj(row -> new double[] {row})
                .toArray(double[][]::new));
        try (PredictionStore store = PredictionStore.open(folder.resolve("store"))) {
            EvaluationResult result = Evaluator.of(EvaluationSet.binary(labels).build())
                    .replicates(0)
                    .features(features)
                    .store(store)
                    .build()
                    .full(
                            "times " + times,
                            Predictor.of((double[] row) -> row[0] * times % 1)
                                    .withFingerprint(ModelFingerprint.of("times " + times)));
            return Files.writeString(folder.resolve(name), ResultJson.render(result));
        }
    }

    @Test
    void scoresInTheStoreArePairedWhereNoDataAreNamed() throws IOException {
        inferred("a.json", 0.137);
        inferred("b.json", 1 / 3.0 + 0.01);
        String store = folder.resolve("store").toString();
        assertPairedBy("stored scores", compared("--store", store));
        Run gated = compare("--store", store, "--gate", "roc_auc no-worse-than baseline by 0.9");
        gated.assertExitCode(ExitCode.PASSED);
        String nowhere = folder.resolve("nowhere").toString();
        assertUnpaired(compared("--store", nowhere), nowhere);
        Files.createDirectories(folder.resolve("other"));
        PredictionStore.open(folder.resolve("other")).close();
        assertUnpaired(
                compared("--store", folder.resolve("other").toString()),
                "does not hold the scores of \"times 0.137\" on all rows");
    }
}
