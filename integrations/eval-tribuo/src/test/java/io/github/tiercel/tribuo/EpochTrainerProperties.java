package io.github.tiercel.tribuo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.tribuo.Dataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.math.StochasticGradientOptimiser;
import org.tribuo.math.optimisers.AdaDelta;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.math.optimisers.AdaGradRDA;
import org.tribuo.math.optimisers.Adam;
import org.tribuo.math.optimisers.ParameterAveraging;
import org.tribuo.math.optimisers.Pegasos;
import org.tribuo.math.optimisers.RMSProp;
import org.tribuo.math.optimisers.SGD;

class EpochTrainerProperties {

    @Property(tries = 120, seed = "1", edgeCases = EdgeCasesMode.NONE)
    void theModelAfterAnEpochIsThatOfAsManyPassesInTribuo(
            @ForAll("optimisers") StochasticGradientOptimiser optimiser,
            @ForAll @IntRange(min = 2, max = 40) int rows,
            @ForAll @IntRange(min = 1, max = 50) int minibatchSize,
            @ForAll boolean sparse,
            @ForAll long seed) {
        String[] labels = {"a", "b", "c"};
        Dataset<Label> data = sparse ? Synthetic.sparse(rows, seed, labels) : Synthetic.data(rows, seed, labels);
        List<LinearSGDModel> epochs = new ArrayList<>();
        EpochTrainer.of(new LogMulticlass(), optimiser, minibatchSize, seed)
                .epochs(4)
                .train(data, (epoch, model) -> epochs.add(model));
        assertEquals(4, epochs.size());
        for (int epoch = 1; epoch <= 4; epoch++) {
            LinearSGDTrainer tribuo =
                    new LinearSGDTrainer(new LogMulticlass(), optimiser, epoch, -1, minibatchSize, seed);
            assertArrayEquals(Synthetic.weightBits(tribuo.train(data)), Synthetic.weightBits(epochs.get(epoch - 1)));
        }
    }

    @Property(tries = 60, seed = "2", edgeCases = EdgeCasesMode.NONE)
    void epochsOfAnyNumberOfRowsMeetAtTheirCommonMultiples(
            @ForAll("optimisers") StochasticGradientOptimiser optimiser,
            @ForAll @IntRange(min = 1, max = 8) int quarter,
            @ForAll long seed) {
        // With a minibatch of one, four epochs of a quarter of the rows are a pass, and so is every fourth.
        Dataset<Label> data = Synthetic.data(4 * quarter, seed, "a", "b");
        EpochTrainer trainer = EpochTrainer.of(new LogMulticlass(), optimiser, 1, seed);
        List<LinearSGDModel> short8 = models(trainer.rowsPerEpoch(quarter).epochs(8), data);
        List<LinearSGDModel> whole2 = models(trainer.epochs(2), data);
        List<LinearSGDModel> long1 = models(trainer.rowsPerEpoch(8 * quarter).epochs(1), data);
        assertArrayEquals(Synthetic.weightBits(whole2.get(0)), Synthetic.weightBits(short8.get(3)));
        assertArrayEquals(Synthetic.weightBits(whole2.get(1)), Synthetic.weightBits(short8.get(7)));
        assertArrayEquals(Synthetic.weightBits(whole2.get(1)), Synthetic.weightBits(long1.get(0)));
    }

    @Property(tries = 60, seed = "3", edgeCases = EdgeCasesMode.NONE)
    void stoppingEarlyGivesTheModelOfThatEpoch(
            @ForAll("optimisers") StochasticGradientOptimiser optimiser,
            @ForAll @IntRange(min = 8, max = 60) int rowsPerEpoch,
            @ForAll @IntRange(min = 1, max = 5) int stop,
            @ForAll long seed) {
        Dataset<Label> data = Synthetic.data(30, seed, "a", "b");
        EpochTrainer trainer =
                EpochTrainer.of(new LogMulticlass(), optimiser, 8, seed).rowsPerEpoch(rowsPerEpoch);
        LinearSGDModel stopped = trainer.epochs(5).train(data, (epoch, model) -> epoch < stop);
        LinearSGDModel planned = trainer.epochs(stop).train(data, (epoch, model) -> true);
        assertArrayEquals(Synthetic.weightBits(planned), Synthetic.weightBits(stopped));
    }

    private static List<LinearSGDModel> models(EpochTrainer trainer, Dataset<Label> data) {
        List<LinearSGDModel> models = new ArrayList<>();
        trainer.train(data, (epoch, model) -> models.add(model));
        return models;
    }

    @Provide
    Arbitrary<StochasticGradientOptimiser> optimisers() {
        return Arbitraries.of(
                new AdaGrad(0.5),
                new Adam(0.1, 0.9, 0.999, 1e-6),
                new AdaDelta(0.9, 1e-6),
                new RMSProp(0.1, 0.9),
                SGD.getLinearDecaySGD(0.5),
                SGD.getSimpleSGD(0.1, 0.8, SGD.Momentum.STANDARD),
                SGD.getSqrtDecaySGD(0.1, 0.8, SGD.Momentum.NESTEROV),
                new ParameterAveraging(new AdaGrad(0.5)),
                new ParameterAveraging(SGD.getSimpleSGD(0.1)),
                new AdaGradRDA(0.5, 0.1, 0.01, 0.01, 30),
                new Pegasos(0.5, 0.1));
    }
}
