package io.github.tiercel.tribuo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.oracle.labs.mlrg.olcut.provenance.primitives.IntProvenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.tribuo.Dataset;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.Model;
import org.tribuo.VariableIDInfo;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.math.optimisers.ParameterAveraging;
import org.tribuo.provenance.ModelProvenance;

class EpochTrainerTest {

    private static final int ROWS = 100;

    private final Dataset<Label> data = Synthetic.data(ROWS, 8, "a", "b");
    private final EpochTrainer trainer = EpochTrainer.of(new LogMulticlass(), new AdaGrad(0.5), 8, 42);

    @Test
    void theListenerHearsOfEveryEpochOnceAndInOrder() {
        for (int epochs : new int[] {1, 3, 5}) {
            assertEquals(numbers(epochs), heard(trainer.epochs(epochs)));
        }
        assertEquals(numbers(EpochTrainer.DEFAULT_EPOCHS), heard(trainer));
    }

    @Test
    void epochsMayBeSmallerOrLargerThanTheData() {
        for (int rows : new int[] {8, 30, 99, 100, 101, 170, 1_000}) {
            assertEquals(numbers(7), heard(trainer.rowsPerEpoch(rows).epochs(7)));
        }
    }

    @Test
    void aMinibatchLargerThanTheDataIsTheWholePass() {
        assertEquals(
                numbers(3),
                heard(EpochTrainer.of(new LogMulticlass(), new AdaGrad(0.5), 500, 42)
                        .epochs(3)));
    }

    @Test
    void theModelReturnedIsTheOneTheListenerGotLast() {
        for (int rows : new int[] {30, 50, 100, 170}) {
            List<LinearSGDModel> models = new ArrayList<>();
            LinearSGDModel last = trainer.rowsPerEpoch(rows).epochs(3).train(data, (epoch, model) -> models.add(model));
            assertSame(models.get(2), last);
        }
    }

    @Test
    void aListenerThatIsContentEndsTheTraining() {
        List<Integer> heard = new ArrayList<>();
        LinearSGDModel stopped = trainer.epochs(50).train(data, (epoch, model) -> {
            heard.add(epoch);
            return epoch < 3;
        });
        assertEquals(List.of(1, 2, 3), heard);
        assertArrayEquals(Synthetic.weightBits(train(trainer.epochs(3))), Synthetic.weightBits(stopped));
    }

    @Test
    void trainingAgainGivesTheSameBitsEvenAfterAnEarlyStop() {
        long[] first = Synthetic.weightBits(train(trainer));
        trainer.train(data, (epoch, model) -> false);
        assertThrows(
                Tired.class,
                () -> trainer.train(data, (epoch, model) -> {
                    throw new Tired();
                }));
        assertArrayEquals(first, Synthetic.weightBits(train(trainer)));
    }

    @Test
    void threadsThatTrainAtTheSameTimeGetTheSameBits() throws Exception {
        long[] alone = Synthetic.weightBits(train(trainer));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<long[]>> runs = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                runs.add(() -> Synthetic.weightBits(train(trainer)));
            }
            for (Future<long[]> run : threads.invokeAll(runs)) {
                assertArrayEquals(alone, run.get());
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void whatTheListenerThrowsReachesTheCallerAsItIs() {
        Tired tired = new Tired();
        for (int at : new int[] {1, 2, 5}) {
            Tired thrown = assertThrows(Tired.class, () -> trainer.epochs(5).train(data, (epoch, model) -> {
                if (epoch == at) {
                    throw tired;
                }
                return true;
            }));
            assertSame(tired, thrown);
        }
    }

    @Test
    void aSnapshotDoesNotChangeWhileTrainingGoesOn() {
        List<LinearSGDModel> models = new ArrayList<>();
        List<long[]> bits = new ArrayList<>();
        trainer.train(data, (epoch, model) -> {
            bits.add(Synthetic.weightBits(model));
            return models.add(model);
        });
        for (int i = 0; i < models.size(); i++) {
            assertArrayEquals(bits.get(i), Synthetic.weightBits(models.get(i)));
        }
    }

    @Test
    void labelsAndFeaturesHaveTheIdsTheyHaveInTribuo() {
        LinearSGDModel tribuo = new LinearSGDTrainer(new LogMulticlass(), new AdaGrad(0.5), 1, -1, 8, 42).train(data);
        LinearSGDModel last = trainer.train(data, (epoch, model) -> {
            assertEquals(ids(tribuo.getFeatureIDMap()), ids(model.getFeatureIDMap()));
            for (int id = 0; id < 2; id++) {
                assertEquals(
                        tribuo.getOutputIDInfo().getOutput(id).getLabel(),
                        model.getOutputIDInfo().getOutput(id).getLabel());
            }
            return true;
        });
        assertEquals(tribuo.getName(), last.getName());
        assertTrue(last.generatesProbabilities());
    }

    @Test
    void provenanceNamesTribuosTrainerAndTheEpoch() {
        ModelProvenance provenance = train(trainer.rowsPerEpoch(40).epochs(3)).getProvenance();
        assertEquals(
                LinearSGDTrainer.class.getName(),
                provenance.getTrainerProvenance().getClassName());
        assertEquals(
                Map.of(
                        "epoch",
                        new IntProvenance("epoch", 3),
                        "rows-per-epoch",
                        new IntProvenance("rows-per-epoch", 40)),
                provenance.getInstanceProvenance().getMap());
    }

    @Test
    void aSnapshotCanBeWrittenAndReadBack() {
        LinearSGDModel model = train(trainer);
        LinearSGDModel read = (LinearSGDModel) Model.deserialize(model.serialize());
        assertEquals(
                TribuoPredictor.of(model).fingerprint(),
                TribuoPredictor.of(read).fingerprint());
    }

    @Test
    void aCopiedHookCountsForItself() {
        List<Integer> heard = new ArrayList<>();
        EpochHook hook = new EpochHook(
                new ParameterAveraging(new AdaGrad(0.5)),
                new EpochSchedule(ROWS, 8, 50),
                (epoch, weights) -> heard.add(epoch));
        LinearSGDTrainer tribuo = new LinearSGDTrainer(new LogMulticlass(), hook.copy(), 2, -1, 8, 42);
        tribuo.train(data);
        tribuo.train(data);
        assertEquals(List.of(1, 2, 3, 4, 1, 2, 3, 4), heard);
    }

    @Test
    void nothingIsLogged() {
        List<LogRecord> records = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord message) {
                records.add(message);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger("org.tribuo");
        handler.setLevel(Level.ALL);
        logger.addHandler(handler);
        try {
            train(trainer);
        } finally {
            logger.removeHandler(handler);
        }
        assertEquals(List.of(), records);
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertMisuse("epochs must be at least 1, got 0", () -> trainer.epochs(0));
        assertMisuse("rowsPerEpoch must be at least the minibatch size of 8, got 7", () -> trainer.rowsPerEpoch(7));
        assertMisuse(
                "minibatchSize must be at least 1, got 0",
                () -> EpochTrainer.of(new LogMulticlass(), new AdaGrad(0.5), 0, 42));
        Dataset<Label> none = Synthetic.data(0, 8, "a", "b");
        assertMisuse(
                "data must have at least one example to train on, got 0",
                () -> trainer.train(none, (epoch, model) -> true));
    }

    @Test
    void denseAndSparseRowsAreRefusedInOneMinibatch() {
        var mixed = Synthetic.data(3, 8, "a", "b");
        mixed.add(Synthetic.example("a", 1, 2));
        assertMisuse(
                "data has 3 rows with all 6 features and 1 without, and Tribuo cannot take both into one minibatch."
                        + " Densify the data, or train with a minibatch size of 1.",
                () -> trainer.train(mixed, (epoch, model) -> true));
        EpochTrainer single = EpochTrainer.of(new LogMulticlass(), new AdaGrad(0.5), 1, 42);
        assertEquals(
                7, single.train(mixed, (epoch, model) -> true).getWeightsCopy().getDimension2Size());
        mixed.densify();
        assertEquals(
                7, trainer.train(mixed, (epoch, model) -> true).getWeightsCopy().getDimension2Size());
    }

    @Test
    void anUnknownLabelIsRefusedByTribuo() {
        var unlabelled = Synthetic.data(5, 8, "a", "b");
        unlabelled.add(new ArrayExample<>(LabelFactory.UNKNOWN_LABEL, unlabelled.getExample(0), 1));
        assertMisuse(
                "The supplied Dataset contained unknown Outputs, and this Trainer is supervised.",
                () -> trainer.train(unlabelled, (epoch, model) -> true));
    }

    private LinearSGDModel train(EpochTrainer how) {
        return how.train(data, (epoch, model) -> true);
    }

    private List<Integer> heard(EpochTrainer how) {
        List<Integer> heard = new ArrayList<>();
        how.train(data, (epoch, model) -> heard.add(epoch));
        return heard;
    }

    private static List<Integer> numbers(int epochs) {
        return IntStream.rangeClosed(1, epochs).boxed().toList();
    }

    private static List<String> ids(ImmutableFeatureMap features) {
        return IntStream.range(0, features.size())
                .mapToObj(features::get)
                .map(VariableIDInfo::getName)
                .toList();
    }

    private static void assertMisuse(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    private static final class Tired extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
