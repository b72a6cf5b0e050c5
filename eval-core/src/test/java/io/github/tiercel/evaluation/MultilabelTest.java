package io.github.tiercel.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.data.Batch;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Features;
import io.github.tiercel.data.Scores;
import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.inference.ScoreSink;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.store.PredictionStore;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several yes-or-no questions about a row are one evaluation each, over one stored prediction. */
class MultilabelTest {

    private static final int ROWS = 5000;
    private static final Tier FULL = Tier.full().withReplicates(0);

    /** One output is the row's first number, the other its second. */
    private static final Predictor<double[]> MODEL = new Predictor<>() {

        @Override
        public void predict(Batch<double[]> batch, ScoreSink scores) {
            for (int i = 0; i < batch.size(); i++) {
                scores.score(i, 0, batch.row(i)[0]);
                scores.score(i, 1, batch.row(i)[1]);
            }
        }

        @Override
        public Outputs outputs() {
            return Outputs.of("late", "diverted");
        }

        @Override
        public Optional<ModelFingerprint> fingerprint() {
            return Optional.of(ModelFingerprint.of("two labels"));
        }
    };

    private final double[][] rows = IntStream.range(0, ROWS)
            .mapToObj(row -> new double[] {row % 97 / 97.0, row % 89 / 89.0})
            .toArray(double[][]::new);

    @Test
    void theSecondLabelInfersNothingAndIsMeasuredByItsOwnOutput() {
        try (PredictionStore store = PredictionStore.inMemory()) {
            EvaluationResult late = evaluate(store, "late", 7);
            EvaluationResult diverted = evaluate(store, "diverted", 31);
            assertEquals(ROWS, inferred(late));
            assertEquals(0, inferred(diverted));
            assertEquals(expected(1, 31).model().metrics(), diverted.model().metrics());
            assertEquals(expected(0, 7).model().metrics(), late.model().metrics());
        }
    }

    private EvaluationResult evaluate(PredictionStore store, String label, int every) {
        return Evaluator.of(set(every))
                .features(Features.of(rows))
                .store(store)
                .output(label)
                .build()
                .evaluate(FULL, List.of(Candidate.of("model", MODEL)), Optional.empty());
    }

    private EvaluationResult expected(int output, int every) {
        double[] scores = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            scores[row] = rows[row][output];
        }
        return Evaluator.of(set(every)).build().evaluate(FULL, List.of(Scores.of("model", scores)), Optional.empty());
    }

    private static EvaluationSet set(int every) {
        boolean[] labels = new boolean[ROWS];
        for (int row = 0; row < ROWS; row += every) {
            labels[row] = true;
        }
        return EvaluationSet.binary(labels)
                .ids(IntStream.range(0, ROWS).asLongStream().toArray())
                .build();
    }

    private static long inferred(EvaluationResult result) {
        return result.time().inference().rowsInferred();
    }
}
