package io.github.tiercel.tribuo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.oracle.labs.mlrg.olcut.provenance.ConfiguredObjectProvenance;
import com.oracle.labs.mlrg.olcut.util.Pair;
import io.github.tiercel.inference.ModelFingerprint;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Tribuo;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.LabelObjective;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.Hinge;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.hash.HashCodeHasher;
import org.tribuo.hash.HashingTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.la.SGDVector;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.math.util.SigmoidNormalizer;
import org.tribuo.math.util.VectorNormalizer;
import org.tribuo.provenance.SimpleDataSourceProvenance;

class WeightsFingerprintTest {

    /** Tells of each training; held, so that its level stays. */
    private static final Logger CHATTER = Logger.getLogger(HashingTrainer.class.getName());

    private final MutableDataset<Label> data = Synthetic.data(90, 4, "a", "b");

    @Test
    void equalWeightsHaveEqualFingerprints() {
        ModelFingerprint one = of(Synthetic.linear(data, 3));
        assertEquals(one, of(Synthetic.linear(data, 3)));
        assertEquals(one, of(Synthetic.linear(data, 3).copy()));
    }

    @Test
    void itNamesTheKindOfModelAndTheVersionOfTribuo() {
        ModelFingerprint one = of(Synthetic.linear(data, 3));
        assertTrue(one.model().matches("LinearSGDModel:[0-9a-f]{64}"), one::model);
        assertEquals(Map.of("tribuo", Tribuo.VERSION), one.settings());
    }

    @Test
    void anotherEpochGivesAnother() {
        assertNotEquals(of(Synthetic.linear(data, 3)), of(Synthetic.linear(data, 4)));
    }

    @Test
    void otherNamesOfFeaturesOrLabelsGiveAnother() {
        assertNotEquals(of(untrained("x0", "a")), of(untrained("x1", "a")));
        assertNotEquals(of(untrained("x0", "a")), of(untrained("x0", "c")));
        assertEquals(of(untrained("x0", "a")), of(untrained("x0", "a")));
    }

    @Test
    void anotherNormaliserGivesAnother() {
        ModelFingerprint softmax = of(trainer(new LogMulticlass()).train(data));
        ModelFingerprint sigmoid = of(trainer(new WithSigmoid()).train(data));
        assertNotEquals(softmax, sigmoid);
        assertNotEquals(softmax, of(trainer(new Hinge()).train(data)));
    }

    @Test
    void factorisationMachinesHaveOne() {
        ModelFingerprint one = of(TribuoPredictorProperties.machine(data));
        assertTrue(one.model().startsWith("FMClassificationModel:"), one::model);
        assertEquals(one, of(TribuoPredictorProperties.machine(data)));
        assertNotEquals(one, of(TribuoPredictorProperties.machine(Synthetic.data(90, 5, "a", "b"))));
    }

    @Test
    void hashedFeatureNamesLeaveAModelWithoutOne() {
        CHATTER.setLevel(Level.WARNING);
        HashingTrainer<Label> trainer =
                new HashingTrainer<>(trainer(new LogMulticlass()), new HashCodeHasher("pepper and salt"));
        assertEquals(Optional.empty(), WeightsFingerprint.of(Synthetic.train(trainer, data)));
    }

    private static ModelFingerprint of(Model<Label> model) {
        return WeightsFingerprint.of(model).orElseThrow();
    }

    /** All weights are zero, so that only names tell. */
    private static Model<Label> untrained(String feature, String label) {
        LabelFactory factory = new LabelFactory();
        MutableDataset<Label> one = new MutableDataset<>(new SimpleDataSourceProvenance("one", factory), factory);
        Example<Label> example = new ArrayExample<>(new Label(label), new String[] {feature}, new double[] {1});
        one.add(example);
        return trainer(new LogMulticlass()).train(one);
    }

    private static LinearSGDTrainer trainer(LabelObjective objective) {
        return new LinearSGDTrainer(objective, new AdaGrad(0.5), 2, -1, 8, 7);
    }

    /** Has the gradient of log-loss, and so the same weights, but squeezes each score on its own. */
    private static final class WithSigmoid implements LabelObjective {

        private final LogMulticlass loss = new LogMulticlass();

        @Override
        public Pair<Double, SGDVector> lossAndGradient(Integer truth, SGDVector prediction) {
            return loss.lossAndGradient(truth, prediction);
        }

        @Override
        @Deprecated
        public Pair<Double, SGDVector> valueAndGradient(int truth, SGDVector prediction) {
            return loss.valueAndGradient(truth, prediction);
        }

        @Override
        public VectorNormalizer getNormalizer() {
            return new SigmoidNormalizer();
        }

        @Override
        public boolean isProbabilistic() {
            return true;
        }

        @Override
        public ConfiguredObjectProvenance getProvenance() {
            return loss.getProvenance();
        }
    }
}
