package io.github.tiercel.metrics.binary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Metric;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;

class NumberedNamesProperties {

    @Property(seed = "42")
    void everyMetricWithNumbersIsFoundByItsName(
            @ForAll @BigRange(min = "0.000001", max = "0.999999") @Scale(6) BigDecimal decimal) {
        double number = decimal.doubleValue();
        List<Metric<BinaryPredictions>> metrics = List.of(
                PartialRocAuc.byFalsePositiveRate(0, number),
                PartialRocAuc.byFalsePositiveRate(number, 1).raw(),
                PartialRocAuc.bySensitivity(number, 1).raw(),
                PartialRocAuc.bySensitivity(0, number),
                new FBeta(number, 0.5),
                new MeanCost(CostMatrix.ofErrors(number, 100 * number), 0.5),
                new MeanCost(new CostMatrix(-number, 0, 1, number), 0.5),
                new PrecisionAtRecall(number),
                new RecallAtPrecision(number),
                new Lift(number),
                new Gain(number));
        for (Metric<BinaryPredictions> metric : metrics) {
            assertEquals(Optional.of(metric), BinaryMetrics.named(metric.name()), metric.name());
        }
    }

    @Property(seed = "42")
    void nameSpellsTheDecimalThatWasGiven(
            @ForAll @BigRange(min = "0.000001", max = "0.999999") @Scale(6) BigDecimal decimal) {
        String plain = decimal.stripTrailingZeros().toPlainString();
        assertEquals("gain_" + plain, new Gain(decimal.doubleValue()).name());
    }
}
