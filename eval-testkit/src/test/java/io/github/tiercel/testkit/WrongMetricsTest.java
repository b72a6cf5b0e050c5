package io.github.tiercel.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.launcher.EngineFilter.includeEngines;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Each law catches the mistake it is there for, and says which metric made it. */
class WrongMetricsTest {

    @ParameterizedTest
    @CsvSource({
        "Binary, TiesByRowOrder, auc_ties_by_row_order, orderOfRowsDoesNotMatter",
        "Binary, TiesAsWins, auc_ties_as_wins, influenceIsTheDerivativeByWeight",
        "Binary, TiesAsWins, auc_ties_as_wins, reversedScoresMirrorTheValue",
        "Binary, TiesAsWins, auc_ties_as_wins, reversedLabelsMirrorTheValue",
        "Binary, NearScoresAsTies, auc_near_scores_as_ties, smallerScaleOfScoresChangesNothing",
        "Binary, NearScoresAsTies, auc_near_scores_as_ties, ranksSayAsMuchAsScores",
        "Binary, SignedZeros, auc_signed_zeros, zeroHasNoSign",
        "Binary, WeightsForgotten, accuracy_weights_forgotten, weightCountsAsRepetition",
        "Binary, WeightsForgotten, accuracy_weights_forgotten, rowOfWeightZeroIsAbsent",
        "Binary, CountInsteadOfMean, positives, onlyRatiosOfWeightsMatter",
        "Binary, CountInsteadOfMean, positives, valueLiesInItsRange",
        "Binary, WrongDirection, brier_as_a_gain, nothingIsBetterThanPerfect",
        "Binary, NotANumber, auc_not_a_number, undefinedIsSaid",
        "Binary, NothingIsRight, accuracy_of_nothing, undefinedIsSaid",
        "Binary, NameOfTwoWords, right answers, nameIsLegal",
        "Binary, NeedlessNeed, needless_need, needForProbabilitiesIsRespected",
        "Binary, CallsCounted, calls_counted, sameInputGivesTheSameBits",
        "Binary, InfluenceCallsCounted, influence_calls_counted, sameInputGivesTheSameInfluence",
        "Binary, InfluenceCallsCounted, influence_calls_counted, numbersOfClustersDoNotMatter",
        "Binary, InfluenceCallsCounted, influence_calls_counted, lowerLevelGivesANarrowerInterval",
        "Binary, InfluenceOfNothing, influence_of_nothing, influenceIsRefusedWhereUndefined",
        "Binary, InfluenceOffCentre, influence_off_centre, influenceSumsToZero",
        "Binary, InfluenceOfTheSum, influence_of_the_sum, moreRowsGiveANarrowerInterval",
        "Binary, GroupsWithoutWeight, lowest_score, replicateIsTheMetricOnReweightedRows",
        "Multiclass, ClassesOfAbsentRows, recall_of_any_class, rowOfWeightZeroIsAbsent",
        "Multiclass, MeanOfClassesAsMeanOfRows, f1_by_row, meanOfPartsIsTheWhole",
        "Multiclass, ThresholdInsteadOfOrder, likely, ranksSayAsMuchAsScores",
        "Multiclass, RangeOfAnother, brier_up_to_1, valueLiesInItsRange",
        "Multiclass, RangeOfAnother, brier_up_to_1, intervalHoldsTheValueWithinTheRange",
        "Multiclass, CountAsShare, possible_classes, valueLiesInItsRange",
        "Ranking, CountAsShare, relevant_rows, valueLiesInItsRange",
        "Regression, OneLess, mse_with_one_less, twoCopiesAreWorthOne",
        "Regression, OneLess, mse_with_one_less, onlyRatiosOfWeightsMatter",
        "Regression, AbsentRowsSeen, max_error_of_any_row, rowOfWeightZeroIsAbsent",
        "Regression, SignLeft, mean_error, nothingIsBetterThanPerfect",
        "Regression, RootAsMean, rmse_as_mean, meanOfPartsIsTheWhole",
        "Regression, RootForgotten, rmse_root_forgotten, influenceIsTheDerivativeByWeight",
        "Regression, DividedByZero, rmse_divided_by_zero, influenceSumsToZero",
        "Regression, TiesAsLosses, concordance_ties_as_losses, reversedScoresMirrorTheValue",
        "Ranking, TiesByRow, ndcg@10, orderOfRowsDoesNotMatter",
        "Ranking, QueriesByRuns, map_by_runs, orderOfRowsDoesNotMatter",
        "Ranking, LastQueryForgotten, mrr_without_the_last, numbersOfQueriesDoNotMatter",
        "Ranking, QueriesMixed, precision_of_the_best, ranksSayAsMuchAsScores"
    })
    void mistakeIsCaughtUnderTheNameOfTheMetric(String task, String laws, String metric, String law) {
        Map<String, String> failures = failures(selectMethod(type(task, laws), method(type(task, laws), law)));
        assertEquals(Set.of(law), failures.keySet());
        failures.forEach((failed, message) -> assertTrue(message.startsWith(metric + ": "), message));
    }

    @Test
    void onlyTheLawThatIsBrokenFails() {
        assertEquals(
                "[influenceIsTheDerivativeByWeight]",
                failures(selectClass(type("Regression", "RootForgotten")))
                        .keySet()
                        .toString());
    }

    @Test
    void everyLawCatchesAMistake() throws NoSuchMethodException {
        Set<String> catching = Arrays.stream(WrongMetricsTest.class
                        .getDeclaredMethod(
                                "mistakeIsCaughtUnderTheNameOfTheMetric",
                                String.class,
                                String.class,
                                String.class,
                                String.class)
                        .getAnnotation(CsvSource.class)
                        .value())
                .map(mistake -> mistake.substring(mistake.lastIndexOf(' ') + 1))
                .collect(Collectors.toSet());
        Set<String> laws = Stream.<Class<?>>of(MirrorMetricLaws.class, MeanMetricLaws.class)
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method -> method.isAnnotationPresent(Property.class))
                .map(Method::getName)
                .collect(Collectors.toSet());
        assertEquals(new TreeSet<>(laws), new TreeSet<>(catching));
    }

    private static Class<?> type(String task, String laws) {
        try {
            return Class.forName(WrongMetricsTest.class.getPackageName() + ".Wrong" + task + "Metrics$" + laws);
        } catch (ClassNotFoundException e) {
            throw new LinkageError("no such metric", e);
        }
    }

    private static Method method(Class<?> laws, String law) {
        return Arrays.stream(laws.getMethods())
                .filter(method -> method.getName().equals(law))
                .findFirst()
                .orElseThrow();
    }

    /** Runs laws on the jqwik engine and returns the message of each that fails, by its method. */
    private static Map<String, String> failures(DiscoverySelector laws) {
        Map<String, String> failures = new TreeMap<>();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(laws)
                .filters(includeEngines("jqwik"))
                .configurationParameter("jqwik.reporting.usejunitplatform", "true")
                // Replays no sample of an earlier build, so that every build does the same.
                .configurationParameter("jqwik.failures.after.default", "RANDOM_SEED")
                .configurationParameter("jqwik.shrinking.default", "OFF")
                .configurationParameter("jqwik.tries.default", "100")
                .configurationParameter("jqwik.database", "target/jqwik-database-of-wrong-metrics")
                .build();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                result.getThrowable()
                        .ifPresent(thrown -> failures.put(method(test), String.valueOf(thrown.getMessage())));
            }
        });
        return failures;
    }

    private static String method(TestIdentifier test) {
        return test.getUniqueIdObject().getLastSegment().getValue().replaceAll("\\(.*", "");
    }
}
