package io.github.tiercel.cli;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Scores;
import io.github.tiercel.evaluation.UnpairableException;
import io.github.tiercel.gate.Gates;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.Notice;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a candidate's run with the scores of the baseline's model on them: read from one file that both were
 * evaluated on, or from two whose rows have the same ids and labels.
 *
 * @param files what was read
 * @param rows the candidate's rows
 * @param evaluation how the candidate was evaluated
 * @param models the scores of the candidate's models
 * @param baseline the scores of the baseline's model, one for each of them
 * @param pairing how they were found: {@code "data"} or {@code "ids"}
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

    private static final String NONE = "none";

    /**
     * Reads the data of both runs again.
     *
     * @param model the baseline's model
     * @param gatedColumns columns that gates slice by
     * @throws UnpairableException if rows are gone, have changed, or cannot be told to be the same
     */
    static PairedRows read(RecordedRun candidate, RecordedRun baseline, String model, Set<String> gatedColumns)
            throws UnpairableException {
        EvaluateCommand ours = candidate.command();
        EvaluateCommand theirs = baseline.command();
        String column = column(baseline, theirs, model);
        List<String> models = new ArrayList<>();
        for (String name : candidate.models()) {
            models.add(column(candidate, ours, name));
        }
        requireSame("--weight", ours.data().weight, theirs.data().weight);
        requireSame("--query", ours.data().query, theirs.data().query);
        requireSame("--part", ours.data().part, theirs.data().part);
        if (ours.data().part != null) {
            requireSame("--seed, which parts the rows", ours.evaluation().seed, theirs.evaluation().seed);
            requireSame("--id, which parts the rows", ours.data().id, theirs.data().id);
            requireSame("--cluster, which parts the rows", ours.data().cluster, theirs.data().cluster);
        }
        ours.data().data = candidate.data(ours.data().data);
        if (candidate.fingerprint().equals(baseline.fingerprint())) {
            requireSame("--label", ours.data().label, theirs.data().label);
            return ofOneFile(ours, models, column, gatedColumns);
        }
        if (ours.data().id == null || theirs.data().id == null) {
            throw new UnpairableException("The runs were made from different data, and not both name the ids of their"
                    + " rows. Evaluate both models with --id, so that rows can be found by it.");
        }
        theirs.data().data = baseline.data(theirs.data().data);
        return ofTwoFiles(ours, models, theirs, column, gatedColumns);
    }

    private static String column(RecordedRun run, EvaluateCommand command, String model) throws UnpairableException {
        return command.data()
                .named(model)
                .orElseThrow(() -> new UnpairableException("The command line in " + run.name()
                        + " names no scores of model \"" + model + "\". Evaluate the model again."));
    }

    private static PairedRows ofOneFile(
            EvaluateCommand ours, List<String> models, String baseline, Set<String> gatedColumns) {
        DataRows rows = DataRows.read(ours.data(), gatedColumns, List.of(baseline), ours.evaluation().seed);
        return new PairedRows(
                List.of(ours.data().data),
                rows,
                ours.evaluation(),
                models.stream().map(rows::scores).toList(),
                rows.scores(baseline),
                "data",
                List.of());
    }

    /**
     * {@return what the candidate's evaluation finds when it is made again with the baseline beside it}
     *
     * @param name what the baseline is called
     */
    EvaluationResult evaluate(String name, Optional<Gates> gates, PrintWriter progress) {
        return evaluation
                .evaluator(rows.set(), gates, progress)
                .evaluate(evaluation.chosenTier(), models, Optional.of(baseline.called(name)));
    }

    private static void requireSame(String option, @Nullable Object ours, @Nullable Object theirs)
            throws UnpairableException {
        if (!Objects.equals(ours, theirs)) {
            throw new UnpairableException("The runs differ in " + option + ": " + shown(ours) + " in the candidate's, "
                    + shown(theirs) + " in the baseline's. Evaluate both models alike.");
        }
    }

    private static String shown(@Nullable Object value) {
        return value == null ? NONE : value.toString();
    }

    private static PairedRows ofTwoFiles(
            EvaluateCommand candidate,
            List<String> models,
            EvaluateCommand baseline,
            String column,
            Set<String> gatedColumns)
            throws UnpairableException {
        DataRows rows = DataRows.read(candidate.data(), gatedColumns, List.of(), candidate.evaluation().seed);
        DataRows others = DataRows.read(baseline.data(), Set.of(), List.of(), baseline.evaluation().seed);
        int[] found = found(rows.set(), others.set());
        return new PairedRows(
                List.of(candidate.data().data, baseline.data().data),
                rows,
                candidate.evaluation(),
                models.stream().map(rows::scores).toList(),
                others.scores(column, found),
                "ids",
                more(others.set().rows(), found.length));
    }

    /** The rows of the baseline that are the candidate's, in its order. */
    private static int[] found(EvaluationSet ours, EvaluationSet theirs) throws UnpairableException {
        int[] found = RowsById.of(theirs.keys()).find(ours.keys());
        int[] lost = rowsWhere(found, row -> found[row] < 0);
        if (lost.length > 0) {
            throw new UnpairableException(String.format(
                    Locale.ROOT,
                    "%s lacks the ids of %,d of the %,d rows of %s (the first is row %,d). Evaluate both models on the"
                            + " same rows.",
                    theirs.source(),
                    lost.length,
                    found.length,
                    ours.source(),
                    lost[0] + 1));
        }
        int[] differing = rowsWhere(found, row -> ours.label(row) != theirs.label(found[row]));
        if (differing.length > 0) {
            throw new UnpairableException(String.format(
                    Locale.ROOT,
                    "%,d of the %,d rows of %s have another label in %s (the first is row %,d). Evaluate both models"
                            + " with the same labels.",
                    differing.length,
                    found.length,
                    ours.source(),
                    theirs.source(),
                    differing[0] + 1));
        }
        return found;
    }

    private static int[] rowsWhere(int[] rows, IntPredicate condition) {
        return IntStream.range(0, rows.length).filter(condition).toArray();
    }

    private static List<Notice> more(int all, int compared) {
        return all == compared
                ? List.of()
                : List.of(new Notice(
                        "FEWER_ROWS",
                        String.format(
                                Locale.ROOT,
                                "The baseline was evaluated on %,d rows and is compared on the %,d that the candidate"
                                        + " has, so its values are not those of its own run.",
                                all,
                                compared)));
    }
}
