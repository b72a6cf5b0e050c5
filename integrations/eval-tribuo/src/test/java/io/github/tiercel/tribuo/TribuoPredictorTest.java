package io.github.tiercel.tribuo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.oracle.labs.mlrg.olcut.util.Pair;
import io.github.tiercel.data.Batch;
import io.github.tiercel.inference.ModelException;
import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.Precision;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.inference.ScoreSink;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.Excuse;
import org.tribuo.Model;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.baseline.DummyClassifierTrainer;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.Hinge;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.ModelProvenance;

class TribuoPredictorTest {

    private static final Dataset<Label> DATA = Synthetic.data(120, 1, "a", "b");

    private final LinearSGDModel model = Synthetic.linear(DATA, 3);
    private final TribuoPredictor predictor = TribuoPredictor.of(model);

    @Test
    void outputsStandInTheOrderOfLabelIdsWhereverThePositiveLabelIs() throws Exception {
        // The order of "a" and "b" is that of their hash codes, so each of them is once the positive label.
        for (String positive : List.of("a", "b")) {
            String negative = positive.equals("a") ? "b" : "a";
            Dataset<Label> data = Synthetic.data(200, 2, negative, positive);
            LinearSGDModel trained = Synthetic.linear(data, 10);
            int id = trained.getOutputIDInfo().getID(new Label(positive));
            assertEquals(positive.equals("a") ? 0 : 1, id);
            Predictor<Example<Label>> scores = TribuoPredictor.of(trained);
            assertEquals(id, scores.outputs().names().indexOf(positive));
            double[] clear = Synthetic.scores(scores, List.of(Synthetic.example(negative, 1, -1, 0, 0, 0, 0)))[0];
            assertTrue(clear[id] > 0.9, () -> positive + " has " + clear[id]);
        }
    }

    @Test
    void outputsAreDoubles() {
        assertEquals(new Outputs(List.of("a", "b"), Precision.DOUBLE), predictor.outputs());
    }

    @Test
    void thereIsAnOutputForEachOfManyLabels() throws Exception {
        Dataset<Label> data = Synthetic.data(300, 3, "low", "middle", "high", "top");
        TribuoPredictor many = TribuoPredictor.of(Synthetic.linear(data, 2));
        assertEquals(4, many.outputs().count());
        double[] row = Synthetic.scores(many, Synthetic.examples(data).subList(0, 1))[0];
        assertEquals(1, row[0] + row[1] + row[2] + row[3], 1e-12);
    }

    @Test
    void aModelWithoutProbabilitiesGivesWhatItRanksBy() throws Exception {
        LinearSGDTrainer trainer = new LinearSGDTrainer(new Hinge(), new AdaGrad(0.5), 3, -1, 8, 7);
        LinearSGDModel hinge = trainer.train(DATA);
        assertFalse(hinge.generatesProbabilities());
        Example<Label> row = DATA.getExample(0);
        double[] scores = Synthetic.scores(TribuoPredictor.of(hinge), List.of(row))[0];
        assertEquals(Synthetic.score(hinge, row, "a"), scores[0]);
        assertEquals(Synthetic.score(hinge, row, "b"), scores[1]);
    }

    @Test
    void theLabelOfAnExampleIsNotRead() throws Exception {
        Example<Label> known = DATA.getExample(0);
        Example<Label> unknown = new ArrayExample<>(LabelFactory.UNKNOWN_LABEL, known, 1);
        Example<Label> foreign = new ArrayExample<>(new Label("neither"), known, 1);
        double[][] scores = Synthetic.scores(predictor, List.of(known, unknown, foreign));
        assertEquals(scores[0][1], scores[1][1]);
        assertEquals(scores[0][1], scores[2][1]);
    }

    @Test
    void aRowWithoutAKnownFeatureIsRefused() {
        Example<Label> foreign = new ArrayExample<>(new Label("a"), new String[] {"y", "z"}, new double[] {1, 2});
        assertRefused(
                "No feature of row 2 of a batch of 2 is known to the model (the row has 2, the first \"y\";"
                        + " the model knows 6). Name features as in the data that the model was trained on.",
                List.of(DATA.getExample(0), foreign));
        assertEquals(
                "MODEL_FEATURES",
                assertThrows(ModelException.class, () -> Synthetic.scores(predictor, List.of(foreign)))
                        .code());
    }

    @Test
    void aRowOfAsManyUnknownFeaturesAsTheModelKnowsIsRefusedToo() {
        Example<Label> foreign = new ArrayExample<>(
                new Label("a"), new String[] {"a", "b", "c", "d", "e", "f"}, new double[Synthetic.FEATURES]);
        assertRefused(
                "No feature of row 1 of a batch of 1 is known to the model (the row has 6, the first \"a\";"
                        + " the model knows 6). Name features as in the data that the model was trained on.",
                List.of(foreign));
    }

    @Test
    void aRowWithoutFeaturesIsRefused() {
        assertRefused(
                "No feature of row 1 of a batch of 1 is known to the model (the row has 0; the model knows 6)."
                        + " Name features as in the data that the model was trained on.",
                List.of(new ArrayExample<>(new Label("a"))));
    }

    @Test
    void aFeatureThatIsNotANumberIsRefused() {
        assertRefused(
                "The model refused row 1 of a batch of 1: Example contained a NaN feature, (x1, NaN)",
                List.of(Synthetic.example("a", 1, Double.NaN)));
    }

    @Test
    void aModelThatGivesLabelsWithoutScoresIsRefused() {
        Predictor<Example<Label>> mute = TribuoPredictor.of(new Mute(model));
        ModelException thrown = assertThrows(
                ModelException.class, () -> Synthetic.scores(mute, List.of(DATA.getExample(0), DATA.getExample(1))));
        assertEquals(
                "The model gave no score of \"a\" for row 1 of a batch of 2."
                        + " A model that names labels without scoring them cannot be evaluated.",
                thrown.getMessage());
    }

    @Test
    void oneThreadCallsUnlessMoreAreAllowed() {
        assertEquals(1, predictor.concurrency());
        TribuoPredictor shared = predictor.withConcurrency(4);
        assertEquals(4, shared.concurrency());
        assertEquals(predictor.fingerprint(), shared.fingerprint());
        assertFalse(shared.isBatchVariant());
        IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> predictor.withConcurrency(0));
        assertEquals("threads must be at least 1, got 0", thrown.getMessage());
    }

    @Test
    void rowsMayBeOfAnyTypeThatBecomesExamples() throws Exception {
        Predictor<double[]> onArrays = predictor.on(values -> Synthetic.example("a", values));
        double[] seen = new double[2];
        onArrays.predict(
                new Batch<>() {
                    @Override
                    public int size() {
                        return 1;
                    }

                    @Override
                    public double[] row(int i) {
                        return new double[] {1, 0, 0, 0, 0, 0};
                    }
                },
                new ScoreSink() {
                    @Override
                    public void score(int row, double score) {
                        throw new AssertionError("two outputs");
                    }

                    @Override
                    public void score(int row, int output, double score) {
                        seen[output] = score;
                    }
                });
        Example<Label> same = Synthetic.example("b", 1, 0, 0, 0, 0, 0);
        assertEquals(Synthetic.score(model, same, "b"), seen[1]);
    }

    @Test
    void otherModelsHaveAFingerprintOnlyIfNamed() {
        Model<Label> constant = Synthetic.train(DummyClassifierTrainer.createMostFrequentTrainer(), DATA);
        Predictor<Example<Label>> unnamed = TribuoPredictor.of(constant);
        assertEquals(Optional.empty(), unnamed.fingerprint());
        ModelFingerprint name = ModelFingerprint.of("constant, version 1");
        assertEquals(Optional.of(name), unnamed.withFingerprint(name).fingerprint());
    }

    private void assertRefused(String message, List<Example<Label>> rows) {
        ModelException thrown = assertThrows(ModelException.class, () -> Synthetic.scores(predictor, rows));
        assertEquals(message, thrown.getMessage());
        if (thrown.getCause() != null) {
            assertInstanceOf(IllegalArgumentException.class, thrown.getCause());
        }
    }

    /** Names the label and keeps its scores to itself. */
    private static final class Mute extends Model<Label> {

        private static final long serialVersionUID = 1;

        Mute(LinearSGDModel model) {
            super("mute", model.getProvenance(), model.getFeatureIDMap(), model.getOutputIDInfo(), false);
        }

        @Override
        public Prediction<Label> predict(Example<Label> example) {
            return new Prediction<>(new Label("a"), 1, example);
        }

        @Override
        public Map<String, List<Pair<String, Double>>> getTopFeatures(int n) {
            return Map.of();
        }

        @Override
        public Optional<Excuse<Label>> getExcuse(Example<Label> example) {
            return Optional.empty();
        }

        @Override
        protected Model<Label> copy(String name, ModelProvenance provenance) {
            return this;
        }
    }
}
