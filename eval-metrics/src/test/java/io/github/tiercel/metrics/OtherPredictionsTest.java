package io.github.tiercel.metrics;

import static io.github.tiercel.metrics.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Multiclass, regression and ranking predictions hold what they were given and refuse what makes no sense. */
class OtherPredictionsTest {

    @Nested
    class Multiclass {

        private static final List<String> CLASSES = List.of("a", "b");
        private static final double[][] SCORES = {{.9, .2, .4}, {.1, .8, .6}};
        private static final MulticlassPredictions PREDICTIONS =
                MulticlassPredictions.of(CLASSES, new int[] {0, 1, 1}, SCORES);

        @Test
        void rowsAreAsGiven() {
            assertEquals(CLASSES, PREDICTIONS.classes());
            assertEquals(3, PREDICTIONS.rows());
            assertEquals(1, PREDICTIONS.label(2));
            assertEquals(0.6, PREDICTIONS.score(1, 2));
            assertEquals(1, PREDICTIONS.weight(2));
            assertFalse(PREDICTIONS.isWeighted());
        }

        @Test
        void selectedRowsKeepTheirWeights() {
            MulticlassPredictions selected =
                    PREDICTIONS.withWeights(new double[] {1, 2, 3}).select(new int[] {2, 0});
            assertTrue(selected.isWeighted());
            assertEquals(2, selected.rows());
            assertEquals(3, selected.weight(0));
            assertEquals(0.4, selected.score(0, 0));
            assertEquals(0, selected.label(1));
        }

        @Test
        void ofCopiesAndWrapDoesNot() {
            int[] labels = {0, 1};
            double[][] scores = {{.9, .2}, {.1, .8}};
            double[] weights = {1, 2};
            MulticlassPredictions copied = MulticlassPredictions.of(CLASSES, labels, scores, weights);
            MulticlassPredictions wrapped = MulticlassPredictions.wrap(CLASSES, labels, scores, weights);
            MulticlassPredictions wrappedWithoutWeights = MulticlassPredictions.wrap(CLASSES, labels, scores);
            scores[1][0] = .3;
            weights[1] = 7;
            assertEquals(.1, copied.score(1, 0));
            assertEquals(2, copied.weight(1));
            assertEquals(.3, wrapped.score(1, 0));
            assertEquals(7, wrapped.weight(1));
            assertEquals(.3, wrappedWithoutWeights.score(1, 0));
            assertFalse(wrappedWithoutWeights.isWeighted());
        }

        @Test
        void oneClassAgainstTheRestIsMadeOnce() {
            MulticlassPredictions predictions = PREDICTIONS.withWeights(new double[] {1, 2, 3});
            BinaryPredictions rest = predictions.oneVersusRest(1);
            assertFalse(rest.label(0));
            assertTrue(rest.label(2));
            assertEquals(.6, rest.score(2));
            assertEquals(3, rest.weight(2));
            assertSame(rest, predictions.oneVersusRest(1));
            assertFalse(PREDICTIONS.oneVersusRest(0).isWeighted());
            assertThrows(IndexOutOfBoundsException.class, () -> predictions.oneVersusRest(2));
        }

        @Test
        void classNamesMustDifferAndNotBeEmpty() {
            assertRefused(
                    "class names must differ and not be empty, got [a, a]",
                    () -> MulticlassPredictions.of(List.of("a", "a"), new int[1], new double[2][1]));
            assertRefused(
                    "class names must differ and not be empty, got [a, ]",
                    () -> MulticlassPredictions.wrap(List.of("a", ""), new int[1], new double[2][1]));
        }

        @Test
        void whatIsSharedBelongsToOnePredictions() {
            AtomicInteger made = new AtomicInteger();
            SharedView<MulticlassPredictions, Integer> rows = new SharedView<>(predictions -> {
                made.incrementAndGet();
                return predictions.weightedRows();
            });
            MulticlassPredictions predictions = PREDICTIONS.withWeights(new double[] {1, 0, 1});
            assertEquals(2, predictions.shared(rows));
            assertEquals(2, predictions.shared(rows));
            assertEquals(1, made.get());
            assertEquals(3, predictions.withWeights(new double[] {1, 1, 1}).shared(rows));
            // Another view of the same type has nothing to do with it.
            assertEquals(7, predictions.shared(new SharedView<MulticlassPredictions, Integer>(all -> 7)));
            assertEquals(2, predictions.shared(rows));
        }

        @Test
        void rowsOfAClassAreThoseOfPositiveWeight() {
            MulticlassPredictions predictions = PREDICTIONS.withWeights(new double[] {0, 2, .5});
            assertEquals(2, predictions.weightedRows());
            assertEquals(0, predictions.classRows(0));
            assertEquals(2, predictions.classRows(1));
            assertEquals(1, PREDICTIONS.classRows(0));
        }

        @Test
        void badArgumentsAreNamed() {
            assertRefused("weights has 1 rows but labels has 2", () -> {
                MulticlassPredictions.wrap(CLASSES, new int[] {0, 1}, new double[][] {{1, 0}, {0, 1}}, new double[1]);
            });
            assertRefused("scores has 1 rows but classes has 2", () -> {
                MulticlassPredictions.of(CLASSES, new int[] {0}, new double[][] {{.5}});
            });
            assertRefused("scores of class b has 1 rows but labels has 2", () -> {
                MulticlassPredictions.of(CLASSES, new int[] {0, 1}, new double[][] {{.5, .5}, {.5}});
            });
            assertRefused("scores of class a must be numbers, got NaN at row 1", () -> {
                MulticlassPredictions.of(CLASSES, new int[] {0, 1}, new double[][] {{.5, Double.NaN}, {.5, .5}});
            });
            assertRefused("labels must be in [0, 2), got 2 at row 1", () -> {
                MulticlassPredictions.of(CLASSES, new int[] {0, 2}, new double[][] {{.5, .5}, {.5, .5}});
            });
            assertRefused("labels must be in [0, 2), got -1 at row 0", () -> {
                MulticlassPredictions.of(CLASSES, new int[] {-1, 0}, new double[][] {{.5, .5}, {.5, .5}});
            });
        }
    }

    @Nested
    class Regression {

        private static final RegressionPredictions PREDICTIONS =
                RegressionPredictions.of(new double[] {1, 2}, new double[] {1.5, 2.5});

        @Test
        void rowsAreAsGiven() {
            assertEquals(2, PREDICTIONS.rows());
            assertEquals(2, PREDICTIONS.label(1));
            assertEquals(2.5, PREDICTIONS.predicted(1));
            assertEquals(1, PREDICTIONS.weight(0));
            assertFalse(PREDICTIONS.isWeighted());
        }

        @Test
        void selectedRowsKeepTheirWeights() {
            RegressionPredictions selected =
                    PREDICTIONS.withWeights(new double[] {3, 4}).select(new int[] {1, 1});
            assertTrue(selected.isWeighted());
            assertEquals(2, selected.rows());
            assertEquals(4, selected.weight(0));
            assertEquals(2.5, selected.predicted(0));
            assertEquals(2, selected.label(0));
        }

        @Test
        void ofCopiesAndWrapDoesNot() {
            double[] labels = {1, 2};
            double[] predicted = {1.5, 2.5};
            double[] weights = {0, 2};
            RegressionPredictions copied = RegressionPredictions.of(labels, predicted, weights);
            RegressionPredictions wrapped = RegressionPredictions.wrap(labels, predicted, weights);
            RegressionPredictions wrappedWithoutWeights = RegressionPredictions.wrap(labels, predicted);
            predicted[0] = 9;
            weights[1] = 7;
            assertEquals(1.5, copied.predicted(0));
            assertEquals(2, copied.weight(1));
            assertEquals(1, copied.weightedRows());
            assertEquals(9, wrapped.predicted(0));
            assertEquals(7, wrapped.weight(1));
            assertEquals(9, wrappedWithoutWeights.predicted(0));
            assertEquals(2, wrappedWithoutWeights.weightedRows());
        }

        @Test
        void badArgumentsAreNamed() {
            double[] one = {1};
            assertRefused(
                    "weights must be finite and at least 0, got -1.0 at row 0",
                    () -> RegressionPredictions.of(one, one, new double[] {-1}));
            double[] nan = {Double.NaN};
            assertRefused("labels has 1 rows but predicted has 0", () -> RegressionPredictions.of(one, new double[0]));
            assertRefused("labels must be numbers, got NaN at row 0", () -> RegressionPredictions.of(nan, one));
            assertRefused("predicted must be numbers, got NaN at row 0", () -> RegressionPredictions.of(one, nan));
        }
    }

    @Nested
    class Ranking {

        private static final RankingPredictions PREDICTIONS =
                RankingPredictions.of(new int[] {7, 7, 3}, new double[] {0, 2, 1}, new double[] {.1, .2, .3});

        @Test
        void rowsAreAsGiven() {
            assertEquals(3, PREDICTIONS.rows());
            assertEquals(7, PREDICTIONS.query(1));
            assertEquals(2, PREDICTIONS.relevance(1));
            assertEquals(0.3, PREDICTIONS.score(2));
            assertEquals(1, PREDICTIONS.weight(0));
            assertFalse(PREDICTIONS.isWeighted());
        }

        @Test
        void selectedRowsKeepTheirWeights() {
            RankingPredictions selected =
                    PREDICTIONS.withWeights(new double[] {1, 2, 3}).select(new int[] {2});
            assertTrue(selected.isWeighted());
            assertEquals(1, selected.rows());
            assertEquals(3, selected.query(0));
            assertEquals(1, selected.relevance(0));
            assertEquals(0.3, selected.score(0));
            assertEquals(3, selected.weight(0));
        }

        @Test
        void ofCopiesAndWrapDoesNot() {
            int[] queries = {4, 4};
            double[] relevance = {0, 1};
            double[] scores = {.1, .2};
            double[] weights = {1, 2};
            RankingPredictions copied = RankingPredictions.of(queries, relevance, scores, weights);
            RankingPredictions wrapped = RankingPredictions.wrap(queries, relevance, scores, weights);
            RankingPredictions wrappedWithoutWeights = RankingPredictions.wrap(queries, relevance, scores);
            scores[0] = .3;
            weights[1] = 7;
            assertEquals(.1, copied.score(0));
            assertEquals(2, copied.weight(1));
            assertEquals(.3, wrapped.score(0));
            assertEquals(7, wrapped.weight(1));
            assertEquals(.3, wrappedWithoutWeights.score(0));
        }

        @Test
        void aQueryCountsWithARowOfPositiveWeight() {
            assertEquals(2, PREDICTIONS.queries());
            assertEquals(3, PREDICTIONS.weightedRows());
            RankingPredictions withoutTheLast = PREDICTIONS.withWeights(new double[] {0, 2, 0});
            assertEquals(1, withoutTheLast.queries());
            assertEquals(1, withoutTheLast.weightedRows());
            assertEquals(0, PREDICTIONS.withWeights(new double[3]).queries());
        }

        @Test
        void relevantQueryHasARelevantRowOfPositiveWeight() {
            RankingPredictions rows = RankingPredictions.of(
                    new int[] {7, 3, 7, 3, 5}, new double[] {1, 0, 2, 0, 1}, new double[5], new double[] {1, 1, 1, 1, 0
                    });
            assertEquals(2, rows.queries());
            assertEquals(1, rows.relevantQueries());
            assertEquals(2, rows.withWeights(new double[] {1, 1, 1, 1, 1}).relevantQueries());
            assertEquals(0, rows.withWeights(new double[5]).relevantQueries());
        }

        @Test
        void badArgumentsAreNamed() {
            int[] query = {0};
            assertRefused("weights has 2 rows but labels has 1", () -> {
                RankingPredictions.wrap(query, new double[1], new double[1], new double[2]);
            });
            double[] one = {1};
            assertRefused(
                    "relevance has 0 rows but queries has 1", () -> RankingPredictions.of(query, new double[0], one));
            assertRefused(
                    "scores has 2 rows but queries has 1", () -> RankingPredictions.of(query, one, new double[2]));
            assertRefused(
                    "scores must be numbers, got NaN at row 0",
                    () -> RankingPredictions.of(query, one, new double[] {Double.NaN}));
            String rule = "queries and relevance must be at least 0, got query ";
            assertRefused(
                    rule + "-2 and relevance 1.0 at row 0", () -> RankingPredictions.of(new int[] {-2}, one, one));
            assertRefused(
                    rule + "0 and relevance -1.0 at row 0", () -> RankingPredictions.of(query, new double[] {-1}, one));
            assertRefused(
                    rule + "0 and relevance NaN at row 0",
                    () -> RankingPredictions.of(query, new double[] {Double.NaN}, one));
        }
    }
}
