package io.github.tiercel.sampling;

import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

class RequiredRowsProperties {

    private static final double LEVEL = 0.95;

    @Property(seed = "42", tries = 300)
    void aFiniteSetNeedsNeitherMoreThanTheWorldNorMoreThanItHas(
            @ForAll @DoubleRange(min = 0, max = 10) @Scale(6) double deviation,
            @ForAll @DoubleRange(min = 1e-6, max = 1) @Scale(6) double halfWidth,
            @ForAll @IntRange(min = 1, max = 10_000_000) int all) {
        RequiredRows required = RequiredRows.ofMean(deviation, halfWidth, LEVEL);
        int among = required.among(all);
        assertTrue(among >= 1 && among <= all);
        assertTrue(among <= required.rows());
    }

    @Property(seed = "42", tries = 300)
    void aCloserLookTakesMoreRows(
            @ForAll @DoubleRange(min = 0.5, max = 0.999) @Scale(6) double value,
            @ForAll @DoubleRange(min = 0.001, max = 0.999) @Scale(6) double prevalence,
            @ForAll @DoubleRange(min = 1e-4, max = 0.1) @Scale(6) double halfWidth) {
        long auc = RequiredRows.ofRocAuc(value, prevalence, halfWidth, LEVEL).rows();
        long ap = RequiredRows.ofAveragePrecision(value, prevalence, halfWidth, LEVEL)
                .rows();
        assertTrue(
                RequiredRows.ofRocAuc(value, prevalence, halfWidth / 2, LEVEL).rows() >= auc);
        assertTrue(RequiredRows.ofAveragePrecision(value, prevalence, halfWidth / 2, LEVEL)
                        .rows()
                >= ap);
        assertTrue(RequiredRows.ofRocAuc(value, prevalence, halfWidth, 0.99).rows() >= auc);
    }

    @Property(seed = "42", tries = 300)
    void rowsForRocAucDependOnTheRarerClassMost(
            @ForAll @DoubleRange(min = 0.5, max = 0.999) @Scale(6) double auc,
            @ForAll @DoubleRange(min = 0.001, max = 0.2) @Scale(6) double prevalence,
            @ForAll @DoubleRange(min = 1e-4, max = 0.05) @Scale(6) double halfWidth) {
        long rare = RequiredRows.ofRocAuc(auc, prevalence, halfWidth, LEVEL).rows();
        long even = RequiredRows.ofRocAuc(auc, 0.5, halfWidth, LEVEL).rows();
        assertTrue(rare >= even);
    }
}
