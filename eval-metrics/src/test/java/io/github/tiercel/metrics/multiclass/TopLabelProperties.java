package io.github.tiercel.metrics.multiclass;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.Value;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TopLabelProperties {

    @Provide
    Arbitrary<MulticlassPredictions> predictions() {
        return RandomMulticlass.any();
    }

    @Property(seed = "42")
    void shareOfPositivesIsTheAccuracy(@ForAll("predictions") MulticlassPredictions predictions) {
        BinaryPredictions top = TopLabel.of(predictions);
        Value accuracy = MulticlassMetrics.ACCURACY.value(predictions);
        double right = IntStream.range(0, top.rows())
                .filter(top::label)
                .mapToDouble(top::weight)
                .sum();
        double all = IntStream.range(0, top.rows()).mapToDouble(top::weight).sum();
        assertEquals(accuracy.orNaN(), right / all, 1e-12);
    }

    @Property(seed = "42")
    void scoreIsTheHighest(@ForAll("predictions") MulticlassPredictions predictions) {
        BinaryPredictions top = TopLabel.of(predictions);
        for (int row = 0; row < top.rows(); row++) {
            int at = row;
            // Both zeros are one score.
            assertEquals(
                    IntStream.range(0, predictions.classes().size())
                                    .mapToDouble(c -> predictions.score(c, at))
                                    .max()
                                    .orElseThrow()
                            + 0.0,
                    top.score(row) + 0.0);
        }
    }
}
