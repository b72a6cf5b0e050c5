package io.github.tiercel.gate;

import io.github.tiercel.data.NearestName;
import io.github.tiercel.data.UsageException;
import io.github.tiercel.metrics.BootstrapInterval;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.compare.Difference;
import io.github.tiercel.result.GateResult;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.Notice;
import io.github.tiercel.result.SliceResult;
import io.github.tiercel.result.Support;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Applies rules to one model: to all rows, or to slices that have enough rows to be judged. */
final class ModelJudge {

    private static final int NAMED = 3;
    private static final String NOT_LISTED =
            "the result lists no such slice; those of few rows were left out of it, unless a gate read them";

    private final ModelResult model;
    private final List<GateRepeats> judged = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();

    private ModelJudge(ModelResult model) {
        this.model = model;
        // What an earlier judgement left out says nothing about this one.
        notices.addAll(model.withoutGates().warnings());
    }

    static ModelResult judge(ModelResult model, List<Rule> rules) {
        ModelJudge judge = new ModelJudge(model);
        rules.forEach(judge::apply);
        return model.withGates(judge.judged.stream().map(GateRepeats::gate).toList(), judge.notices);
    }

    /** Judges a number of all rows. */
    static MetricGate judge(Rule rule, Map<String, Estimate> estimates, int rows) {
        if (rule instanceof Rule.Limit limit && limit.scope().equals(Scope.ALL)) {
            return new MetricGate(limit.metric(), Judgement.of(limit, Scope.ALL, of(estimates, limit), rows, false));
        }
        throw new UsageException(
                "GATE_RULE",
                "Gate \"" + rule.text() + "\" cannot be judged: there are numbers of all rows alone, no slices, no"
                        + " baseline and no measurement in service. Write NAME >= NUMBER or NAME <= NUMBER.");
    }

    static List<GateRepeats> repeats(ModelResult model, List<Rule> rules) {
        ModelJudge judge = new ModelJudge(model);
        rules.forEach(judge::apply);
        return judge.judged;
    }

    private void apply(Rule rule) {
        if (rule instanceof Rule.OfServing limit) {
            GateResult gate = ServingJudgement.of(limit, model.serving());
            judged.add(GateRepeats.unknown(model.model(), gate, false));
        } else {
            apply((Rule.OfMetric) rule);
        }
    }

    private void apply(Rule.OfMetric rule) {
        Optional<String> column = rule.scope().column();
        if (column.isEmpty()) {
            judged.add(judge(rule, Scope.ALL, model.metrics(), model.comparison(), model.rows()));
            return;
        }
        List<SliceResult> slices = model.slices().stream()
                .filter(slice -> slice.column().equals(column.get()))
                .toList();
        if (slices.isEmpty() && !model.lacksSlicesBy(column.get())) {
            throw notSliced(rule, column.get());
        }
        if (rule.scope().value().isPresent()) {
            named(rule, slices);
        } else {
            everyValue(rule, slices);
        }
    }

    private IllegalArgumentException notSliced(Rule.OfMetric rule, String column) {
        List<String> columns =
                model.slices().stream().map(SliceResult::column).distinct().toList();
        return new UsageException(
                "UNKNOWN_SLICE",
                "Gate \"" + rule.text(rule.scope()) + "\" names slices of column \""
                        + column + "\", but the result is not sliced by it." + NearestName.suggestion(column, columns)
                        + " Slice columns: " + (columns.isEmpty() ? "none" : String.join(", ", columns)) + ".");
    }

    private void named(Rule.OfMetric rule, List<SliceResult> slices) {
        String value = rule.scope().value().orElseThrow();
        Optional<SliceResult> found =
                slices.stream().filter(slice -> slice.value().equals(value)).findFirst();
        if (found.isEmpty() && model.isSample()) {
            judged.add(undecided(rule, rule.scope(), 0, "the sample holds no row of the slice"));
            return;
        }
        if (found.isEmpty() && model.lacksSlicesBy(rule.scope().column().orElseThrow())) {
            judged.add(undecided(rule, rule.scope(), 0, NOT_LISTED));
            return;
        }
        if (found.isEmpty()) {
            throw new UsageException(
                    "UNKNOWN_SLICE",
                    "Gate \"" + rule.text(rule.scope()) + "\" names the slice \"" + value
                            + "\", which no evaluated row belongs to."
                            + NearestName.suggestion(
                                    value,
                                    slices.stream().map(SliceResult::value).toList())
                            + " Name a value of the column.");
        }
        if (isJudged(found.get())) {
            judged.add(slice(rule, found.get()));
        } else {
            judged.add(undecided(rule, rule.scope(), found.get().rows(), tooFew(found.get())));
        }
    }

    private GateRepeats undecided(Rule.OfMetric rule, Scope scope, int rows, String reason) {
        GateResult gate = Judgement.undecided(rule.text(scope), limit(rule), rows, reason);
        return GateRepeats.unknown(model.model(), gate, rule instanceof Rule.NoWorse);
    }

    private void everyValue(Rule.OfMetric rule, List<SliceResult> slices) {
        slices.stream().filter(ModelJudge::isJudged).forEach(slice -> judged.add(slice(rule, slice)));
        List<SliceResult> left =
                slices.stream().filter(slice -> !isJudged(slice)).toList();
        if (slices.isEmpty()) {
            judged.add(undecided(rule, rule.scope(), 0, NOT_LISTED));
        } else if (left.size() == slices.size()) {
            judged.add(undecided(rule, rule.scope(), 0, "no value has " + enough(slices.get(0))));
        } else if (!left.isEmpty()) {
            notices.add(new Notice(ModelResult.NOT_GATED, notGated(rule, left, slices.size())));
        }
    }

    private GateRepeats slice(Rule.OfMetric rule, SliceResult slice) {
        Scope scope = rule.scope().of(slice.value());
        boolean unknown = slice.comparison().isEmpty() && model.baseline().isPresent();
        return rule instanceof Rule.NoWorse && unknown
                ? undecided(rule, scope, slice.rows(), "the baseline was not evaluated on such a slice")
                : judge(rule, scope, slice.metrics(), slice.comparison(), slice.rows());
    }

    private GateRepeats judge(
            Rule.OfMetric rule,
            Scope scope,
            Map<String, Estimate> metrics,
            Map<String, Difference> comparison,
            int rows) {
        return rule instanceof Rule.Limit limit
                ? judge(limit, scope, of(metrics, rule), rows)
                : judge((Rule.NoWorse) rule, scope, of(comparison, rule), rows);
    }

    private GateRepeats judge(Rule.Limit rule, Scope scope, Estimate estimate, int rows) {
        GateResult gate = Judgement.of(rule, scope, estimate, rows, model.isSample());
        double error = estimate.standardError()
                .orElse(estimate.bootstrap()
                        .map(BootstrapInterval::standardError)
                        .orElse(0.0));
        GateRepeats.Shift shift = new GateRepeats.Shift(estimate.value().orNaN(), error);
        return GateRepeats.of(model.model(), gate, rule.comparator(), false, shift);
    }

    /** An equally good model differs by nothing. */
    private GateRepeats judge(Rule.NoWorse rule, Scope scope, Difference difference, int rows) {
        GateResult gate = Judgement.of(rule, scope, difference, rows, model.isSample());
        GateRepeats.Shift shift =
                new GateRepeats.Shift(0, difference.standardError().orElse(0));
        return GateRepeats.of(model.model(), gate, Judgement.comparator(difference.direction()), true, shift);
    }

    private static <T> T of(Map<String, T> found, Rule.OfMetric rule) {
        T one = found.get(rule.metric());
        if (one == null) {
            throw new UsageException(
                    found.isEmpty() ? "NO_BASELINE" : "UNKNOWN_METRIC",
                    "Gate \"" + rule.text(rule.scope()) + "\" reads "
                            + (found.isEmpty()
                                    ? "a comparison, but the result has no baseline."
                                    : rule.metric() + ", which the result does not hold; it holds " + found.keySet()
                                            + "." + NearestName.suggestion(rule.metric(), found.keySet())));
        }
        return one;
    }

    private static boolean isJudged(SliceResult slice) {
        return slice.support().isEnough();
    }

    private static int fewest(SliceResult slice) {
        return slice.support().unit().fewest();
    }

    /** {@return "50 positive rows"} */
    private static String enough(SliceResult slice) {
        return fewest(slice) + " " + slice.support().unit().noun();
    }

    private double limit(Rule.OfMetric rule) {
        return rule instanceof Rule.Limit limit
                ? limit.limit()
                : Judgement.bound(
                        (Rule.NoWorse) rule, of(model.comparison(), rule).direction());
    }

    private static String tooFew(SliceResult slice) {
        Support support = slice.support();
        return "the slice has " + support.count() + " " + support.unit().noun() + ", and fewer than " + fewest(slice)
                + " cannot be judged";
    }

    private static String notGated(Rule.OfMetric rule, List<SliceResult> left, int all) {
        List<String> names = left.stream().limit(NAMED).map(SliceResult::value).toList();
        String others = left.size() > NAMED ? " and others" : "";
        return String.format(
                Locale.ROOT,
                "%s: %,d of %,d values have fewer than %s and were not gated: %s%s.",
                rule.text(rule.scope()),
                left.size(),
                all,
                enough(left.get(0)),
                String.join(", ", names),
                others);
    }
}
