package io.github.tiercel.cli;

import io.github.tiercel.data.Scores;
import io.github.tiercel.gate.Gates;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.Notice;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a candidate's run with the scores of its models and of the baseline's on them.
 *
 * @param files what was read
 * @param rows the candidate's rows
 * @param evaluation how the candidate was evaluated
 * @param models the scores of the candidate's models
 * @param baseline the scores of the baseline's model, one for each row
 * @param pairing how rows were found: {@code "data"} or {@code "ids"}
 * @param notices what to know of them
 */
record PairedRows(
        List<Path> files,
        DataRows rows,
        EvaluationOptions evaluation,
        List<Scores> models,
        Scores baseline,
        String pairing,
        List<Notice> notices) {

    /**
     * {@return what the candidate's evaluation finds when it is made again with the baseline beside it}
     *
     * @param name what the baseline is called
     */
    EvaluationResult evaluate(String name, Optional<Gates> gates, PrintWriter progress) {
        return Usage.of(evaluation.evaluator(rows.set(), gates, progress)::build)
                .evaluate(evaluation.chosenTier(), models, Optional.of(baseline.called(name)));
    }
}
