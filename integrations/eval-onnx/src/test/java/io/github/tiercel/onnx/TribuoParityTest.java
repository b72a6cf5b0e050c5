package io.github.tiercel.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.data.Column;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tribuo.MutableDataset;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** A model that Tribuo exports gives what Tribuo's own gives, column by column and class by class. */
class TribuoParityTest {

    private static final int ROWS = 1_500;
    private static final List<String> AIRPORTS = List.of("ORD", "ATL", "JFK");
    private static final List<String> CLASSES = List.of("punctual", "late", "very late");

    @TempDir
    private Path folder;

    private final double[] hours = new double[ROWS];
    private final double[] distances = new double[ROWS];
    private final String[] origins = new String[ROWS];
    private final List<ArrayExample<Label>> examples = new ArrayList<>();

    @Test
    void scoresAreThoseOfTribuo() throws IOException {
        LinearSGDModel model = train();
        Path file = folder.resolve("linear.onnx");
        model.saveONNXModel("io.github.tiercel", 1, file);
        List<String> columns = IntStream.range(0, model.getFeatureIDMap().size())
                .mapToObj(id -> model.getFeatureIDMap().get(id).getName())
                .toList();
        List<String> labels = IntStream.range(0, CLASSES.size())
                .mapToObj(id -> model.getOutputIDInfo().getOutput(id).getLabel())
                .toList();
        try (OnnxPredictor onnx =
                OnnxPredictor.builder(file).columns(columns).outputs(labels).open()) {
            assertEquals(List.of("distance", "hour", "origin"), onnx.features());
            Column[] table = {
                Scored.texts("origin", origins), Scored.numbers("hour", hours), Scored.numbers("distance", distances)
            };
            double[][] scores = Scored.all(onnx, Scored.batch(table));
            for (int row = 0; row < ROWS; row++) {
                Prediction<Label> expected = model.predict(examples.get(row));
                for (int output = 0; output < labels.size(); output++) {
                    Label label =
                            Objects.requireNonNull(expected.getOutputScores().get(labels.get(output)));
                    assertEquals(label.getScore(), scores[row][output], 1e-6, "row " + row + ", " + label);
                }
            }
        }
    }

    private LinearSGDModel train() {
        Random random = new Random(5);
        LabelFactory factory = new LabelFactory();
        var data = new MutableDataset<>(new SimpleDataSourceProvenance("flights", factory), factory);
        for (int row = 0; row < ROWS; row++) {
            hours[row] = random.nextDouble();
            distances[row] = random.nextDouble();
            origins[row] = AIRPORTS.get(random.nextInt(AIRPORTS.size()));
            double signal = hours[row] + AIRPORTS.indexOf(origins[row]) - distances[row] + random.nextGaussian() / 4;
            var example = new ArrayExample<>(new Label(CLASSES.get(signal < 0.5 ? 0 : signal < 1.5 ? 1 : 2)));
            example.add("hour", hours[row]);
            example.add("distance", distances[row]);
            example.add("origin=" + origins[row], 1);
            examples.add(example);
            data.add(example);
        }
        return new LinearSGDTrainer(new LogMulticlass(), new AdaGrad(0.5), 3, -1, 8, 7).train(data);
    }
}
