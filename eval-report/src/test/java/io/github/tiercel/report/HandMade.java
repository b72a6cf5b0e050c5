package io.github.tiercel.report;

import static io.github.tiercel.report.HandMadeParts.difference;
import static io.github.tiercel.report.HandMadeParts.differences;
import static io.github.tiercel.report.HandMadeParts.estimate;
import static io.github.tiercel.report.HandMadeParts.flagged;
import static io.github.tiercel.report.HandMadeParts.gate;
import static io.github.tiercel.report.HandMadeParts.interval;
import static io.github.tiercel.report.HandMadeParts.lower;
import static io.github.tiercel.report.HandMadeParts.metrics;
import static io.github.tiercel.report.HandMadeParts.ordered;
import static io.github.tiercel.report.HandMadeParts.slice;
import static io.github.tiercel.report.HandMadeParts.undefined;

import io.github.tiercel.evaluation.RunComparison;
import io.github.tiercel.gate.Gates;
import io.github.tiercel.metrics.BootstrapInterval;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.EstimateFlag;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.binary.ConfusionMatrix;
import io.github.tiercel.metrics.calibration.ReliabilityBin;
import io.github.tiercel.metrics.calibration.ReliabilityCurve;
import io.github.tiercel.metrics.compare.Difference;
import io.github.tiercel.metrics.curve.BandPoint;
import io.github.tiercel.metrics.curve.CurveBand;
import io.github.tiercel.metrics.curve.CurvePoint;
import io.github.tiercel.metrics.curve.PrecisionRecallCurve;
import io.github.tiercel.metrics.curve.RocCurve;
import io.github.tiercel.metrics.curve.ScoreHistogram;
import io.github.tiercel.result.BaselineResult;
import io.github.tiercel.result.BestThreshold;
import io.github.tiercel.result.BinaryFindings;
import io.github.tiercel.result.Curves;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.FoldSpread;
import io.github.tiercel.result.FoldSummary;
import io.github.tiercel.result.GateResult;
import io.github.tiercel.result.HoldoutUse;
import io.github.tiercel.result.InferenceCost;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.Notice;
import io.github.tiercel.result.Provenance;
import io.github.tiercel.result.SliceResult;
import io.github.tiercel.result.SliceSearch;
import io.github.tiercel.result.SmallSlices;
import io.github.tiercel.result.Support;
import io.github.tiercel.result.TimeBreakdown;
import io.github.tiercel.result.Verdict;
import io.github.tiercel.result.WorseSlice;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/** Results written by hand, with every feature that a result may have. The numbers are made up. */
final class HandMade {

    static final TimeBreakdown TIME = new TimeBreakdown(312.5, InferenceCost.NONE, 48.25, 951, 1311.75);

    /** With most scores from the store, and a reader that the model waited for. */
    static final TimeBreakdown INFERRED =
            new TimeBreakdown(312.5, new InferenceCost(612.5, 12_345, 66_198, 256, 3_104.2, 386), 48.25, 951, 1924.25);

    private HandMade() {}

    /**
     * Two models of a training run: one on all rows with a baseline, slices and gates of all verdicts, one on a sample.
     */
    static EvaluationResult everything() {
        return inferred(full(), sample()).withHistory(HandMadeEpochs.stopped()).withHoldout(use());
    }

    /** Of rows on which many epochs and some checkpoints were evaluated. */
    static HoldoutUse use() {
        Map<String, HoldoutUse.TierUse> tiers = new LinkedHashMap<>();
        tiers.put("fast", new HoldoutUse.TierUse(36, 1112));
        tiers.put("full", new HoldoutUse.TierUse(5, 8));
        return new HoldoutUse(37, 1120, tiers, true);
    }

    /** A result for which models scored rows. */
    static EvaluationResult inferred(ModelResult... models) {
        return of(models).traced(INFERRED, provenance());
    }

    static EvaluationResult of(ModelResult... models) {
        List<Verdict> verdicts =
                Arrays.stream(models).flatMap(model -> model.verdict().stream()).toList();
        return new EvaluationResult(Verdict.worst(verdicts), List.of(models), TIME, provenance(), Optional.empty());
    }

    static Provenance provenance() {
        return new Provenance(
                ordered("tiercel", "0.1.0", "java", "17.0.12"),
                ordered("rows", "9f2c41aa", "data", "77e0d3b1"),
                42,
                ordered("label", "late", "level", "0.95", "replicates", "1000"),
                Optional.of("tiercel evaluate flights.csv --label late --score naive_bayes --baseline hour_rate"));
    }

    static ModelResult full() {
        return new ModelResult(
                "naive_bayes",
                "full",
                78_543,
                78_543,
                metrics(
                        estimate("roc_auc", 0.71659, 0.70831, 0.72487)
                                .withGate(new Interval(0.70702, 0.72616, 0.975, "delong-logit-t"))
                                .withBootstrap(new BootstrapInterval(
                                        interval(0.70818, 0.72502, "bca"),
                                        999,
                                        1,
                                        -1.25e-5,
                                        0.0042,
                                        1.5e-4,
                                        "rank-blocks",
                                        OptionalDouble.of(2.5e-6))),
                        lower(estimate("log_loss", 0.184782, 0.1801, 0.1894)),
                        flagged(
                                estimate("precision", 1, 0.3127, 1),
                                EstimateFlag.AT_THE_EDGE,
                                EstimateFlag.SMALL_SAMPLE),
                        estimate("mcc", -0.0123, Double.NEGATIVE_INFINITY, 0.0345),
                        undefined("accuracy", UndefinedReason.NOT_PROBABILITIES)),
                new BinaryFindings(
                        3_948,
                        Optional.of(new ConfusionMatrix(0.5, 12, 0, 3_936, 74_595)),
                        Optional.of(new BestThreshold(
                                0.0812,
                                0.20341,
                                OptionalDouble.of(0.19876),
                                Optional.of(interval(0.1953, 0.2118, "percentile")))),
                        Optional.of(new Curves(
                                new RocCurve(List.of(
                                        new CurvePoint(Double.POSITIVE_INFINITY, 0, 0),
                                        new CurvePoint(0.9, 0.1, 0.55),
                                        new CurvePoint(2e-3, 1, 1))),
                                Optional.of(new CurveBand(
                                        List.of(
                                                new BandPoint(Double.POSITIVE_INFINITY, 0, 0.02, 0, 0.03),
                                                new BandPoint(0.9, 0.08, 0.12, 0.52, 0.58),
                                                new BandPoint(2e-3, 0.98, 1, 0.97, 1)),
                                        0.95,
                                        true,
                                        "kolmogorov")),
                                new PrecisionRecallCurve(
                                        List.of(new CurvePoint(0.9, 0.55, 0.25), new CurvePoint(2e-3, 1, 0.0502654))),
                                Optional.empty())),
                        Optional.of(new ReliabilityCurve(List.of(
                                new ReliabilityBin(
                                        2e-3, 0.1, 0.03, 0.04, 70_000, 70_000, interval(0.03, 0.05, "wilson")),
                                new ReliabilityBin(
                                        0.1, 0.9, 0.2, 0.15, 8_543, 8_543, interval(0.14, 0.16, "wilson"))))),
                        Optional.of(new ScoreHistogram(0, 1, List.of(1_000.0, 2_948.0), List.of(70_000.0, 4_595.0)))),
                List.of(
                        slice(
                                "origin",
                                "ORD",
                                4_409,
                                366,
                                estimate("roc_auc", 0.6902, 0.6614, 0.7190),
                                difference("roc_auc", Direction.HIGHER_IS_BETTER, -0.0305, -0.0502, -0.0108, 0.0024)),
                        slice(
                                "origin",
                                "São\nPaulo\u202e",
                                97,
                                11,
                                flagged(estimate("roc_auc", 0.7551, 0.5120, 0.9001), EstimateFlag.SMALL_SAMPLE),
                                difference("roc_auc", Direction.HIGHER_IS_BETTER, 0.0212, -0.0911, 0.1335, 0.7114)),
                        slice(
                                "carrier & origin",
                                "日本航空 & a name that is longer than any column would like",
                                12,
                                0,
                                undefined("roc_auc", UndefinedReason.NO_POSITIVES))),
                Optional.of(new BaselineResult(
                        "hour_rate",
                        metrics(
                                estimate("roc_auc", 0.71759, 0.7093, 0.7258),
                                lower(estimate("log_loss", 0.190112, 0.1854, 0.1948)),
                                undefined("precision", UndefinedReason.NO_PREDICTED_POSITIVES)),
                        Optional.of(HandMadeServing.slow()),
                        Optional.of(Curves.of(
                                new RocCurve(List.of(
                                        new CurvePoint(Double.POSITIVE_INFINITY, 0, 0),
                                        new CurvePoint(0.2, 0.15, 0.5),
                                        new CurvePoint(0.01, 1, 1))),
                                new PrecisionRecallCurve(
                                        List.of(new CurvePoint(0.2, 0.5, 0.15), new CurvePoint(0.01, 1, 0.0502654))))),
                        Optional.of(new ReliabilityCurve(List.of(
                                new ReliabilityBin(
                                        0.01, 0.1, 0.05, 0.045, 70_000, 70_000, interval(0.04, 0.05, "wilson")),
                                new ReliabilityBin(
                                        0.1, 0.2, 0.15, 0.12, 8_543, 8_543, interval(0.11, 0.13, "wilson"))))))),
                differences(
                        difference("roc_auc", Direction.HIGHER_IS_BETTER, -0.00101, -0.00642, 0.00440, 0.7144),
                        difference("log_loss", Direction.LOWER_IS_BETTER, -0.00533, -0.00701, -0.00365, 4.9e-10),
                        new Difference(
                                "precision",
                                Direction.HIGHER_IS_BETTER,
                                Value.undefined(UndefinedReason.NO_PREDICTED_POSITIVES),
                                Optional.empty(),
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                true)),
                List.of(
                        gate(
                                "roc_auc >= 0.7",
                                Verdict.PASS,
                                0.71659,
                                0.70702,
                                0.72616,
                                0.7,
                                OptionalLong.empty(),
                                "the whole interval satisfies the rule"),
                        gate(
                                "roc_auc no-worse-than baseline by 0.005",
                                Verdict.INCONCLUSIVE,
                                -0.00101,
                                -0.00642,
                                0.00440,
                                -0.005,
                                OptionalLong.of(109_731),
                                "the interval spans the limit, so these rows cannot decide"),
                        gate(
                                "roc_auc@origin=ORD >= 0.72",
                                Verdict.FAIL,
                                0.6902,
                                0.6614,
                                0.71999,
                                0.72,
                                OptionalLong.empty(),
                                "no value in the interval satisfies the rule"),
                        new GateResult(
                                "accuracy >= 0.9",
                                Verdict.INCONCLUSIVE,
                                OptionalDouble.empty(),
                                Optional.empty(),
                                0.9,
                                78_543,
                                OptionalLong.empty(),
                                "undefined: scores are not probabilities: some lie outside [0, 1]"),
                        HandMadeServing.latencyGate(),
                        HandMadeServing.memoryGate()),
                List.of(new Notice(
                        "NOT_PROBABILITIES",
                        "37 scores lie outside [0, 1] (the smallest is -4.21, the largest 6.03). They look like logits;"
                                + " metrics that need probabilities are undefined.")),
                Optional.of(search()),
                Optional.of(folds()),
                Optional.of(HandMadeServing.quick()),
                List.of(new SmallSlices("airline & tail", 4_037, 4_044, 9_804, 100)));
    }

    private static SliceSearch search() {
        return new SliceSearch(
                "roc_auc",
                214,
                37,
                0.025,
                new SliceSearch.Findings(
                        2,
                        List.of(
                                new WorseSlice(
                                        "month & origin",
                                        "May & São\nPaulo",
                                        1_409,
                                        new Support(Support.Unit.POSITIVES, 66),
                                        0.6012,
                                        0.7171,
                                        interval(-0.1902, -0.0416, "rest-influence-t"),
                                        2.5e-7),
                                new WorseSlice(
                                        "origin",
                                        "ORD",
                                        4_409,
                                        new Support(Support.Unit.POSITIVES, 366),
                                        0.6902,
                                        0.7173,
                                        interval(-0.0539, -0.0003, "rest-influence-t"),
                                        0.0213))),
                Optional.of(new SliceSearch.Findings(0, List.of())));
    }

    private static FoldSummary folds() {
        Map<String, FoldSpread> spreads = new LinkedHashMap<>();
        spreads.put("roc_auc", FoldSpread.of(0.7102, 0.7251, 0.7188));
        spreads.put("precision", FoldSpread.of(Double.NaN, 1, Double.NaN));
        return new FoldSummary("fold", 3, spreads);
    }

    static ModelResult sample() {
        Estimate auc = estimate("roc_auc", 0.7203, 0.7101, 0.7302);
        return new ModelResult(
                "gbm",
                "fast",
                16_384,
                200_000,
                metrics(new Estimate(
                        "roc_auc",
                        Direction.HIGHER_IS_BETTER,
                        auc.value(),
                        auc.population(),
                        Optional.of(interval(0.7151, 0.7254, "influence-t")),
                        Optional.empty(),
                        Optional.empty(),
                        OptionalDouble.of(0.0051),
                        Set.of(EstimateFlag.GUARDED),
                        16_384,
                        3_948)),
                BinaryFindings.of(3_948),
                List.of(),
                Optional.empty(),
                Map.of(),
                List.of(gate(
                        "roc_auc >= 0.7",
                        Verdict.PASS,
                        0.7203,
                        0.7101,
                        0.7302,
                        0.7,
                        OptionalLong.empty(),
                        "the whole interval satisfies the rule")),
                List.of());
    }

    /** The same model beside one of another run, whose rows are gone: with a gate of each verdict. */
    static EvaluationResult unpaired() {
        ModelResult bare = bare("hour_rate");
        ModelResult other = new ModelResult(
                bare.model(),
                bare.tier(),
                40_000,
                40_000,
                metrics(
                        estimate("roc_auc", 0.70759, 0.6963, 0.7188),
                        lower(estimate("log_loss", 0.210112, 0.2054, 0.2148)),
                        undefined("precision", UndefinedReason.NO_PREDICTED_POSITIVES)),
                bare.findings(),
                List.of(slice("origin", "ORD", 2_104, 180, estimate("roc_auc", 0.6802, 0.6414, 0.7190))),
                Optional.empty(),
                Map.of(),
                List.of(),
                List.of());
        EvaluationResult compared = RunComparison.of(of(full()), of(other))
                .unpaired("flights.csv has changed since run-a.json was written. Evaluate both models on one file.");
        return Gates.of(
                        "log_loss no-worse-than baseline by 0.001",
                        "roc_auc no-worse-than baseline by 0.001",
                        "roc_auc@origin=ORD no-worse-than baseline by 0.01")
                .judge(compared);
    }

    /** A model without any of the optional things. */
    static ModelResult bare(String name) {
        return new ModelResult(
                name,
                "full",
                3,
                3,
                metrics(new Estimate(
                        "roc_auc",
                        Direction.HIGHER_IS_BETTER,
                        Value.of(0.5),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        OptionalDouble.empty(),
                        Set.of(),
                        3,
                        1)),
                BinaryFindings.of(1),
                List.of(),
                Optional.empty(),
                Map.of(),
                List.of(),
                List.of());
    }

    /** A model with one slice that has all of some metrics. */
    static ModelResult sliced(String... metrics) {
        Map<String, Estimate> estimates = metrics(Arrays.stream(metrics)
                .map(metric -> estimate(metric, 0.6902, 0.6614, 0.7190))
                .toArray(Estimate[]::new));
        return with(
                estimates,
                List.of(new SliceResult(
                        "country", "DE", 1_000, new Support(Support.Unit.POSITIVES, 100), estimates, Map.of())),
                Map.of());
    }

    /** A model with one metric and its difference from a baseline. */
    static ModelResult compared(Difference difference) {
        Estimate estimate = estimate(difference.metric(), 0.3, 0.2991, 0.3009);
        return with(metrics(estimate), List.of(), Map.of(difference.metric(), difference));
    }

    private static ModelResult with(
            Map<String, Estimate> metrics, List<SliceResult> slices, Map<String, Difference> comparison) {
        Optional<BaselineResult> baseline =
                comparison.isEmpty() ? Optional.empty() : Optional.of(new BaselineResult("prod", metrics));
        return new ModelResult(
                "m",
                "full",
                1_000,
                1_000,
                metrics,
                BinaryFindings.of(100),
                slices,
                baseline,
                comparison,
                List.of(),
                List.of());
    }
}
