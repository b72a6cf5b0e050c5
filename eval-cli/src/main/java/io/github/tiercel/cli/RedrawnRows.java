package io.github.tiercel.cli;

import io.github.tiercel.data.Scores;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.evaluation.UnpairableException;
import io.github.tiercel.gate.Gates;
import io.github.tiercel.result.BaselineResult;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.ModelResult;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The rows that a run was made from, drawn anew with replacement, and what its evaluation finds of them: as much as the
 * gates read.
 */
final class RedrawnRows {

    private static final Tier METRICS = Tier.full().withReplicates(0).withMetricsOnly();

    private final EvaluateCommand command;
    private final DataRows rows;
    private final Gates gates;

    private RedrawnRows(EvaluateCommand command, DataRows rows, Gates gates) {
        this.command = command;
        this.rows = rows;
        this.gates = gates;
    }

    /**
     * {@return the rows of a run}
     *
     * @throws UnpairableException if they are gone or have changed, or rows cannot be drawn one by one
     */
    static RedrawnRows of(RecordedRun run, Gates gates, PrintWriter err) throws UnpairableException {
        EvaluateCommand command = run.command();
        DataOptions data = command.data();
        requireOwnBaseline(run, Optional.ofNullable(data.baseline));
        if (data.models.areFiles()) {
            throw new UnpairableException("The scores of models in files are not among the data.");
        }
        if (data.cluster != null || data.query != null) {
            throw new UnpairableException("Rows in clusters or queries are not drawn one by one.");
        }
        if (run.result().models().stream().anyMatch(model -> model.isSample())) {
            throw new UnpairableException("The result is of a sample.");
        }
        data.data = run.data(data.data);
        data.slices = List.of();
        DataRows rows = DataRows.read(data, gates.sliceColumns(), List.of(), command.evaluation().seed, err);
        return new RedrawnRows(command, rows, gates);
    }

    /** A comparison of two runs has the command of one of them, which knows nothing of the other. */
    private static void requireOwnBaseline(RecordedRun run, Optional<String> named) throws UnpairableException {
        for (ModelResult model : run.result().models()) {
            if (!model.baseline().map(BaselineResult::name).equals(named)) {
                throw new UnpairableException("The baseline of " + run.name() + " comes from another run.");
            }
        }
    }

    EvaluationResult draw(int number) {
        SplittableRandom random = new SplittableRandom(command.evaluation().seed + number);
        int all = rows.set().rows();
        int[] drawn = random.ints(all, 0, all).toArray();
        Evaluator evaluator = Evaluator.of(rows.set().redrawn(drawn))
                .threshold(command.evaluation().threshold)
                .level(command.evaluation().level)
                .metrics(gates.metrics().toArray(String[]::new))
                .build();
        List<Scores> models = command.data().models.names().stream()
                .map(model -> rows.scores(model, drawn))
                .toList();
        Optional<Scores> baseline = Optional.ofNullable(command.data().baseline)
                .filter(model -> gates.needsBaseline())
                .map(model -> rows.scores(model, drawn));
        return evaluator.evaluate(METRICS, models, baseline);
    }
}
