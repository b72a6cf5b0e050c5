package io.github.tiercel.report;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.result.GateResult;
import io.github.tiercel.result.Notice;
import io.github.tiercel.result.ParityFigures;
import io.github.tiercel.result.ParityResult;
import io.github.tiercel.result.ParityRow;
import io.github.tiercel.result.Provenance;
import io.github.tiercel.result.RowShare;
import io.github.tiercel.result.ScoreGap;
import io.github.tiercel.result.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** Parity checks made by hand. */
final class ParityHandMade {

    static final Provenance PROVENANCE = new Provenance(
            Map.of("tiercel", "0.1.0"),
            Map.of("data", "77e0"),
            42,
            Map.of("joined_by", "ids"),
            Optional.of("tiercel parity data.csv --score old --score new"));

    private ParityHandMade() {}

    static Estimate spearman(Value value, Optional<Interval> interval) {
        return new Estimate(
                "rank_correlation",
                Direction.HIGHER_IS_BETTER,
                value,
                interval,
                Optional.empty(),
                interval,
                Optional.empty(),
                OptionalDouble.empty(),
                Set.of(),
                2000,
                0);
    }

    static ParityResult differing() {
        Interval few = new Interval(0.0002, 0.0036, 0.95, "clopper-pearson");
        return new ParityResult(
                "old",
                "new",
                2000,
                List.of("score"),
                1e-5,
                OptionalDouble.of(0.5),
                0.95,
                1024,
                new ParityFigures(
                        new ScoreGap(1500, 0.25, 0.00043, 0, 0.0000004, 0.012, 0.2),
                        new RowShare(40, 2000, new Interval(0.0143, 0.0271, 0.95, "clopper-pearson")),
                        Optional.of(new RowShare(2, 2000, few)),
                        spearman(Value.of(0.99981), Optional.of(new Interval(0.99962, 0.99991, 0.95, "wald"))),
                        Value.of(0.9921)),
                List.of(
                        row(7, "u\n7", 0.31, 0.32, false, Map.of("hour", "7", "from", "JFK"), Map.of("hour", "14")),
                        row(1203, "u9", 0.4999998, 0.5000001, true, Map.of(), Map.of("lag", "3"))),
                List.of(row(44, "u44", 0.75, 0.5, false, Map.of(), Map.of())),
                Optional.of(HandMade.full()),
                List.of(
                        new GateResult(
                                "max_difference <= 0.1",
                                Verdict.FAIL,
                                OptionalDouble.of(0.25),
                                Optional.empty(),
                                0.1,
                                2000,
                                OptionalLong.empty(),
                                "the value on these rows breaks the rule"),
                        new GateResult(
                                "label_flips <= 0.001",
                                Verdict.INCONCLUSIVE,
                                OptionalDouble.of(0.001),
                                Optional.of(few),
                                0.001,
                                2000,
                                OptionalLong.of(9100),
                                "the interval spans the limit, so these rows cannot decide")),
                List.of(new Notice("UNSHARED_ROWS", "Compared on the 2,000 rows that both have.")),
                PROVENANCE);
    }

    private static ParityRow row(
            int number,
            String id,
            double old,
            double served,
            boolean flipped,
            Map<String, String> features,
            Map<String, String> others) {
        return new ParityRow(
                number,
                Optional.of(id),
                List.of(old),
                List.of(served),
                Math.abs(old - served),
                flipped,
                new TreeMap<>(features),
                others);
    }

    static ParityResult identical() {
        Interval none = new Interval(0, 0.0018, 0.95, "clopper-pearson");
        return new ParityResult(
                "old",
                "new",
                2000,
                List.of("cat", "dog", "eel"),
                0,
                OptionalDouble.empty(),
                0.95,
                0,
                new ParityFigures(
                        new ScoreGap(2000, 0, 0, 0, 0, 0, 0),
                        new RowShare(0, 2000, none),
                        Optional.of(new RowShare(0, 2000, none)),
                        spearman(Value.undefined(UndefinedReason.CONSTANT_PREDICTIONS), Optional.empty()),
                        Value.undefined(UndefinedReason.CONSTANT_PREDICTIONS)),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                PROVENANCE);
    }

    /** A gap without bound, of scores that decide nothing. */
    static ParityResult infinite() {
        return new ParityResult(
                "old",
                "new",
                1,
                List.of("score"),
                1e-5,
                OptionalDouble.empty(),
                0.95,
                0,
                new ParityFigures(
                        new ScoreGap(
                                0,
                                Double.POSITIVE_INFINITY,
                                Double.POSITIVE_INFINITY,
                                Double.POSITIVE_INFINITY,
                                Double.POSITIVE_INFINITY,
                                Double.POSITIVE_INFINITY,
                                Double.POSITIVE_INFINITY),
                        new RowShare(1, 1, new Interval(0.025, 1, 0.95, "clopper-pearson")),
                        Optional.empty(),
                        spearman(Value.undefined(UndefinedReason.CONSTANT_LABELS), Optional.empty()),
                        Value.undefined(UndefinedReason.CONSTANT_LABELS)),
                List.of(row(1, "1", 2, Double.NEGATIVE_INFINITY, false, Map.of(), Map.of())),
                List.of(row(1, "1", 2, Double.NEGATIVE_INFINITY, false, Map.of(), Map.of())),
                Optional.empty(),
                List.of(),
                List.of(),
                PROVENANCE);
    }
}
