package io.github.tiercel.metrics.multiclass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.ReferenceTable;
import io.github.tiercel.metrics.ReferenceTable.Row;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Multiclass metrics are what scikit-learn says they are, but for the differences listed here. */
class MulticlassReferenceTest {

    /** Where scikit-learn gives 0 or NaN. */
    private static final Map<String, Value> DELIBERATE_DIFFERENCES = Map.of(
            "kappa_const", Value.undefined(UndefinedReason.CHANCE_AGREEMENT_IS_COMPLETE),
            "mcc_const", Value.undefined(UndefinedReason.ONE_CLASS));

    static List<Row> cases() {
        return ReferenceTable.read("multiclass_metrics.csv").rows();
    }

    static List<Row> cells() {
        return ReferenceTable.read("multiclass_confusion.csv").rows();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void valueIsTheReferenceOrAListedDifference(Row expected) {
        Value value =
                MulticlassMetrics.named(expected.text("metric")).orElseThrow().value(predictions(expected));
        Value wanted = DELIBERATE_DIFFERENCES.get(expected.toString());
        if (wanted == null) {
            assertEquals(expected.number("expected"), value.orNaN(), expected.number("tolerance"));
        } else {
            assertEquals(wanted, value);
        }
    }

    static List<Row> zeroDivision() {
        return ReferenceTable.read("multiclass_zero_division.csv").rows();
    }

    @ParameterizedTest
    @MethodSource
    void zeroDivision(Row expected) {
        Value value =
                MulticlassMetrics.named(expected.text("metric")).orElseThrow().value(predictions(expected));
        assertFalse(value.isDefined());
        double counted = value.orElse(expected.number("zero_division"));
        assertEquals(expected.number("expected"), counted, expected.number("tolerance"));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void confusionTable(Row expected) {
        ConfusionTable table = ConfusionTable.of(predictions(expected));
        double weight = table.weight((int) expected.number("label"), (int) expected.number("decision"));
        assertEquals(expected.number("expected"), weight, expected.number("tolerance"));
    }

    @Test
    void everyListedDifferenceStillHasItsCase() {
        List<String> names = cases().stream().map(Row::toString).toList();
        assertTrue(names.containsAll(new TreeSet<>(DELIBERATE_DIFFERENCES.keySet())));
    }

    private static MulticlassPredictions predictions(Row expected) {
        ReferenceTable table = ReferenceTable.read("multiclass/" + expected.text("dataset") + ".csv");
        int columns = table.rows().get(0).columns().size() - 2;
        int[] labels = Arrays.stream(table.numbers("y")).mapToInt(y -> (int) y).toArray();
        double[][] scores = new double[columns][];
        Arrays.setAll(scores, c -> table.numbers("p" + c));
        List<String> classes =
                IntStream.range(0, columns).mapToObj(String::valueOf).toList();
        MulticlassPredictions predictions = MulticlassPredictions.of(classes, labels, scores);
        boolean weighted = Boolean.parseBoolean(expected.text("weighted"));
        return weighted ? predictions.withWeights(table.numbers("weight")) : predictions;
    }
}
