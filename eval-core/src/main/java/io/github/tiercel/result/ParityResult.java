package io.github.tiercel.result;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Whether what is served is what was trained: two models' or pipelines' scores of the same rows, one beside the other.
 *
 * @param reference what the reference is called, as a rule the model or pipeline of training
 * @param served what is compared with it
 * @param rows the rows that both have scores of
 * @param outputs the names of the scores of a row, at least one
 * @param tolerance the gap that a row may have, in units of the score
 * @param threshold where a score decides for yes; empty for several outputs, whose largest decides, and where scores
 *     decide nothing
 * @param level the level of the intervals
 * @param batchRows the most rows that a model got in one call; 0 where no model was asked
 * @param figures how well the scores agree
 * @param firstRows the first rows beyond the tolerance in the reference's order, at most ten
 * @param worstRows the rows with the largest gaps above 0, at most ten
 * @param quality the metrics of the served scores with the reference as their baseline; empty without labels
 * @param gates one judgement a rule, in the order of the rules; empty without
 * @param warnings what a reader should know before trusting the numbers
 * @param provenance what the result was made from and with
 * @since 0.1
 */
public record ParityResult(
        String reference,
        String served,
        int rows,
        List<String> outputs,
        double tolerance,
        OptionalDouble threshold,
        double level,
        int batchRows,
        ParityFigures figures,
        List<ParityRow> firstRows,
        List<ParityRow> worstRows,
        Optional<ModelResult> quality,
        List<GateResult> gates,
        List<Notice> warnings,
        Provenance provenance) {

    /** Version of the JSON form; it changes only when a reader of the old form would be misled. */
    public static final int SCHEMA_VERSION = 1;

    /** Copies the lists. */
    public ParityResult {
        outputs = List.copyOf(outputs);
        firstRows = List.copyOf(firstRows);
        worstRows = List.copyOf(worstRows);
        gates = List.copyOf(gates);
        warnings = List.copyOf(warnings);
    }

    /** {@return whether every score of every row is the same to the last bit} */
    public boolean isIdentical() {
        return figures.gap().identical() == rows;
    }

    /** {@return the worst verdict of the gates; empty without gates} */
    public Optional<Verdict> verdict() {
        return Verdict.worst(gates.stream().map(GateResult::verdict).toList());
    }

    /**
     * {@return the same result with another provenance}
     *
     * @param origin what the result was made from and with
     */
    public ParityResult traced(Provenance origin) {
        return new ParityResult(
                reference, served, rows, outputs, tolerance, threshold, level, batchRows, figures, firstRows, worstRows,
                quality, gates, warnings, origin);
    }

    /**
     * {@return this result, if every gate passed}
     *
     * @throws GateException if a gate failed or is inconclusive; the message has a line for each
     * @throws IllegalStateException if there is no gate, for then nothing was proved
     */
    public ParityResult orThrow() {
        Verdict found = verdict()
                .orElseThrow(() -> new IllegalStateException(
                        "this result was judged by no gates, so none passed; name some with limits"));
        if (found == Verdict.PASS) {
            return this;
        }
        List<String> lines = gates.stream()
                .filter(gate -> gate.verdict() != Verdict.PASS)
                .map(GateResult::line)
                .toList();
        throw new GateException(lines, gates.size());
    }
}
