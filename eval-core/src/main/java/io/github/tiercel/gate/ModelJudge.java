package io.github.tiercel.gate;

import io.github.tiercel.data.NearestName;
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
import java.util.Objects;
import java.util.Optional;

/** Applies rules to one model: to all rows, or to slices that have enough rows to be judged. */
final class ModelJudge {

    /** With less evidence a slice is not judged; its interval says too little. */
    private static final Map<Support.Unit, Integer> FEWEST = Map.of(
            Support.Unit.POSITIVES, 50,
            Support.Unit.RAREST_CLASS, 50,
            Support.Unit.ROWS, 100,
            Support.Unit.QUERIES, 30);

    private static final int NAMED = 3;
    private static final String NOT_GATED = "NOT_GATED";

    private final ModelResult model;
    private final List<GateResult> gates = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();

    private ModelJudge(ModelResult model) {
        this.model = model;
        // What an earlier judgement left out says nothing about this one.
        model.warnings().stream()
                .filter(notice -> !notice.code().equals(NOT_GATED))
                .forEach(notices::add);
    }

    static ModelResult judge(ModelResult model, List<Rule> rules) {
        ModelJudge judge = new ModelJudge(model);
        rules.forEach(judge::apply);
        return model.withGates(judge.gates, judge.notices);
    }

    private void apply(Rule rule) {
        Optional<String> column = rule.scope().column();
        if (column.isEmpty()) {
            gates.add(judge(rule, Scope.ALL, model.metrics(), model.comparison(), model.rows(), model.isSample()));
            return;
        }
        List<SliceResult> slices = model.slices().stream()
                .filter(slice -> slice.column().equals(column.get()))
                .toList();
        if (slices.isEmpty()) {
            throw notSliced(rule, column.get());
        }
        if (rule.scope().value().isPresent()) {
            named(rule, slices);
        } else {
            everyValue(rule, slices);
        }
    }

    private IllegalArgumentException notSliced(Rule rule, String column) {
        List<String> columns =
                model.slices().stream().map(SliceResult::column).distinct().toList();
        return new IllegalArgumentException("Gate \"" + rule.text(rule.scope()) + "\" names slices of column \""
                + column + "\", but the result is not sliced by it." + NearestName.suggestion(column, columns)
                + " Slice columns: " + (columns.isEmpty() ? "none" : String.join(", ", columns)) + ".");
    }

    private void named(Rule rule, List<SliceResult> slices) {
        String value = rule.scope().value().orElseThrow();
        Optional<SliceResult> found =
                slices.stream().filter(slice -> slice.value().equals(value)).findFirst();
        if (found.isEmpty() && model.isSample()) {
            gates.add(Judgement.undecided(
                    rule.text(rule.scope()), limit(rule), 0, "the sample holds no row of the slice"));
            return;
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException("Gate \"" + rule.text(rule.scope()) + "\" names the slice \"" + value
                    + "\", which no evaluated row belongs to."
                    + NearestName.suggestion(
                            value, slices.stream().map(SliceResult::value).toList())
                    + " Name a value of the column.");
        }
        gates.add(
                isJudged(found.get())
                        ? slice(rule, found.get())
                        : Judgement.undecided(
                                rule.text(rule.scope()),
                                limit(rule),
                                found.get().rows(),
                                tooFew(found.get())));
    }

    private void everyValue(Rule rule, List<SliceResult> slices) {
        slices.stream().filter(ModelJudge::isJudged).forEach(slice -> gates.add(slice(rule, slice)));
        List<SliceResult> left =
                slices.stream().filter(slice -> !isJudged(slice)).toList();
        if (left.size() == slices.size()) {
            gates.add(Judgement.undecided(
                    rule.text(rule.scope()), limit(rule), 0, "no value has " + enough(slices.get(0))));
        } else if (!left.isEmpty()) {
            notices.add(new Notice(NOT_GATED, notGated(rule, left, slices.size())));
        }
    }

    private GateResult slice(Rule rule, SliceResult slice) {
        return judge(
                rule,
                rule.scope().of(slice.value()),
                slice.metrics(),
                slice.comparison(),
                slice.rows(),
                model.isSample());
    }

    private static GateResult judge(
            Rule rule,
            Scope scope,
            Map<String, Estimate> metrics,
            Map<String, Difference> comparison,
            int rows,
            boolean isSample) {
        if (rule instanceof Rule.Limit limit) {
            return Judgement.of(limit, scope, of(metrics, rule), rows, isSample);
        }
        return Judgement.of((Rule.NoWorse) rule, scope, of(comparison, rule), rows, isSample);
    }

    private static <T> T of(Map<String, T> found, Rule rule) {
        T one = found.get(rule.metric());
        if (one == null) {
            throw new IllegalArgumentException("Gate \"" + rule.text(rule.scope()) + "\" reads "
                    + (found.isEmpty()
                            ? "a comparison, but the result has no baseline."
                            : rule.metric() + ", which the result does not hold; it holds " + found.keySet() + "."
                                    + NearestName.suggestion(rule.metric(), found.keySet())));
        }
        return one;
    }

    private static boolean isJudged(SliceResult slice) {
        return slice.support().count() >= fewest(slice);
    }

    private static int fewest(SliceResult slice) {
        return Objects.requireNonNull(FEWEST.get(slice.support().unit()));
    }

    /** {@return "50 positive rows"} */
    private static String enough(SliceResult slice) {
        return fewest(slice) + " " + slice.support().unit().noun();
    }

    private double limit(Rule rule) {
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

    private static String notGated(Rule rule, List<SliceResult> left, int all) {
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
