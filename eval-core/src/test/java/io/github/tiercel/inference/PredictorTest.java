package io.github.tiercel.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.tiercel.data.Batch;
import io.github.tiercel.data.Features;
import io.github.tiercel.inference.Inferences.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PredictorTest {

    @Test
    void aFunctionIsEnough() {
        Predictor<double[]> model = Predictor.of(row -> row[0] + row[1]);
        Features<double[]> features = Features.of(new double[][] {{1, 2}, {3, 4}});
        ScoreBlock block =
                BatchInference.of(features, Inferences.order(2), model, 2).infer(0, 2);
        int first = Inferences.order(2).row(0);
        assertEquals(first == 0 ? 3 : 7, block.score(0, 0));
        assertEquals(first == 0 ? 7 : 3, block.score(0, 1));
        assertEquals(Outputs.score(), model.outputs());
        assertEquals(1, model.concurrency());
        assertEquals(Optional.empty(), model.fingerprint());
        assertFalse(model.isBatchVariant());
    }

    @Test
    void aFingerprintLeavesTheRestAsItIs() {
        ModelFingerprint fingerprint = ModelFingerprint.of("weights-1");
        Predictor<Integer> named = variant().withFingerprint(fingerprint);
        assertEquals(Optional.of(fingerprint), named.fingerprint());
        assertActsAsTheVariant(named);
    }

    @Test
    void aWatchedModelTellsItsRowsAndIsTheSame() {
        List<Integer> told = new ArrayList<>();
        ModelFingerprint fingerprint = ModelFingerprint.of("weights-1");
        Predictor<Integer> watched = variant().withFingerprint(fingerprint).watchedBy(told::add);
        assertEquals(Optional.of(fingerprint), watched.fingerprint());
        assertActsAsTheVariant(watched);
        told.clear();
        BatchInference.of(
                        Inferences.features(3),
                        Inferences.order(3),
                        Predictor.<Integer>of(row -> row).watchedBy(told::add),
                        2)
                .run(0, 3, block -> {});
        assertEquals(List.of(2, 1), told);
    }

    @Test
    void preparedRowsAreAnotherTypeForTheSameModel() {
        ModelFingerprint fingerprint = ModelFingerprint.of("weights-1").withTransform("parse-1");
        Predictor<String> prepared = variant().withFingerprint(fingerprint).on(Integer::valueOf);
        assertEquals(Optional.of(fingerprint), prepared.fingerprint());
        assertEquals(variant().outputs(), prepared.outputs());
        assertEquals(3, prepared.concurrency());
        Features<String> features = Features.of(List.of("5"));
        ScoreBlock block =
                BatchInference.of(features, Inferences.order(1), prepared, 1).infer(0, 1);
        assertArrayEquals(new double[] {5}, block.doubles(0));
        assertArrayEquals(new double[] {-5}, block.doubles(1));
    }

    private static void assertActsAsTheVariant(Predictor<Integer> model) {
        assertEquals(variant().outputs(), model.outputs());
        assertEquals(3, model.concurrency());
        ScoreBlock block = Inferences.of(1, 1, model).infer(0, 1);
        assertEquals(0, block.score(0, 0));
    }

    private static Predictor<Integer> variant() {
        return new Told(Outputs.of("plus", "minus"), 3, PredictorTest::bothSigns);
    }

    private static void bothSigns(Batch<Integer> batch, ScoreSink scores) {
        for (int i = 0; i < batch.size(); i++) {
            scores.score(i, 0, batch.row(i));
            scores.score(i, 1, -batch.row(i));
        }
    }
}
