package io.github.tiercel.report;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.compare.Difference;
import io.github.tiercel.result.BaselineResult;
import io.github.tiercel.result.ClassResult;
import io.github.tiercel.result.EpochHistory;
import io.github.tiercel.result.EpochRecord;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.FoldSpread;
import io.github.tiercel.result.FoldSummary;
import io.github.tiercel.result.GateResult;
import io.github.tiercel.result.LatencyPercentile;
import io.github.tiercel.result.LatencyProfile;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.MulticlassFindings;
import io.github.tiercel.result.Notice;
import io.github.tiercel.result.Progress;
import io.github.tiercel.result.Provenance;
import io.github.tiercel.result.ServingProfile;
import io.github.tiercel.result.SliceResult;
import io.github.tiercel.result.SliceSearch;
import io.github.tiercel.result.SmallSlices;
import io.github.tiercel.result.Support;
import io.github.tiercel.result.TierRecord;
import io.github.tiercel.result.Verdict;
import io.github.tiercel.result.WorseSlice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** A result that uses one text wherever a text from data may stand. */
final class NamedResult {

    private NamedResult() {}

    static EvaluationResult of(String name) {
        Map<String, String> texts = Map.of(name, name);
        return HandMade.of(model(name))
                .traced(HandMade.INFERRED, new Provenance(texts, texts, 42, texts, Optional.of(name)))
                .withHistory(history(name));
    }

    private static ModelResult model(String name) {
        Estimate estimate = estimate(name);
        Difference difference = HandMadeParts.difference(name, Direction.HIGHER_IS_BETTER, 0.1, 0.05, 0.15, 0.5);
        return new ModelResult(
                name,
                name,
                900,
                1_000,
                Map.of(name, estimate),
                findings(name),
                List.of(new SliceResult(
                        name,
                        name,
                        450,
                        new Support(Support.Unit.RAREST_CLASS, 225),
                        Map.of(name, estimate),
                        Map.of())),
                Optional.of(new BaselineResult(name, Map.of(name, estimate), Optional.of(serving(name)))),
                Map.of(name, difference),
                List.of(new GateResult(
                        name,
                        Verdict.FAIL,
                        OptionalDouble.of(0.5),
                        Optional.of(new Interval(0.4, 0.6, 0.95, name)),
                        0.9,
                        450,
                        OptionalLong.empty(),
                        name)),
                List.of(new Notice(name, name)),
                Optional.of(new SliceSearch(name, 24, 3, 0.025, worse(name), Optional.of(worse(name)))),
                Optional.of(new FoldSummary(name, 5, Map.of(name, FoldSpread.of(0.7, 0.8, Double.NaN)))),
                Optional.of(serving(name)),
                List.of(new SmallSlices(name, 2, 3, 20, 30)));
    }

    private static ServingProfile serving(String name) {
        ServingProfile quick = HandMadeServing.quick();
        LatencyProfile latency = quick.latency().get(0);
        Interval interval = new Interval(1, 3, 0.95, name);
        return new ServingProfile(
                List.of(new LatencyProfile(
                        1,
                        OptionalDouble.empty(),
                        450,
                        5,
                        1,
                        1,
                        Map.of(
                                name,
                                new LatencyPercentile(
                                        2, Optional.of(interval), OptionalDouble.of(1), 368, List.of(2.0))),
                        2,
                        1,
                        3,
                        latency.histogram(),
                        Optional.of(name))),
                quick.throughput(),
                quick.memory(),
                quick.modelBytes(),
                40);
    }

    private static SliceSearch.Findings worse(String name) {
        return new SliceSearch.Findings(
                1,
                List.of(new WorseSlice(
                        name,
                        name,
                        450,
                        new Support(Support.Unit.RAREST_CLASS, 225),
                        0.6,
                        0.7,
                        new Interval(-0.15, -0.05, 0.998, name),
                        0.001)));
    }

    private static MulticlassFindings findings(String name) {
        Map<String, Estimate> rates = Map.of("f1", estimate("f1"));
        return MulticlassFindings.of(
                List.of(new ClassResult(name, 450, rates), new ClassResult("other", 450, rates)),
                HandMadeTasks.confusion(List.of(name, "other"), new double[][] {{300, 150}, {150, 300}}));
    }

    private static EpochHistory history(String name) {
        TierRecord tier = new TierRecord(450, Map.of(name, estimate(name)), HandMade.INFERRED);
        List<Notice> warnings = List.of(new Notice(name, name));
        return new EpochHistory(
                name,
                name,
                Direction.HIGHER_IS_BETTER,
                List.of(
                        new EpochRecord(
                                1, Map.of(name, tier), true, Progress.IMPROVED, Optional.empty(), 1, 1, warnings),
                        new EpochRecord(2, Map.of(), false, Progress.NOT_IMPROVED, Optional.empty(), 1, 1, warnings)),
                Optional.of(1),
                Optional.of(name));
    }

    private static Estimate estimate(String name) {
        return HandMadeParts.estimate(name, 0.7, 0.6, 0.8);
    }
}
