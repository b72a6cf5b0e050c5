package io.github.tiercel.cli;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.RowsByKey;
import io.github.tiercel.data.Scores;
import io.github.tiercel.evaluation.UnpairableException;
import io.github.tiercel.result.Notice;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the data of two runs again, and finds the rows of the candidate's in those of the baseline's: in one file that
 * both were evaluated on, or in two whose rows have the same ids and labels.
 */
final class RunPairing {

    private final RecordedRun candidate;
    private final RecordedRun baseline;
    private final EvaluateCommand ours;
    private final EvaluateCommand theirs;
    private final PrintWriter err;

    private RunPairing(RecordedRun candidate, RecordedRun baseline, PrintWriter err) throws UnpairableException {
        this.candidate = candidate;
        this.baseline = baseline;
        this.ours = candidate.command();
        this.theirs = baseline.command();
        this.err = err;
    }

    /**
     * {@return the rows with the scores of all models}
     *
     * @param model the baseline's model
     * @param sliceColumns columns to slice by besides those of the candidate's options
     * @param err hears how far long reading has come
     * @throws UnpairableException if rows are gone, have changed, or cannot be told to be the same
     */
    static PairedRows of(
            RecordedRun candidate, RecordedRun baseline, String model, Set<String> sliceColumns, PrintWriter err)
            throws UnpairableException {
        RunPairing pairing = new RunPairing(candidate, baseline, err);
        pairing.requireSameRows();
        return candidate.fingerprint().equals(baseline.fingerprint())
                ? pairing.ofOneFile(model, sliceColumns)
                : pairing.ofTwoFiles(model, sliceColumns);
    }

    private void requireSameRows() throws UnpairableException {
        requireSame("--weight", ours.data().weight, theirs.data().weight);
        requireSame("--query", ours.data().query, theirs.data().query);
        requireSame("--part", ours.data().part, theirs.data().part);
        if (ours.data().part != null) {
            requireSame("--seed, which parts the rows", ours.evaluation().seed, theirs.evaluation().seed);
            requireSame("--id, which parts the rows", ours.data().id, theirs.data().id);
            requireSame("--cluster, which parts the rows", ours.data().cluster, theirs.data().cluster);
        }
    }

    private static void requireSame(String option, @Nullable Object ours, @Nullable Object theirs)
            throws UnpairableException {
        if (!Objects.equals(ours, theirs)) {
            throw new UnpairableException("The runs differ in " + option + ": " + shown(ours) + " in the candidate's, "
                    + shown(theirs) + " in the baseline's. Evaluate both models alike.");
        }
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "none" : value.toString();
    }

    private PairedRows ofOneFile(String model, Set<String> sliceColumns) throws UnpairableException {
        requireSame("--label", ours.data().label, theirs.data().label);
        String column = column(baseline, theirs, model);
        ours.data().data = candidate.data(ours.data().data);
        DataRows rows = DataRows.read(ours.data(), sliceColumns, List.of(column), ours.evaluation().seed, err);
        return paired(List.of(ours.data().data), rows, rows.scores(column), "data", List.of());
    }

    private PairedRows ofTwoFiles(String model, Set<String> sliceColumns) throws UnpairableException {
        if (ours.data().id == null || theirs.data().id == null) {
            throw new UnpairableException("The runs were made from different data, and not both name the ids of their"
                    + " rows. Evaluate both models with --id, so that rows can be found by it.");
        }
        String column = column(baseline, theirs, model);
        ours.data().data = candidate.data(ours.data().data);
        theirs.data().data = baseline.data(theirs.data().data);
        DataRows rows = DataRows.read(ours.data(), sliceColumns, List.of(), ours.evaluation().seed, err);
        // Labels are places among the classes, whose order is that of columns unless someone says it.
        theirs.data().classes = rows.set().classes();
        DataRows others = DataRows.read(theirs.data(), Set.of(), List.of(), theirs.evaluation().seed, err);
        int[] found = found(rows.set(), others.set());
        return paired(
                List.of(ours.data().data, theirs.data().data),
                rows,
                others.scores(column, found),
                "ids",
                more(others.set().rows(), found.length));
    }

    private PairedRows paired(List<Path> files, DataRows rows, Scores reference, String pairing, List<Notice> notices)
            throws UnpairableException {
        List<Scores> models = new ArrayList<>();
        for (String model : candidate.models()) {
            models.add(rows.scores(column(candidate, ours, model)));
        }
        return new PairedRows(files, rows, ours.evaluation(), models, reference, pairing, notices);
    }

    private static String column(RecordedRun run, EvaluateCommand command, String model) throws UnpairableException {
        return command.data()
                .named(model)
                .orElseThrow(() -> new UnpairableException("The command line in " + run.name()
                        + " names no scores of model \"" + model + "\". Evaluate the model again."));
    }

    /** The rows of the baseline that are the candidate's, in its order. */
    private static int[] found(EvaluationSet ours, EvaluationSet theirs) throws UnpairableException {
        int[] found = Arrays.stream(ours.keys())
                .mapToInt(RowsByKey.of(theirs.keys())::row)
                .toArray();
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
