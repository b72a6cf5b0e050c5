package io.github.tiercel.tribuo;

import io.github.tiercel.data.Batch;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.inference.ScoreSink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Small data sets that a linear model can learn, and what is done with them over and over. */
final class Synthetic {

    static final int FEATURES = 6;

    private Synthetic() {}

    /** {@return rows with every feature set, which Tribuo holds as dense vectors} */
    static MutableDataset<Label> data(int rows, long seed, String... labels) {
        return data(rows, seed, false, labels);
    }

    /** {@return rows that each lack one feature, which Tribuo holds as sparse vectors; at least two rows} */
    static MutableDataset<Label> sparse(int rows, long seed, String... labels) {
        return data(rows, seed, true, labels);
    }

    private static MutableDataset<Label> data(int rows, long seed, boolean lacking, String... labels) {
        Random random = new Random(seed);
        LabelFactory factory = new LabelFactory();
        MutableDataset<Label> data =
                new MutableDataset<>(new SimpleDataSourceProvenance("synthetic", factory), factory);
        for (int row = 0; row < rows; row++) {
            double[] values = random.doubles(FEATURES, -1, 1).toArray();
            double signal = values[0] - values[1] + random.nextGaussian() / 2;
            int label = (int) ((Math.tanh(signal) + 1) / 2 * labels.length);
            Example<Label> example = example(labels[label], values);
            example.removeFeatures(lacking(example, lacking, row));
            data.add(example);
        }
        return data;
    }

    private static List<Feature> lacking(Example<Label> example, boolean lacking, int row) {
        String name = "x" + row % FEATURES;
        return lacking ? List.of(example.lookup(name)) : List.of();
    }

    static Example<Label> example(String label, double... values) {
        String[] names = new String[values.length];
        Arrays.setAll(names, i -> "x" + i);
        return new ArrayExample<>(new Label(label), names, values);
    }

    static LinearSGDTrainer trainer(int epochs, int minibatchSize, long seed) {
        return new LinearSGDTrainer(new LogMulticlass(), new AdaGrad(0.5), epochs, -1, minibatchSize, seed);
    }

    static LinearSGDModel linear(Dataset<Label> data, int epochs) {
        return trainer(epochs, 8, 7).train(data);
    }

    static Model<Label> train(Trainer<Label> trainer, Dataset<Label> data) {
        return trainer.train(data, Map.of());
    }

    static long[] weightBits(LinearSGDModel model) {
        DenseMatrix weights = model.getWeightsCopy();
        return Arrays.stream(weights.toArray())
                .flatMapToDouble(Arrays::stream)
                .mapToLong(Double::doubleToRawLongBits)
                .toArray();
    }

    /** {@return what Tribuo itself gives} */
    static double score(Model<Label> model, Example<Label> example, String label) {
        return Objects.requireNonNull(model.predict(example).getOutputScores().get(label))
                .getScore();
    }

    static double[][] scores(Predictor<Example<Label>> predictor, List<Example<Label>> examples) throws Exception {
        double[][] scores = new double[examples.size()][predictor.outputs().count()];
        predictor.predict(batch(examples), new ScoreSink() {
            @Override
            public void score(int row, double score) {
                score(row, 0, score);
            }

            @Override
            public void score(int row, int output, double score) {
                scores[row][output] = score;
            }
        });
        return scores;
    }

    static Batch<Example<Label>> batch(List<Example<Label>> examples) {
        return new Batch<>() {
            @Override
            public int size() {
                return examples.size();
            }

            @Override
            public Example<Label> row(int i) {
                return examples.get(i);
            }
        };
    }

    /** {@return the examples without what a trainer may have done to their order} */
    static List<Example<Label>> examples(Dataset<Label> data) {
        return new ArrayList<>(data.getData());
    }
}
