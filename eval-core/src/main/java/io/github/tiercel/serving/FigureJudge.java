package io.github.tiercel.serving;

import io.github.tiercel.gate.Gates;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.GateResult;
import io.github.tiercel.result.InferenceCost;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.ParityFigures;
import io.github.tiercel.result.Provenance;
import io.github.tiercel.result.RegressionFindings;
import io.github.tiercel.result.RowShare;
import io.github.tiercel.result.TimeBreakdown;
import io.github.tiercel.result.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/** Has gates judge how well scores agree as they judge metrics, each figure being one. */
final class FigureJudge {

    /** How an interval is called that is no wider than its number, because that is known of these rows. */
    private static final String EXACT = "exact";

    private static final String NO_DECISION =
            "undefined: the scores are no probabilities and no threshold is named, so they decide nothing";

    private final ParityFigures figures;
    private final int rows;
    private final double level;

    FigureJudge(ParityFigures figures, int rows, double level) {
        this.figures = figures;
        this.rows = rows;
        this.level = level;
    }

    List<GateResult> judge(Gates gates) {
        return gates.judge(asMetrics()).model().gates().stream().map(this::said).toList();
    }

    private EvaluationResult asMetrics() {
        Map<String, Estimate> metrics = new LinkedHashMap<>();
        metrics.put(ParityLimits.MAX_DIFFERENCE, exact(figures.gap().max()));
        metrics.put(ParityLimits.MEAN_DIFFERENCE, exact(figures.gap().mean()));
        metrics.put(ParityLimits.BEYOND_TOLERANCE, share(figures.beyondTolerance()));
        // Nothing to judge has no interval, and so stays undecided.
        metrics.put(
                ParityLimits.LABEL_FLIPS,
                figures.labelFlips().map(this::share).orElse(estimate(Value.of(0), Optional.empty())));
        metrics.put(ParityLimits.RANK_CORRELATION, rankCorrelation());
        ModelResult model = new ModelResult(
                "",
                "full",
                rows,
                rows,
                metrics,
                RegressionFindings.of(0, 0),
                List.of(),
                Optional.empty(),
                Map.of(),
                List.of(),
                List.of());
        return new EvaluationResult(
                Optional.empty(),
                List.of(model),
                new TimeBreakdown(0, InferenceCost.NONE, 0, 0, 0),
                new Provenance(Map.of(), Map.of(), 0, Map.of(), Optional.empty()),
                Optional.empty());
    }

    private Estimate rankCorrelation() {
        return figures.spearman().value().orNaN() == 1 ? exact(1) : figures.spearman();
    }

    private Estimate exact(double number) {
        return estimate(Value.of(number), Optional.of(new Interval(number, number, level, EXACT)));
    }

    private Estimate share(RowShare share) {
        return estimate(Value.of(share.share()), Optional.of(share.interval()));
    }

    private Estimate estimate(Value value, Optional<Interval> interval) {
        return new Estimate(
                "",
                Direction.LOWER_IS_BETTER,
                value,
                interval,
                Optional.empty(),
                interval,
                Optional.empty(),
                OptionalDouble.empty(),
                Set.of(),
                rows,
                0);
    }

    /** An exact number is not said to be an interval, nor what does not exist to be 0. */
    private GateResult said(GateResult gate) {
        if (gate.interval().filter(known -> known.method().equals(EXACT)).isPresent()) {
            return said(gate, gate.value(), exactly(gate.verdict()));
        }
        boolean decides = figures.labelFlips().isPresent() || !gate.rule().startsWith(ParityLimits.LABEL_FLIPS);
        return decides ? gate : said(gate, OptionalDouble.empty(), NO_DECISION);
    }

    private static String exactly(Verdict verdict) {
        return "the value on these rows " + (verdict == Verdict.PASS ? "satisfies the rule" : "breaks the rule");
    }

    private static GateResult said(GateResult gate, OptionalDouble value, String reason) {
        return new GateResult(
                gate.rule(),
                gate.verdict(),
                value,
                Optional.empty(),
                gate.limit(),
                gate.rows(),
                OptionalLong.empty(),
                reason);
    }
}
