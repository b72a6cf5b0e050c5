package io.github.tiercel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arrows between packages, of this module and of the leaves below it. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.github.tiercel");

    /** Values made on first use and kept. */
    private static final Set<String> KEPT = Set.of(
            "BinaryPredictions.groups",
            "ScoreGroups.order",
            "LazyOrder.order",
            "EvaluationSet.fingerprint",
            "StoredOrder.known",
            "StoredOrder.labels",
            "KeptRows.kept",
            "PackedSet.positions",
            "TierScores.narrower",
            "ScoreJoin.last");

    /** Classes whose objects one thread fills and nobody else sees meanwhile. */
    private static final Set<String> FILLED = Set.of(
            "BlockPrecisionSum",
            "BlockSteps",
            "CompensatedSum",
            "CountedFolds",
            "CountedSteps",
            "CountingSink",
            "CumulativeWeights",
            "CutSum",
            "EpochLoop",
            "FewScores",
            "GroupBlock",
            "GroupSteps",
            "Housekeeping",
            "LogProduct",
            "ModelCalls",
            "ModelFilling",
            "Offenders",
            "PairedProgress",
            "PowerCheck",
            "RaceLoop",
            "Runner",
            "SampleGrowth",
            "SegmentCutter",
            "SliceSearcher",
            "SlotQueue",
            "Spread",
            "StepBlock",
            "Stopwatch",
            "StoreVerification",
            "Sum",
            "Sums",
            "TierTally",
            "ValueProgress",
            "Wait",
            "WeighedSteps");

    /** Classes whose fields are read and written under the lock of their object. */
    private static final Set<String> LOCKED = Set.of("Backlog", "SharedWork", "UseCounter", "WorkerTime");

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching("io.github.tiercel.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @ParameterizedTest
    @CsvSource({
        "arrow, files",
        "arrow, result",
        "arrow, data",
        "arrow, packed",
        "arrow, store",
        "files, arrow",
        "files, result",
        "files, data",
        "files, packed",
        "files, inference",
        "files, store",
        "files, evaluation",
        "data, inference",
        "data, evaluation",
        "inference, result",
        "inference, evaluation",
        "inference, store",
        "data, store",
        "data, gate",
        "data, packed",
        "packed, inference",
        "packed, store",
        "packed, evaluation",
        "inference, packed",
        "store, packed",
        "store, evaluation",
        "store, training",
        "evaluation, gate",
        "evaluation, training",
        "training, gate",
        "gate, training",
        "result, serving",
        "data, serving",
        "inference, serving",
        "store, serving",
        "evaluation, serving",
        "gate, serving",
        "training, serving",
        "serving, store",
        "result, data",
        "result, evaluation",
        "result, gate",
        "data, result",
        "metrics, sampling",
        "sampling, metrics",
        "metrics.., data",
        "metrics.., result",
        "metrics, metrics.binary",
        "metrics, metrics.interval",
        "metrics.binary, metrics.interval",
        "metrics.binary, metrics.resample",
        "metrics.binary, metrics.compare",
        "metrics.binary, metrics.threshold",
        "metrics.curve, metrics.interval",
        "metrics.curve, metrics.threshold",
        "metrics.interval, metrics.threshold",
        "metrics.resample, metrics.threshold",
        "metrics.interval, metrics.resample",
        "metrics.interval, metrics.compare",
        "metrics.resample, metrics.compare",
        "metrics.binary, metrics.calibration",
        "metrics.curve, metrics.calibration",
        "metrics.interval, metrics.calibration",
        "metrics.resample, metrics.calibration",
        "metrics.calibration, metrics.compare"
    })
    void thePackageKnowsNothingOfTheOther(String one, String other) {
        noClasses()
                .that()
                .resideInAPackage("io.github.tiercel." + one)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.github.tiercel." + other)
                .check(CLASSES);
    }

    @Test
    void packagesAreNamedForWhatTheyHold() {
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..common..", "..impl..", "..helper..", "..manager..")
                .check(CLASSES);
    }

    @Test
    void fieldsAreFinalButForTheOnesListedHere() {
        fields().that(areNotListed()).should().beFinal().check(CLASSES);
    }

    private static DescribedPredicate<JavaField> areNotListed() {
        return DescribedPredicate.describe("are neither listed nor a builder's", field -> {
            String owner = field.getOwner().getSimpleName();
            boolean kept = KEPT.contains(owner + "." + field.getName());
            return !owner.endsWith("Builder") && !kept && !FILLED.contains(owner) && !LOCKED.contains(owner);
        });
    }
}
