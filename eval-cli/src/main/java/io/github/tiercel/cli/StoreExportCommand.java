package io.github.tiercel.cli;

import io.github.tiercel.data.DataException;
import io.github.tiercel.duckdb.DuckDbWriter;
import io.github.tiercel.inference.Precision;
import io.github.tiercel.store.StoreCatalog;
import io.github.tiercel.store.StoredTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tiercel store export}: the scores of a key with row keys and labels, for other programs. */
@Command(
        name = "export",
        description = "Writes the scores of a key to a file, one row a line in the order of the row keys: key, label if"
                + " it is known, and a column for each output.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {"  tiercel store export 3f2a9c0d -o scores.parquet", "  tiercel store export 3f2a9c0d -o scores.csv"})
final class StoreExportCommand extends StoreTask {

    private static final String OPTION = "--output";

    @Parameters(paramLabel = "KEY", description = "The first digits of a key, at least four, as ls shows them.")
    private String key = "";

    @Option(
            names = {"-o", OPTION},
            required = true,
            paramLabel = "FILE",
            description = "The file, whose name ends in .parquet or .csv; one that is there is replaced.")
    private Path output = Path.of("");

    StoreExportCommand() {}

    @Override
    void check() {
        file().check();
        writer();
    }

    private DuckDbWriter writer() {
        return Usage.of(() -> DuckDbWriter.to(output));
    }

    private OutputFile file() {
        return new OutputFile(output, "export", OPTION);
    }

    @Override
    int run(StoreCatalog catalog) {
        StoredTable table = Usage.of(() -> catalog.table(key));
        if (table.rows() == 0) {
            throw new DataException(
                    "NO_SCORES",
                    "Nothing can be exported of " + key + ": no scores of the first rows are stored."
                            + " Evaluate the model once more.");
        }
        warnOfDamage(table);
        ExportNames names = ExportNames.of(table.key().outputs().names());
        names.renamed().forEach(text -> err().println("tiercel: " + Failure.oneLine(text)));
        boolean floats = table.key().outputs().precision() == Precision.FLOAT;
        DuckDbWriter writer = writer().floats(floats ? names.outputs() : List.of());
        file().writeBy(path -> writer.write(ExportColumns.of(table, names)));
        print(String.format(
                Locale.ROOT,
                "%,d rows are in %s: %s.",
                table.rows(),
                Failure.oneLine(output.toString()),
                Failure.oneLine(String.join(", ", names.columns(table.hasLabels())))));
        return ExitCode.PASSED;
    }

    private void warnOfDamage(StoredTable table) {
        int lost = table.key().rows() - table.rows();
        if (lost > 0) {
            err().printf(
                            Locale.ROOT,
                            "tiercel: %,d of %,d stored rows are damaged and left out; tiercel store verify says"
                                    + " more.%n",
                            lost,
                            table.key().rows());
        }
    }
}
