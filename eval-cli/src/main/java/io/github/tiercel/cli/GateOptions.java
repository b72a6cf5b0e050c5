package io.github.tiercel.cli;

import io.github.tiercel.data.UsageException;
import io.github.tiercel.gate.Gates;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.GateResult;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.Verdict;
import io.github.tiercel.serving.ParityLimits;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What to require of a result, and what it means to the shell. */
final class GateOptions {

    @Option(
            names = "--gate",
            paramLabel = "RULE",
            description = {
                "A rule that must hold, repeatable: \"METRIC >= NUMBER\", \"METRIC@COLUMN=VALUE <= NUMBER\","
                        + " \"METRIC no-worse-than baseline by MARGIN\"; of models measured in service also"
                        + " \"p99 <= 5ms\", \"throughput >= 200/s\", \"memory <= 512MiB\", \"size <= 50MiB\"."
            })
    private List<String> rules = new ArrayList<>();

    @Option(
            names = "--inconclusive",
            defaultValue = "own",
            paramLabel = "CODE",
            description = "Exit code for a verdict that stays open: ${COMPLETION-CANDIDATES} = 11, 10, 0 (default:"
                    + " ${DEFAULT-VALUE}).")
    private WhenInconclusive inconclusive = WhenInconclusive.own;

    /** {@return the rules; empty if there is none} */
    Optional<Gates> gates() {
        if (rules.isEmpty()) {
            return Optional.empty();
        }
        Gates gates = Gates.of(rules());
        gates.metrics().stream()
                .filter(ParityLimits.figures()::contains)
                .findFirst()
                .ifPresent(GateOptions::refuseFigure);
        return Optional.of(gates);
    }

    private static void refuseFigure(String figure) {
        throw new UsageException(
                "UNKNOWN_METRIC",
                "\"" + figure
                        + "\" is no metric of a model but compares the scores of two, which tiercel parity does and"
                        + " judges. No gate was judged.");
    }

    /** {@return the rules as they were written} */
    String[] rules() {
        return rules.toArray(String[]::new);
    }

    /** {@return these rules, or those that a result was judged by} */
    Gates gatesOrThoseOf(EvaluationResult result) {
        return gates().orElseGet(() -> Gates.of(result.models().stream()
                .flatMap(model -> model.gates().stream())
                .map(GateResult::rule)
                .distinct()
                .toArray(String[]::new)));
    }

    WhenInconclusive inconclusive() {
        return inconclusive;
    }

    int exitCode(EvaluationResult result) {
        return exitCode(result.verdict());
    }

    int exitCode(Optional<Verdict> verdict) {
        return ExitCode.of(verdict, inconclusive);
    }

    /** A build that keeps the result in a file must still say in its log which gate stopped it. */
    static void announce(EvaluationResult result, PrintWriter err) {
        for (ModelResult model : result.models()) {
            announce(model.model(), model.gates(), err);
        }
    }

    static void announce(String model, List<GateResult> gates, PrintWriter err) {
        for (GateResult gate : gates) {
            if (gate.verdict() != Verdict.PASS) {
                String line = gate.verdict() + " " + model + ": " + gate.rule() + ": " + gate.reason() + ".";
                err.println("tiercel: " + Failure.oneLine(line));
            }
        }
    }
}
