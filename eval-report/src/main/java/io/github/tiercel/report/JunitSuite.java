package io.github.tiercel.report;

import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.GateResult;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The gates of a model as test cases, with the metrics as properties and the warnings as what the tests printed. */
final class JunitSuite {

    private static final String CLASS = "tiercel.";
    private static final String EVALUATION = "evaluation";

    private final ModelResult model;
    private final Inconclusive inconclusive;

    JunitSuite(ModelResult model, Inconclusive inconclusive) {
        this.model = model;
        this.inconclusive = inconclusive;
    }

    int tests() {
        return model.gates().size();
    }

    int failures() {
        return (int) model.gates().stream().filter(this::isFailure).count();
    }

    private boolean isFailure(GateResult gate) {
        return gate.verdict() == Verdict.FAIL
                || (gate.verdict() == Verdict.INCONCLUSIVE && inconclusive == Inconclusive.FAILS);
    }

    /** A suite whose only case is the evaluation, which came to no result. */
    static Element ofError(String name, String code, String message) {
        Element error = Element.of("error")
                .with("type", code)
                .with("message", message)
                .holding(new Line(code + ": " + message));
        return counted(EVALUATION, 1, 0, 1)
                .holding(Element.of("testcase")
                        .with("classname", CLASS + EVALUATION)
                        .with("name", name)
                        .holding(error));
    }

    private static Element counted(String name, int tests, int failures, int errors) {
        return Element.of("testsuite")
                .with("name", name)
                .with("tests", Integer.toString(tests))
                .with("failures", Integer.toString(failures))
                .with("errors", Integer.toString(errors))
                .with("skipped", "0");
    }

    Element element(EvaluationResult result) {
        return counted(model.model(), tests(), failures(), 0)
                .holding(properties(result))
                .holding(model.gates().stream().map(this::testcase).toList())
                .holding(printed(warnings()));
    }

    private Element properties(EvaluationResult result) {
        JunitProperties properties = new JunitProperties()
                .add("task", model.task())
                .add("tier", model.tier())
                .add("rows", model.rows())
                .add("rows_total", model.rowsTotal());
        model.verdict().ifPresent(verdict -> properties.add("verdict", verdict.name()));
        model.baseline().ifPresent(baseline -> properties.add("baseline", baseline.name()));
        model.metrics().forEach((name, estimate) -> properties.add("metric " + name, text(estimate)));
        model.serving()
                .map(ServingText::facts)
                .map(JunitSuite::byName)
                .ifPresent(facts -> facts.forEach(properties::add));
        properties.add("seed", result.provenance().seed());
        result.provenance().command().ifPresent(command -> properties.add("command", command));
        return properties.element();
    }

    /** Names of properties tell them apart, and latency may have been measured more than once. */
    private static Map<String, String> byName(List<ServingText.Fact> facts) {
        return facts.stream()
                .collect(Collectors.toMap(
                        ServingText.Fact::name,
                        ServingText.Fact::text,
                        (one, other) -> one + "; " + other,
                        LinkedHashMap::new));
    }

    private static String text(Estimate estimate) {
        return estimate.value().isDefined() ? IntervalText.of(estimate) : EstimateColumns.undefined(estimate.value());
    }

    private List<String> warnings() {
        return model.warnings().stream()
                .distinct()
                .map(warning -> "note " + warning.code() + ": " + warning.text())
                .toList();
    }

    private Element testcase(GateResult gate) {
        return Element.of("testcase")
                .with("classname", CLASS + model.model())
                .with("name", gate.rule())
                .holding(properties(gate))
                .holding(outcome(gate));
    }

    private static Element properties(GateResult gate) {
        JunitProperties properties =
                new JunitProperties().add("verdict", gate.verdict().name());
        gate.value().ifPresent(value -> properties.add("value", value));
        gate.interval().ifPresent(interval -> properties
                .add("lower", interval.lower())
                .add("upper", interval.upper())
                .add("level", interval.level())
                .add("method", interval.method()));
        properties.add("limit", gate.limit());
        gate.calls()
                .ifPresentOrElse(calls -> properties.add("calls", calls), () -> properties.add("rows", gate.rows()));
        gate.unit().ifPresent(unit -> properties.add("unit", unit.symbol()));
        gate.rowsNeeded().ifPresent(rows -> properties.add("rows_needed", rows));
        return properties.add("reason", gate.reason()).element();
    }

    private List<Element> outcome(GateResult gate) {
        if (gate.verdict() == Verdict.PASS) {
            return List.of();
        }
        return isFailure(gate) ? List.of(failure(gate)) : printed(List.of(gate.line()));
    }

    private static Element failure(GateResult gate) {
        return Element.of("failure")
                .with("type", gate.verdict() == Verdict.FAIL ? "gate" : "inconclusive")
                .with("message", gate.explanation())
                .holding(new Line(gate.line()));
    }

    private static List<Element> printed(List<String> lines) {
        return lines.isEmpty()
                ? List.of()
                : List.of(Element.of("system-out")
                        .holding(lines.stream().map(Line::new).toList()));
    }
}
