package io.github.tiercel.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.launcher.EngineFilter.includeEngines;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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

/** Each law catches the mistake it is there for. */
class WrongStoresTest {

    @ParameterizedTest
    @CsvSource({
        "Reuse, FloatsForDoubles, scoresAreTheModelsToTheLastBit",
        "Reuse, ShiftedByOne, scoresAreTheModelsToTheLastBit",
        "Reuse, TakesAnything, impossibleRequestsAreRefused",
        "Reuse, InfersAlways, growingPrefixesInferEachRowOnce",
        "Reuse, LosesThePrefix, fullAfterFastInfersTheRest",
        "Reuse, ForgetsChecks, costIsWhatTheModelSaw",
        "Reuse, PartsOfBatches, batchesLieAtMultiplesOfTheirSize",
        "Reuse, BatchSizeInTheKey, anotherBatchSizeFindsTheSameScores",
        "Reuse, ForgetsTheNameless, whatHasNoNameIsReusedWhileItLives",
        "Reuse, ChecksEveryTime, otherLabelsWeightsAndSlicesCallNoModel",
        "Reuse, AsksTheAbsent, scoresAreFoundWhileTheirModelIsNotAtHand",
        "Reuse, SingleRowsAnew, anySequenceOfRequestsInfersEachRowOnce",
        "Reuse, OneOrderForAll, newRowsKeepTheirOwnOrder",
        "Reuse, NewLabelsNewOrder, knownRowsKeepTheirFirstOrder",
        "Reuse, FreezesTheUnknown, rowsOfNoKnownContentAndClustersStayAsTheyAre",
        "Reuse, ForgetsOrders, orderOutlivesTheStore",
        "Keys, OneModel, otherModelsHaveOtherScores",
        "Keys, TransformForgotten, otherTransformsHaveOtherScores",
        "Keys, SettingsForgotten, otherSettingsHaveOtherScores",
        "Keys, NamesSorted, otherOutputsAreOtherScores",
        "Keys, PrecisionForgotten, otherPrecisionMeansOtherScores",
        "Keys, ContentForgotten, otherRowsHaveOtherScores",
        "Keys, NamelessAreOne, modelsWithoutAFingerprintShareNothing",
        "Keys, RowsGuessed, rowsOfNoKnownContentShareNothing",
        "Trust, NeverChecks, changedWeightsUnderOneFingerprintAreFoundOut",
        "Trust, OneCheckForAll, aModelThatLiedHarmsNoOther",
        "Trust, ComparesBits, roundingIsNoChange",
        "Trust, BelievesWhoInferred, aModelThatIsNotDeterministicIsFoundOut",
        "Trust, BelievesTheNameless, aNamelessModelThatWasTrainedOnIsAskedAgain",
        "Trust, NeverTries, aModelThatDependsOnTheBatchIsFoundOut",
        "Trust, ChecksAll, someRowsAreCheckedAndNotMany",
        "Trust, ThrowsWhatTheModelThrew, failureIsAModelException",
        "Trust, SwallowsFailures, failureIsAModelException",
        "Trust, AllOrNothing, batchesBeforeAFailureAreKept",
        "Trust, ZeroForNothing, badScoresAreNeverKept",
        "Sharing, EachThreadForItself, threadsInferEachRowOnce",
        "Sharing, PublishesOnClose, storesOfOneFolderInferEachRowOnce",
        "Sharing, PublishesOnClose, flushedScoresAreThereForOthers",
        "Sharing, ForgetsOnClose, closedStoreKeepsItsScores",
        "Sharing, OneAtATime, aSlowModelHoldsUpNoOther",
        "Sharing, InterruptsAreFailures, anInterruptedCallerLeavesTheOthersWhole",
        "Sharing, OneFailureForAll, whoWaitsForAnInterruptedCallerGoesOnInItsPlace",
        "Sharing, ClosedOnceOnly, flushingAndClosingMayBeRepeated",
        "Sharing, EverythingIsAMiss, missThenResumedThenHit",
        "Sharing, ChecksAlwaysAgree, aCheckThatFailsIsTold",
        "Sharing, NamesTheModelOnly, eventsNameTheKey",
        "Sharing, ListenersMayEndIt, aListenerThatThrowsHarmsNothing",
        "Use, CountsEvaluationsForModels, aModelCountsOnceAndEachEvaluationCounts",
        "Use, WeightsOnly, transformAndSettingsTellModelsApart",
        "Use, OneTier, tiersAreCountedApart",
        "Use, OneHoldout, rowsAreCountedByWhatTheyAreAndNotByTheirLabels",
        "Use, NamelessModelsAreOne, whatHasNoFingerprintIsCountedByTheObject",
        "Use, CountsForItself, countsOutliveTheStoreAndAddUp",
        "Use, CountsByThread, threadsCountTogether"
    })
    void mistakeIsCaught(String part, String store, String law) {
        assertEquals(Set.of(law), failures(selectMethod(type(part, store), law, "java.nio.file.Path")));
    }

    @Test
    void onlyTheLawThatIsBrokenFails() {
        assertEquals(
                Set.of("aListenerThatThrowsHarmsNothing"), failures(selectClass(type("Sharing", "ListenersMayEndIt"))));
        assertEquals(
                Set.of("otherTransformsHaveOtherScores"), failures(selectClass(type("Keys", "TransformForgotten"))));
    }

    @Test
    void everyLawCatchesAMistake() throws NoSuchMethodException {
        Set<String> catching = Arrays.stream(WrongStoresTest.class
                        .getDeclaredMethod("mistakeIsCaught", String.class, String.class, String.class)
                        .getAnnotation(CsvSource.class)
                        .value())
                .map(mistake -> mistake.substring(mistake.lastIndexOf(' ') + 1))
                .collect(Collectors.toSet());
        Set<String> laws = Arrays.stream(PredictionStoreContract.class.getMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(Method::getName)
                .collect(Collectors.toSet());
        assertEquals(new TreeSet<>(laws), new TreeSet<>(catching));
    }

    private static Class<?> type(String part, String store) {
        try {
            return Class.forName(WrongStoresTest.class.getPackageName() + ".WrongStore" + part + "$" + store);
        } catch (ClassNotFoundException e) {
            throw new LinkageError("no such store", e);
        }
    }

    /** Runs laws and returns those that fail. */
    private static Set<String> failures(DiscoverySelector laws) {
        Set<String> failures = new TreeSet<>();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(laws)
                .filters(includeEngines("junit-jupiter"))
                .build();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                result.getThrowable().ifPresent(thrown -> failures.add(method(test)));
            }
        });
        return failures;
    }

    private static String method(TestIdentifier test) {
        return test.getUniqueIdObject().getLastSegment().getValue().replaceAll("\\(.*", "");
    }
}
