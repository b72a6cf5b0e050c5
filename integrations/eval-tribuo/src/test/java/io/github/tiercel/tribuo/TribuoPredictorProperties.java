package io.github.tiercel.tribuo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.fm.FMClassificationTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.math.optimisers.AdaGrad;

class TribuoPredictorProperties {

    @Property(tries = 40, seed = "1")
    void scoresAreThoseOfTheModelToTheLastBit(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 5) int classes,
            @ForAll boolean machine,
            @ForAll boolean sparse)
            throws Exception {
        String[] labels = {"late", "on time", "early", "cancelled", "diverted"};
        String[] used = Arrays.copyOf(labels, classes);
        MutableDataset<Label> data = sparse ? Synthetic.sparse(60, seed, used) : Synthetic.data(60, seed, used);
        Model<Label> model = machine ? machine(data) : Synthetic.linear(data, 2);
        TribuoPredictor predictor = TribuoPredictor.of(model);
        assertEquals(model.getOutputIDInfo().size(), predictor.outputs().count());
        List<Example<Label>> examples = Synthetic.examples(data);
        double[][] scores = Synthetic.scores(predictor, examples);
        for (int row = 0; row < scores.length; row++) {
            for (int output = 0; output < predictor.outputs().count(); output++) {
                String name = model.getOutputIDInfo().getOutput(output).getLabel();
                assertEquals(name, predictor.outputs().names().get(output));
                assertEquals(Synthetic.score(model, examples.get(row), name), scores[row][output], 0.0);
            }
        }
    }

    static Model<Label> machine(MutableDataset<Label> data) {
        return new FMClassificationTrainer(new LogMulticlass(), new AdaGrad(0.1), 2, -1, 1, 7, 3, 0.1).train(data);
    }
}
