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
        "TiesByRowOrder, auc_ties_by_row_order, orderOfRowsDoesNotMatter",
        "TiesAsWins, auc_ties_as_wins, influenceIsTheDerivativeByWeight",
        "NearScoresAsTies, auc_near_scores_as_ties, smallerScaleOfScoresChangesNothing",
        "WeightsForgotten, accuracy_weights_forgotten, weightCountsAsRepetition",
        "WeightsForgotten, accuracy_weights_forgotten, rowOfWeightZeroIsAbsent",
        "CountInsteadOfMean, positives, onlyRatiosOfWeightsMatter",
        "CountInsteadOfMean, positives, valueLiesInItsRange",
        "NotANumber, auc_not_a_number, undefinedIsSaid",
        "SignedZeros, auc_signed_zeros, zeroHasNoSign",
        "NearScoresAsTies, auc_near_scores_as_ties, ranksSayAsMuchAsScores",
        "NeedlessNeed, needless_need, needForProbabilitiesIsRespected",
        "InfluenceOfNothing, influence_of_nothing, influenceIsRefusedWhereUndefined",
        "InfluenceOffCentre, influence_off_centre, influenceSumsToZero",
        "CallsCounted, calls_counted, sameInputGivesTheSameBits"
    })
    void mistakeIsCaughtUnderTheNameOfTheMetric(String laws, String metric, String law) {
        Map<String, String> failures = failures(selectMethod(type(laws), method(type(laws), law)));
        assertEquals(Set.of(law), failures.keySet());
        failures.forEach((failed, message) -> assertTrue(message.startsWith(metric + ": "), message));
    }

    @Test
    void onlyTheLawThatIsBrokenFails() {
        assertEquals(
                "[influenceIsTheDerivativeByWeight]",
                failures(selectClass(type("TiesAsWins"))).keySet().toString());
    }

    private static Class<?> type(String laws) {
        return Arrays.stream(WrongMetrics.class.getDeclaredClasses())
                .filter(type -> type.getSimpleName().equals(laws))
                .findFirst()
                .orElseThrow();
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
