package io.github.tiercel.serving;

import io.github.tiercel.gate.Gates;
import io.github.tiercel.gate.MetricGate;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.result.GateResult;
import io.github.tiercel.result.ParityFigures;
import io.github.tiercel.result.RowShare;
import io.github.tiercel.result.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/** Has gates judge how well scores agree. */
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
        return gates.judge(estimates(), rows).stream().map(this::said).toList();
    }

    private Map<String, Estimate> estimates() {
        return Map.of(
                ParityLimits.MAX_DIFFERENCE,
                exact(ParityLimits.MAX_DIFFERENCE, figures.gap().max()),
                ParityLimits.MEAN_DIFFERENCE,
                exact(ParityLimits.MEAN_DIFFERENCE, figures.gap().mean()),
                ParityLimits.BEYOND_TOLERANCE,
                share(ParityLimits.BEYOND_TOLERANCE, figures.beyondTolerance()),
                ParityLimits.LABEL_FLIPS,
                labelFlips(),
                ParityLimits.RANK_CORRELATION,
                rankCorrelation());
    }

    /** Nothing to judge has no interval, and so stays undecided. */
    private Estimate labelFlips() {
        return figures.labelFlips()
                .map(known -> share(ParityLimits.LABEL_FLIPS, known))
                .orElseGet(() -> estimate(ParityLimits.LABEL_FLIPS, Value.of(0), Optional.empty()));
    }

    private Estimate rankCorrelation() {
        return figures.spearman().value().orNaN() == 1 ? exact(ParityLimits.RANK_CORRELATION, 1) : figures.spearman();
    }

    private Estimate exact(String figure, double number) {
        return estimate(figure, Value.of(number), Optional.of(new Interval(number, number, level, EXACT)));
    }

    private Estimate share(String figure, RowShare share) {
        return estimate(figure, Value.of(share.share()), Optional.of(share.interval()));
    }

    private Estimate estimate(String figure, Value value, Optional<Interval> interval) {
        return new Estimate(
                figure,
                figure.equals(ParityLimits.RANK_CORRELATION) ? Direction.HIGHER_IS_BETTER : Direction.LOWER_IS_BETTER,
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
    private GateResult said(MetricGate judged) {
        GateResult gate = judged.gate();
        if (gate.interval().filter(known -> known.method().equals(EXACT)).isPresent()) {
            return said(gate, gate.value(), exactly(gate.verdict()));
        }
        boolean decides = figures.labelFlips().isPresent() || !judged.metric().equals(ParityLimits.LABEL_FLIPS);
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
