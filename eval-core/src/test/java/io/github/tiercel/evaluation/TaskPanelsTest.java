package io.github.tiercel.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Scores;
import io.github.tiercel.metrics.regression.ResidualBin;
import io.github.tiercel.result.ClassCurve;
import io.github.tiercel.result.CutPoint;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.MulticlassFindings;
import io.github.tiercel.result.RankingFindings;
import io.github.tiercel.result.RegressionFindings;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What results hold for pictures: of all rows, and nothing of a sample. */
class TaskPanelsTest {

    private static final int ROWS = 3000;
    private static final Tier FULL = Tier.full().withReplicates(0);

    @Test
    void eachClassHasItsCurve() {
        ModelResult result = evaluate(SimulatedTasks.multiclass(ROWS).build(), FULL, ofClasses());
        MulticlassFindings found = (MulticlassFindings) result.findings();
        assertEquals(
                SimulatedTasks.CLASSES,
                found.curves().stream().map(ClassCurve::name).toList());
        double mean =
                found.curves().stream().mapToDouble(ClassCurve::auc).average().orElseThrow();
        assertEquals(result.metric("roc_auc_ovr").value().orNaN(), mean, 1e-12);
        for (ClassCurve curve : found.curves()) {
            assertTrue(curve.roc().points().size() <= 128);
            assertEquals(
                    1, curve.roc().points().get(curve.roc().points().size() - 1).y());
        }
    }

    @Test
    void confidenceIsHeldAgainstAccuracy() {
        ModelResult result = evaluate(SimulatedTasks.multiclass(ROWS).build(), FULL, ofClasses());
        var bins = ((MulticlassFindings) result.findings())
                .calibration()
                .orElseThrow()
                .bins();
        double right =
                bins.stream().mapToDouble(bin -> bin.weight() * bin.observed()).sum();
        assertEquals(result.metric("accuracy").value().orNaN(), right / ROWS, 1e-12);
        assertEquals(ROWS, bins.stream().mapToInt(bin -> bin.rows()).sum());
    }

    @Test
    void ofManyClassesThoseWithTheMostRowsHaveCurves() {
        int classes = 12;
        List<String> names = IntStream.range(0, classes).mapToObj(c -> "c" + c).toList();
        // Class c has c rows, so the first has none and the second has the fewest.
        int[] labels = IntStream.range(0, classes)
                .flatMap(c -> IntStream.generate(() -> c).limit(c))
                .toArray();
        double[][] scores = new double[classes][labels.length];
        for (int row = 0; row < labels.length; row++) {
            scores[labels[row]][row] = 1;
        }
        MulticlassFindings found = (MulticlassFindings)
                evaluate(EvaluationSet.multiclass(labels, names).build(), FULL, Scores.ofClasses("m", names, scores))
                        .findings();
        assertEquals(
                names.subList(2, 12),
                found.curves().stream().map(ClassCurve::name).toList());
    }

    @Test
    void errorsOfNumbersAreBinned() {
        ModelResult result = evaluate(SimulatedTasks.regression(ROWS).build(), FULL, ofMinutes());
        RegressionFindings found = (RegressionFindings) result.findings();
        var residuals = found.residuals().orElseThrow();
        double observed = residuals.bins().stream()
                .mapToDouble(bin -> bin.weight() * bin.observed())
                .sum();
        assertEquals(found.labelMean(), observed / ROWS, 1e-9);
        assertEquals(ROWS, residuals.bins().stream().mapToInt(ResidualBin::rows).sum());
        assertEquals(
                result.metric("median_ae").value().orNaN(), residuals.absolute().errorOf(0.5), 0.05);
    }

    @Test
    void firstRanksHaveTheValuesOfTheMetric() {
        EvaluationSet set = SimulatedTasks.ranking(ROWS).build();
        ModelResult result = evaluate(set, FULL, ofRelevance());
        RankingFindings found = (RankingFindings) result.findings();
        // No query has more than ten rows.
        assertEquals(
                List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
                found.ndcg().stream().map(CutPoint::k).toList());
        CutPoint tenth = found.ndcg().get(9);
        assertEquals(result.metric("ndcg@10").value().orNaN(), tenth.value());
        assertEquals(result.metric("ndcg@10").population(), tenth.interval());
        double counted = found.queries() - found.withoutRelevant();
        assertEquals(
                counted,
                found.histogram().orElseThrow().weights().stream()
                        .mapToDouble(weight -> weight)
                        .sum());
        assertEquals(
                found.withoutRelevant(), found.firstRelevant().orElseThrow().never());
    }

    @Test
    void whereNothingIsRelevantNoRankIsGood() {
        EvaluationSet set =
                EvaluationSet.ranking(new double[3], new long[] {1, 1, 2}).build();
        RankingFindings found = (RankingFindings)
                evaluate(set, FULL, Scores.of("m", new double[] {1, 2, 3})).findings();
        assertEquals(List.of(), found.ndcg());
        assertEquals(Optional.empty(), found.histogram());
        assertEquals(2, found.firstRelevant().orElseThrow().never());
    }

    @Test
    void samplesHaveNone() {
        Tier fast = Tier.fast().withRows(new SampleRows.Exactly(ROWS / 3));
        assertEquals(
                List.of(),
                ((MulticlassFindings) evaluate(SimulatedTasks.multiclass(ROWS).build(), fast, ofClasses())
                                .findings())
                        .curves());
        assertEquals(
                Optional.empty(),
                ((RegressionFindings) evaluate(SimulatedTasks.regression(ROWS).build(), fast, ofMinutes())
                                .findings())
                        .residuals());
        RankingFindings ranking =
                (RankingFindings) evaluate(SimulatedTasks.ranking(ROWS).build(), fast, ofRelevance())
                        .findings();
        assertEquals(RankingFindings.of(ranking.queries(), ranking.withoutRelevant()), ranking);
    }

    @Test
    void weightsOfTwoAreTwoRows() {
        double[] labels = {1, 5, 3, 8, 2};
        double[] predicted = {2, 4, 3, 5, 9};
        double[] twice = IntStream.range(0, 10).mapToDouble(i -> labels[i % 5]).toArray();
        double[] predictedTwice =
                IntStream.range(0, 10).mapToDouble(i -> predicted[i % 5]).toArray();
        double[] two = new double[5];
        Arrays.fill(two, 2);
        RegressionFindings weighted = (RegressionFindings)
                evaluate(EvaluationSet.regression(labels).weights(two).build(), FULL, Scores.of("m", predicted))
                        .findings();
        RegressionFindings copied = (RegressionFindings)
                evaluate(EvaluationSet.regression(twice).build(), FULL, Scores.of("m", predictedTwice))
                        .findings();
        assertEquals(
                copied.residuals().orElseThrow().histogram(),
                weighted.residuals().orElseThrow().histogram());
        assertEquals(
                copied.residuals().orElseThrow().absolute(),
                weighted.residuals().orElseThrow().absolute());
    }

    private static Scores ofClasses() {
        return SimulatedTasks.ofClasses("m", ROWS, 0.5);
    }

    private static Scores ofMinutes() {
        return SimulatedTasks.ofMinutes("m", ROWS, 0.5);
    }

    private static Scores ofRelevance() {
        return SimulatedTasks.ofRelevance("m", ROWS, 0.5);
    }

    private static ModelResult evaluate(EvaluationSet set, Tier tier, Scores scores) {
        return Evaluator.of(set)
                .build()
                .evaluate(tier, List.of(scores), Optional.empty())
                .models()
                .get(0);
    }
}
