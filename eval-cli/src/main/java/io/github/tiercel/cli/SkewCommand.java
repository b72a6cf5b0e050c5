package io.github.tiercel.cli;

import io.github.tiercel.data.Columns;
import io.github.tiercel.duckdb.DuckDbReader;
import io.github.tiercel.report.SkewJson;
import io.github.tiercel.report.SkewTable;
import io.github.tiercel.result.Provenance;
import io.github.tiercel.result.SkewResult;
import io.github.tiercel.result.SkewThresholds;
import io.github.tiercel.serving.FeatureSkew;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tiercel skew}: whether the features of two data sets are distributed alike. */
@Command(
        name = "skew",
        description = "Compares the features of two data sets column by column, such as those of training and those"
                + " that a service saw: which differ for certain, and which by much.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  tiercel skew training.parquet serving.parquet",
            "  tiercel skew training.parquet serving.csv --columns hour,distance",
            "  tiercel skew training.parquet serving.parquet --exclude id,label \\",
            "      --psi 0.1 --fail-if-skewed",
        })
final class SkewCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call() is called.
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "REFERENCE",
            description = "CSV, Parquet or JSON-lines file, or a hive folder of Parquet files, as a rule of training.")
    private Path reference = Path.of("");

    @Parameters(index = "1", paramLabel = "DATA", description = "The same with the rows to compare with it.")
    private Path data = Path.of("");

    @Option(
            names = "--columns",
            split = ",",
            paramLabel = "COL",
            description = "The columns to compare (default: all).")
    private List<String> columns = new ArrayList<>();

    @Option(
            names = "--exclude",
            split = ",",
            paramLabel = "COL",
            description = "Columns to leave out, such as ids, which always differ.")
    private List<String> excluded = new ArrayList<>();

    @Option(
            names = "--bins",
            defaultValue = "10",
            paramLabel = "N",
            description = "Bins of numbers, of about as many rows of the reference each (default: ${DEFAULT-VALUE}).")
    private int bins;

    @Option(
            names = "--alpha",
            defaultValue = "0.01",
            paramLabel = "P",
            description =
                    "A column is significant with a p-value of at most P, after Holm's adjustment for all (default:"
                            + " ${DEFAULT-VALUE}).")
    private double alpha;

    @Option(
            names = "--psi",
            defaultValue = "0.2",
            paramLabel = "X",
            description = "It is large from this population stability index on (default: ${DEFAULT-VALUE}),")
    private double psi;

    @Option(
            names = "--ks",
            defaultValue = "0.1",
            paramLabel = "X",
            description = "from this Kolmogorov-Smirnov distance on (default: ${DEFAULT-VALUE}),")
    private double ks;

    @Option(
            names = "--missing",
            defaultValue = "0.01",
            paramLabel = "X",
            description =
                    "or from this difference between the shares of missing values on (default: ${DEFAULT-VALUE}).")
    private double missing;

    @Option(
            names = "--fail-if-skewed",
            description = "Exit with 10 if a column differs significantly and by much, is in one file only, or of"
                    + " another type.")
    private boolean failIfSkewed;

    @Mixin
    private final TextOutput output = new TextOutput();

    SkewCommand() {}

    @Override
    public Integer call() {
        if (reference.toString().isBlank() || data.toString().isBlank()) {
            throw Usage.mistake("REFERENCE or DATA is empty. Name a file or a folder.");
        }
        SkewThresholds thresholds = Usage.of(() -> new SkewThresholds(alpha, psi, ks, missing));
        output.check(reference, data);
        SkewResult result = traced(skew(thresholds));
        output.write(
                style -> SkewTable.render(result, Console.width(), style),
                () -> SkewJson.render(result),
                spec.commandLine().getOut());
        return failIfSkewed && differs(result) ? ExitCode.FAILED : ExitCode.PASSED;
    }

    private static boolean differs(SkewResult result) {
        boolean areComparable = result.onlyReference().isEmpty()
                && result.onlyData().isEmpty()
                && result.otherTypes().isEmpty();
        return !areComparable || !result.skewed().isEmpty();
    }

    private SkewResult skew(SkewThresholds thresholds) {
        List<String> ours = DuckDbReader.open(reference).names();
        List<String> theirs = DuckDbReader.open(data).names();
        Set<String> all = new LinkedHashSet<>(ours);
        all.addAll(theirs);
        requireKnown(columns, all);
        requireKnown(excluded, all);
        Set<String> wanted = new LinkedHashSet<>(columns.isEmpty() ? all : columns);
        excluded.forEach(wanted::remove);
        if (wanted.isEmpty()) {
            throw Usage.mistake("--exclude leaves no column to compare. Leave some in.");
        }
        FeatureSkew skew = FeatureSkew.between(read(reference, ours, wanted), read(data, theirs, wanted))
                .columns(wanted.toArray(String[]::new));
        return Usage.of(() -> skew.bins(bins)).thresholds(thresholds).result();
    }

    private void requireKnown(List<String> named, Set<String> all) {
        for (String name : named) {
            if (!all.contains(name)) {
                throw Columns.unknown(name, reference + " or " + data, List.copyOf(all));
            }
        }
    }

    private Columns read(Path file, List<String> names, Set<String> wanted) {
        ProgressBar bar = ProgressBar.of(spec.commandLine().getErr());
        try {
            return DuckDbReader.open(file)
                    .select(names.stream().filter(wanted::contains).toList())
                    .read(bar::rows);
        } finally {
            bar.clear();
        }
    }

    private SkewResult traced(SkewResult result) {
        Map<String, Path> files = new LinkedHashMap<>();
        files.put("reference data", reference);
        files.put("data", data);
        Provenance provenance = result.provenance()
                .withCommand(CommandText.of(spec.commandLine().getParseResult().originalArgs()));
        for (Map.Entry<String, Path> file : files.entrySet()) {
            Optional<String> fingerprint = DataRows.fingerprint(file.getValue());
            if (fingerprint.isPresent()) {
                provenance = provenance.withFingerprint(file.getKey(), fingerprint.get());
            }
        }
        return result.traced(provenance);
    }
}
