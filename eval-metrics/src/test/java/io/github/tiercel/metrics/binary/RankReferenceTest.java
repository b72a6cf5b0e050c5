package io.github.tiercel.metrics.binary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.ReferenceTable;
import io.github.tiercel.metrics.ReferenceTable.Row;
import io.github.tiercel.metrics.binary.PartialRocAuc.Focus;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Areas and distances are what scikit-learn, pROC and quadrature say they are. */
class RankReferenceTest {

    /** What pROC says of a curve below the diagonal; a deliberate difference, because scikit-learn gives a number. */
    private static final String NO_STANDARDISED_AREA = "NaN";

    static List<Row> partialAucOfScikitLearn() {
        return ReferenceTable.read("partial_auc.csv").rows();
    }

    static List<Row> partialAucOfProc() {
        return ReferenceTable.read("partial_auc_proc.csv").rows();
    }

    static List<Row> davisGoadrich() {
        return ReferenceTable.read("pr_auc_dg.csv").rows();
    }

    static List<Row> trapezoid() {
        return ReferenceTable.read("pr_auc_trapezoid.csv").rows();
    }

    static List<Row> kolmogorovSmirnov() {
        return ReferenceTable.read("ks.csv").rows();
    }

    @ParameterizedTest
    @MethodSource
    void partialAucOfScikitLearn(Row expected) {
        check(expected, "standardised", partial(expected));
    }

    @ParameterizedTest
    @MethodSource
    void partialAucOfProc(Row expected) {
        PartialRocAuc partial = partial(expected);
        check(expected, "raw", partial.raw());
        if (expected.text("standardised").equals(NO_STANDARDISED_AREA)) {
            double below = partial.value(expected.predictions()).orNaN();
            assertTrue(below < 0.5, () -> expected + " gives " + below);
        } else {
            check(expected, "standardised", partial);
        }
    }

    @ParameterizedTest
    @MethodSource
    void davisGoadrich(Row expected) {
        check(expected, "expected", BinaryMetrics.PR_AUC_DG);
    }

    @ParameterizedTest
    @MethodSource
    void trapezoid(Row expected) {
        check(expected, "expected", BinaryMetrics.PR_AUC_TRAPEZOID);
    }

    @ParameterizedTest
    @MethodSource
    void kolmogorovSmirnov(Row expected) {
        check(expected, "expected", BinaryMetrics.KS);
    }

    private static PartialRocAuc partial(Row row) {
        Focus focus = row.text("focus").equals("fpr") ? Focus.FALSE_POSITIVE_RATE : Focus.SENSITIVITY;
        return new PartialRocAuc(focus, row.number("from"), row.number("to"), true);
    }

    private static void check(Row expected, String column, Metric<BinaryPredictions> metric) {
        double actual = metric.value(expected.predictions()).orNaN();
        assertEquals(expected.number(column), actual, expected.number("tolerance"), metric.name());
    }
}
