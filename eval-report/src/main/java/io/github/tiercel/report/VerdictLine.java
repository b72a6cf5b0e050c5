package io.github.tiercel.report;

import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.GateResult;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.Verdict;
import java.util.List;

/** The last line: what all gates of all models say together. */
final class VerdictLine {

    private VerdictLine() {}

    static String of(EvaluationResult result, Verdict verdict, Style style) {
        return of(verdict, counts(result), style);
    }

    /** {@return the line of gates that belong to no evaluation} */
    static String of(List<GateResult> gates, Verdict verdict, Style style) {
        return of(verdict, count(gates.stream().map(GateResult::verdict).toList()), style);
    }

    private static String of(Verdict verdict, String counts, Style style) {
        return "Verdict: " + style.paint(Tone.of(verdict), verdict.name()) + ": " + counts + ".";
    }

    /** {@return for example "1 of 5 gates failed, 2 inconclusive"} */
    static String counts(EvaluationResult result) {
        List<Verdict> verdicts = result.models().stream()
                .map(ModelResult::gates)
                .flatMap(List::stream)
                .map(GateResult::verdict)
                .toList();
        return count(verdicts);
    }

    private static String count(List<Verdict> verdicts) {
        if (verdicts.size() == 1) {
            return "the gate " + alone(verdicts.get(0));
        }
        int failed = count(verdicts, Verdict.FAIL);
        int undecided = count(verdicts, Verdict.INCONCLUSIVE);
        String gates = verdicts.size() + " gates ";
        if (failed > 0) {
            return failed + " of " + gates + "failed" + (undecided > 0 ? ", " + undecided + " inconclusive" : "");
        }
        if (undecided > 0) {
            return undecided + " of " + gates + "inconclusive, none failed";
        }
        return verdicts.size() == 2 ? "both gates passed" : "all " + gates + "passed";
    }

    private static String alone(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "passed";
            case INCONCLUSIVE -> "is inconclusive";
            case FAIL -> "failed";
        };
    }

    private static int count(List<Verdict> verdicts, Verdict verdict) {
        return (int) verdicts.stream().filter(verdict::equals).count();
    }
}
