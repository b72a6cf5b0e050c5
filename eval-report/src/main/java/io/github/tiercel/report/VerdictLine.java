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
        List<Verdict> verdicts = result.models().stream()
                .map(ModelResult::gates)
                .flatMap(List::stream)
                .map(GateResult::verdict)
                .toList();
        return "Verdict: " + style.paint(Tone.of(verdict), verdict.name()) + ": " + count(verdicts) + ".";
    }

    private static String count(List<Verdict> verdicts) {
        int failed = count(verdicts, Verdict.FAIL);
        int undecided = count(verdicts, Verdict.INCONCLUSIVE);
        String gates = verdicts.size() + (verdicts.size() == 1 ? " gate " : " gates ");
        if (failed > 0) {
            return failed + " of " + gates + "failed" + (undecided > 0 ? ", " + undecided + " inconclusive" : "");
        }
        if (undecided > 0) {
            return undecided + " of " + gates + "inconclusive, none failed";
        }
        return verdicts.size() == 1 ? "the gate passed" : "all " + gates + "passed";
    }

    private static int count(List<Verdict> verdicts, Verdict verdict) {
        return (int) verdicts.stream().filter(verdict::equals).count();
    }
}
