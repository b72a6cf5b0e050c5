package io.github.tiercel.report;

import io.github.tiercel.metrics.BootstrapInterval;
import io.github.tiercel.metrics.Borrowed;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.EstimateFlag;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.Task;
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
import io.github.tiercel.metrics.multiclass.ConfusionTable;
import io.github.tiercel.result.BaselineResult;
import io.github.tiercel.result.BestThreshold;
import io.github.tiercel.result.BinaryFindings;
import io.github.tiercel.result.ClassResult;
import io.github.tiercel.result.Curves;
import io.github.tiercel.result.EpochComparison;
import io.github.tiercel.result.EpochHistory;
import io.github.tiercel.result.EpochRecord;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.FoldSpread;
import io.github.tiercel.result.FoldSummary;
import io.github.tiercel.result.GateResult;
import io.github.tiercel.result.GateUnit;
import io.github.tiercel.result.HoldoutUse;
import io.github.tiercel.result.InferenceCost;
import io.github.tiercel.result.LatencyPercentile;
import io.github.tiercel.result.LatencyProfile;
import io.github.tiercel.result.MemoryUse;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.MulticlassFindings;
import io.github.tiercel.result.Notice;
import io.github.tiercel.result.PlannedMetric;
import io.github.tiercel.result.PlannedWidth;
import io.github.tiercel.result.Progress;
import io.github.tiercel.result.Provenance;
import io.github.tiercel.result.RegressionFindings;
import io.github.tiercel.result.SampleGrowth;
import io.github.tiercel.result.SamplePlan;
import io.github.tiercel.result.ServingProfile;
import io.github.tiercel.result.SliceResult;
import io.github.tiercel.result.SliceSearch;
import io.github.tiercel.result.SmallSlices;
import io.github.tiercel.result.Support;
import io.github.tiercel.result.TaskFindings;
import io.github.tiercel.result.ThroughputProfile;
import io.github.tiercel.result.TierRecord;
import io.github.tiercel.result.TimeBreakdown;
import io.github.tiercel.result.Verdict;
import io.github.tiercel.result.WorseSlice;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Results of any task that records allow, however odd: any text, lone surrogates and control characters included, and
 * numbers with all extremes. Drawn from a seed, so that a failing result is named by one number.
 */
final class AnyResult extends AnyValues {

    /** Of all models: they are evaluated on the same labels. */
    private final Task task;

    private AnyResult(long seed, boolean told) {
        super(seed, told);
        this.task = pick(Task.values());
    }

    static Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    static EvaluationResult of(long seed) {
        return new AnyResult(seed, false).result();
    }

    /** {@return a result of which JSON tells everything} */
    static EvaluationResult told(long seed) {
        return new AnyResult(seed, true).result();
    }

    private EvaluationResult result() {
        List<ModelResult> models = List.copyOf(map(1, 3, name -> model(name)).values());
        List<Verdict> verdicts =
                models.stream().flatMap(model -> model.verdict().stream()).toList();
        return new EvaluationResult(
                Verdict.worst(verdicts),
                models,
                time(),
                new Provenance(texts(), texts(), random.nextLong(), texts(), maybe(this::text)),
                maybe(this::history),
                maybe(this::use),
                maybe(this::growth));
    }

    private HoldoutUse use() {
        int models = 1 + random.nextInt(50);
        Map<String, HoldoutUse.TierUse> tiers = map(0, 3, name -> new HoldoutUse.TierUse(models, models));
        return new HoldoutUse(models, models + random.nextInt(1000), tiers, random.nextBoolean());
    }

    private SampleGrowth growth() {
        return new SampleGrowth(
                anyNumber(),
                list(this::count),
                maybe(() -> new SamplePlan(anyNumber(), count(), count(), list(this::planned))));
    }

    private PlannedMetric planned() {
        return new PlannedMetric(
                text(),
                text(),
                random.nextBoolean(),
                random.nextBoolean() ? OptionalInt.of(count()) : OptionalInt.empty(),
                list(() -> new PlannedWidth(count(), anyNumber(), anyNumber())),
                maybe(this::text));
    }

    private TimeBreakdown time() {
        return new TimeBreakdown(anyNumber(), inference(), anyNumber(), anyNumber(), anyNumber());
    }

    private InferenceCost inference() {
        return random.nextBoolean()
                ? InferenceCost.NONE
                : new InferenceCost(anyNumber(), count(), count(), count(), anyNumber(), anyNumber(), count());
    }

    private EpochHistory history() {
        return new EpochHistory(
                text(), text(), pick(Direction.values()), list(this::epoch), maybe(this::count), maybe(this::text));
    }

    private EpochRecord epoch() {
        return new EpochRecord(
                count(),
                map(0, 3, this::tier),
                random.nextBoolean(),
                pick(Progress.values()),
                maybe(this::comparison),
                anyNumber(),
                anyNumber(),
                list(() -> new Notice(text(), text())));
    }

    private EpochComparison comparison() {
        return new EpochComparison(count(), count(), anyNumber(), anyNumber(), anyNumber(), anyNumber());
    }

    private TierRecord tier(String name) {
        return new TierRecord(count(), map(0, 3, this::estimate), time());
    }

    private ModelResult model(String name) {
        return new ModelResult(
                name,
                text(),
                count(),
                count(),
                map(0, 4, this::estimate),
                findings(),
                list(() -> new SliceResult(
                        text(),
                        text(),
                        count(),
                        new Support(unit(), count()),
                        map(0, 3, this::estimate),
                        map(0, 2, this::difference))),
                maybe(() -> new BaselineResult(
                        text(),
                        map(0, 3, this::estimate),
                        maybe(this::serving),
                        maybe(this::curves),
                        maybe(this::calibration))),
                map(0, 3, this::difference),
                list(this::gate),
                list(() -> new Notice(text(), text())),
                maybe(() -> new SliceSearch(text(), count(), count(), number(), worse(), maybe(this::worse))),
                maybe(() -> new FoldSummary(text(), count(), map(0, 3, metric -> spread()))),
                maybe(this::serving),
                list(() -> new SmallSlices(text(), count(), count(), count(), count())));
    }

    private SliceSearch.Findings worse() {
        return new SliceSearch.Findings(
                count(),
                list(() -> new WorseSlice(
                        text(),
                        text(),
                        count(),
                        new Support(unit(), count()),
                        anyNumber(),
                        anyNumber(),
                        interval(),
                        anyNumber())));
    }

    private FoldSpread spread() {
        return new FoldSpread(anyNumber(), anyNumber(), anyNumber(), anyNumber(), count());
    }

    private TaskFindings findings() {
        return switch (task) {
            case BINARY -> binary();
            case MULTICLASS -> multiclass();
            case REGRESSION -> new RegressionFindings(anyNumber(), anyNumber(), maybe(AnyPanels.of(random)::residuals));
            case RANKING -> AnyPanels.of(random).ranking(count(), count());
        };
    }

    private BinaryFindings binary() {
        return new BinaryFindings(
                count(),
                maybe(() -> new ConfusionMatrix(number(), anyNumber(), anyNumber(), anyNumber(), anyNumber())),
                maybe(() -> new BestThreshold(anyNumber(), anyNumber(), maybeNumber(), maybe(this::interval))),
                maybe(this::curves),
                maybe(this::calibration),
                maybe(this::histogram));
    }

    private Curves curves() {
        return new Curves(
                new RocCurve(list(this::point)),
                maybe(this::band),
                new PrecisionRecallCurve(list(this::point)),
                maybe(this::band));
    }

    private ScoreHistogram histogram() {
        double lowest = random.nextGaussian();
        List<Double> positives = Stream.generate(random::nextDouble)
                .limit(1 + random.nextInt(40))
                .toList();
        return new ScoreHistogram(lowest, lowest + random.nextInt(3), positives, positives);
    }

    private CurveBand band() {
        return new CurveBand(list(this::rectangle), level(), true, text());
    }

    private BandPoint rectangle() {
        double x = random.nextDouble();
        double y = random.nextDouble();
        return new BandPoint(number(), x / 2, x, y, 1);
    }

    private ReliabilityCurve calibration() {
        double level = level();
        return new ReliabilityCurve(
                Stream.generate(() -> bin(level)).limit(1 + random.nextInt(4)).toList());
    }

    private ReliabilityBin bin(double level) {
        double lowest = random.nextDouble();
        double observed = random.nextDouble();
        return new ReliabilityBin(
                lowest,
                (1 + lowest) / 2,
                random.nextDouble(),
                observed,
                random.nextDouble() + 1e-9,
                1 + random.nextInt(1_000),
                new Interval(observed / 2, observed, level, "wilson"));
    }

    private double level() {
        return 0.5 + random.nextInt(49) / 100.0;
    }

    /** Mostly few classes; sometimes more than a table of all pairs holds, or than a page lists. */
    private MulticlassFindings multiclass() {
        int most = random.nextInt(5) > 0 ? 4 : random.nextInt(5) > 0 ? 12 : 32;
        Map<String, ClassResult> classes = map(1, most, this::ofClass);
        // A class has a name.
        if (classes.remove("") != null) {
            classes.put(" ", ofClass(" "));
        }
        List<String> names = List.copyOf(classes.keySet());
        return new MulticlassFindings(
                List.copyOf(classes.values()),
                confusion(names),
                random.nextBoolean() ? List.of() : AnyPanels.of(random).curves(names),
                maybe(this::calibration));
    }

    private ClassResult ofClass(String name) {
        Map<String, Estimate> metrics = new LinkedHashMap<>();
        Stream.of("precision", "recall", "f1")
                .filter(rate -> random.nextInt(4) > 0)
                .forEach(rate -> metrics.put(rate, estimate(rate + "[" + name + "]")));
        return new ClassResult(name, count(), metrics);
    }

    private ConfusionTable confusion(List<String> classes) {
        double[][] weights = new double[classes.size()][classes.size()];
        for (double[] row : weights) {
            Arrays.setAll(row, c -> random.nextBoolean() ? 0 : random.nextInt(1_000) / (1.0 + random.nextInt(2)));
        }
        return HandMadeTasks.confusion(classes, weights);
    }

    private Support.Unit unit() {
        return switch (task) {
            case BINARY -> Support.Unit.POSITIVES;
            case MULTICLASS -> Support.Unit.RAREST_CLASS;
            case REGRESSION -> Support.Unit.ROWS;
            case RANKING -> Support.Unit.QUERIES;
        };
    }

    private Estimate estimate(String metric) {
        if (told && random.nextInt(4) == 0) {
            return undefined(metric);
        }
        Estimate alone = alone(metric);
        return random.nextInt(4) > 0
                ? alone
                : alone.withBorrowed(new Borrowed(
                        text(),
                        Value.of(infinitely()),
                        maybe(this::interval),
                        maybe(this::interval),
                        random.nextDouble(),
                        random.nextDouble()));
    }

    /** Where there is no value, JSON says why and nothing of its errors: there are none. */
    private Estimate undefined(String metric) {
        return new Estimate(
                metric,
                pick(Direction.values()),
                Value.undefined(pick(UndefinedReason.values())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                flags(),
                count(),
                count());
    }

    private Estimate alone(String metric) {
        return new Estimate(
                metric,
                pick(Direction.values()),
                value(),
                maybe(this::interval),
                maybe(this::interval),
                maybe(this::interval),
                maybe(() -> new BootstrapInterval(
                        interval(),
                        count(),
                        count(),
                        anyNumber(),
                        anyNumber(),
                        anyNumber(),
                        "compressed",
                        maybeNumber())),
                maybeNumber(),
                flags(),
                count(),
                count());
    }

    private Difference difference(String metric) {
        OptionalDouble pValue = random.nextBoolean() ? OptionalDouble.of(random.nextDouble()) : OptionalDouble.empty();
        return new Difference(
                metric,
                pick(Direction.values()),
                value(),
                maybe(this::interval),
                pValue,
                pValue.isPresent() ? Optional.of(text()) : Optional.empty(),
                maybeNumber(),
                anyNumber(),
                random.nextBoolean());
    }

    private GateResult gate() {
        OptionalLong calls = maybeWhole();
        return new GateResult(
                text(),
                pick(Verdict.values()),
                random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(infinitely()),
                maybe(this::interval),
                anyNumber(),
                calls.isPresent() ? 0 : count(),
                maybeWhole(),
                text(),
                maybe(() -> pick(GateUnit.values())),
                calls);
    }

    private ServingProfile serving() {
        return new ServingProfile(
                list(this::latency),
                list(() -> new ThroughputProfile(
                        anyNumber(), maybe(this::interval), count(), count(), maybeNumber(), maybe(this::text))),
                maybe(() -> new MemoryUse(maybeWhole(), maybeWhole(), whole())),
                maybeWhole(),
                anyNumber());
    }

    private LatencyProfile latency() {
        return new LatencyProfile(
                count(),
                maybeNumber(),
                whole(),
                whole(),
                count(),
                anyNumber(),
                map(
                        0,
                        3,
                        name -> new LatencyPercentile(
                                anyNumber(), maybe(this::interval), maybeNumber(), whole(), list(this::anyNumber))),
                anyNumber(),
                anyNumber(),
                anyNumber(),
                list(() -> new LatencyProfile.LatencyBin(anyNumber(), anyNumber(), whole())),
                maybe(this::text));
    }

    private Value value() {
        return !told && random.nextInt(4) == 0
                ? Value.undefined(pick(UndefinedReason.values()))
                : Value.of(infinitely());
    }

    private double infinitely() {
        return random.nextInt(10) == 0 ? Math.copySign(Double.POSITIVE_INFINITY, random.nextInt() + 0.5) : number();
    }

    private Interval interval() {
        double a = random.nextInt(10) == 0 ? Double.NEGATIVE_INFINITY : number();
        double b = random.nextInt(10) == 0 ? Double.POSITIVE_INFINITY : number();
        double lower = Math.min(a, b);
        double upper = Math.max(a, b);
        return new Interval(
                lower == Double.POSITIVE_INFINITY ? 0 : lower,
                upper == Double.NEGATIVE_INFINITY ? 0 : upper,
                level(),
                text());
    }

    private CurvePoint point() {
        return new CurvePoint(anyNumber(), anyNumber(), anyNumber());
    }

    private Set<EstimateFlag> flags() {
        Set<EstimateFlag> flags = EnumSet.noneOf(EstimateFlag.class);
        Stream.of(EstimateFlag.values()).filter(flag -> random.nextBoolean()).forEach(flags::add);
        return flags;
    }

    static EpochHistory history(long seed) {
        return new AnyResult(seed, false).history();
    }

    static String text(long seed) {
        return new AnyResult(seed, false).text();
    }
}
