package io.github.tiercel.cli;

import io.github.tiercel.data.ColumnRoles;
import io.github.tiercel.data.DataException;
import io.github.tiercel.duckdb.DuckDbPacker;
import io.github.tiercel.packed.PackedSet;
import io.github.tiercel.report.PackedText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tiercel pack}: a file made into a set that models are evaluated on again and again. */
@Command(
        name = "pack",
        description =
                "Packs a file into a folder of Arrow files in the order in which models score its rows, so that every"
                        + " tier is read from front to back.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  tiercel pack flights.parquet -o flights.packed --label late --id id \\",
            "      --features distance,carrier --slice month",
            "  tiercel pack clicks.csv -o clicks.packed --label relevance --query query_id",
            "  tiercel pack flights.parquet -o may.packed --label late \\",
            "      --where \"month = May and distance >= 500\"",
        })
final class PackCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call() is called.
    private CommandSpec spec;

    @Parameters(
            paramLabel = "SOURCE",
            description = "CSV, Parquet or JSON-lines file, or a hive folder of Parquet files.")
    private Path source = Path.of("");

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "SET",
            description = "The folder to make; a packed set that is there is replaced once the new one is whole.")
    private Path output = Path.of("");

    @Option(names = "--label", required = true, paramLabel = "COL", description = "The column with the true labels.")
    private String label = "";

    @Option(
            names = "--positive",
            paramLabel = "V",
            description = "The label that is positive; guessed where it is unmistakable, as in 0/1 or no/yes.")
    @Nullable
    private String positive;

    @Option(
            names = "--task",
            paramLabel = "TASK",
            description = "What is predicted: ${COMPLETION-CANDIDATES}; guessed where it is unmistakable.")
    @Nullable
    private TaskName task;

    @Option(
            names = "--classes",
            split = ",",
            paramLabel = "C",
            description = "For several classes: all that there are (default: those that occur).")
    private List<String> classes = new ArrayList<>();

    @Option(
            names = "--id",
            paramLabel = "COL",
            description = "The column with distinct row ids, which sample and bootstrap go by.")
    @Nullable
    private String id;

    @Option(names = "--weight", paramLabel = "COL", description = "The column with row weights.")
    @Nullable
    private String weight;

    @Option(
            names = "--query",
            paramLabel = "COL",
            description = "For ranking: the column whose equal values mark rows of one query.")
    @Nullable
    private String query;

    @Option(
            names = "--cluster",
            paramLabel = "COL",
            description = "The column whose equal values mark rows that are not independent, such as a user.")
    @Nullable
    private String cluster;

    @Option(
            names = "--slice",
            paramLabel = "COL",
            description =
                    "A column to report each value of apart; repeatable. \"A & B\" takes every pair of values of two"
                            + " columns, COL:4 four bins of a column of numbers.")
    private List<String> slices = new ArrayList<>();

    @Option(
            names = "--features",
            split = ",",
            paramLabel = "COL",
            description =
                    "The columns that models read, in their order; repeatable (default: all that are neither label, id,"
                            + " weight, query nor cluster).")
    private List<String> features = new ArrayList<>();

    @Option(
            names = "--stratify",
            paramLabel = "COL",
            description = "A column, as for --slice, whose values every sample holds of each class; repeatable.")
    private List<String> stratify = new ArrayList<>();

    @Option(
            names = "--where",
            paramLabel = "EXPR",
            description =
                    "Pack only rows that meet a condition, such as \"month = May and distance >= 500\", \"origin in"
                            + " (BOS, JFK)\" or \"delay present\".")
    @Nullable
    private String where;

    @Option(names = "--drop-unlabelled", description = "Leave out rows without a label instead of refusing them.")
    private boolean dropUnlabelled;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "42",
            description = "Seed of sample and bootstrap (default: ${DEFAULT-VALUE}).")
    private long seed;

    PackCommand() {}

    @Override
    public Integer call() {
        check();
        long start = System.nanoTime();
        PackedSet packed = pack(Usage.of(this::packer));
        print(PackedText.of(packed, output.toString(), (System.nanoTime() - start) / 1e9));
        return ExitCode.PASSED;
    }

    private void check() {
        if (source.toString().isBlank()) {
            throw Usage.mistake("SOURCE is empty. Name a file or a folder.");
        }
        if (output.toString().isBlank()) {
            throw Usage.mistake("--output is empty. Name the folder to make.");
        }
        if (output.toString().equals("-")) {
            throw Usage.mistake(
                    "--output is \"-\", but a packed set is a folder. Name it, or write ./- for one of that name.");
        }
        if (query != null && (cluster != null || (task != null && task != TaskName.ranking))) {
            throw Usage.mistake("--query is for rankings only, and stands for --cluster there."
                    + " Leave one of them out, or say --task ranking.");
        }
    }

    private DuckDbPacker packer() {
        DuckDbPacker packer =
                DuckDbPacker.of(source, roles()).stratify(stratify).seed(seed);
        packer = features.isEmpty() ? packer : packer.features(features);
        packer = where == null ? packer : packer.where(FilterText.parse(where));
        return dropUnlabelled ? packer.dropUnlabelled() : packer;
    }

    private ColumnRoles roles() {
        return new ColumnRoles(
                label,
                Optional.ofNullable(positive),
                Optional.ofNullable(id),
                Optional.ofNullable(weight),
                Optional.ofNullable(cluster),
                slices.stream().distinct().toList(),
                Optional.ofNullable(task).map(TaskName::task),
                Optional.ofNullable(query),
                classes,
                Optional.empty());
    }

    private PackedSet pack(DuckDbPacker packer) {
        ProgressBar bar = ProgressBar.of(spec.commandLine().getErr());
        try {
            // Options that contradict each other are found while the rows are read.
            return Usage.of(() -> packer.pack(output, bar::packed));
        } catch (DataException e) {
            if (where != null && e.code().equals("NO_ROWS")) {
                throw new DataException(
                        "NO_ROWS",
                        "No row to pack in " + source + " meets the condition " + where
                                + (dropUnlabelled ? " and has a label" : "")
                                + ". Values are compared to the letter; mend --where, or leave it out.");
            }
            if (e.code().equals("NO_OUTPUT")) {
                throw new OutputException(String.valueOf(e.getMessage()), e);
            }
            throw e;
        } finally {
            bar.clear();
        }
    }

    private void print(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(text);
        if (out.checkError()) {
            throw OutputException.ofStdout("");
        }
    }
}
