package io.github.tiercel.cli;

import io.github.tiercel.data.ColumnRoles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which rows to evaluate, and which column is what. */
final class DataOptions {

    @Parameters(
            paramLabel = "DATA",
            description = "CSV, Parquet or JSON-lines file, or a hive folder of Parquet files, one row a prediction.")
    Path data = Path.of("");

    @Option(names = "--label", required = true, paramLabel = "COL", description = "The column with the true labels.")
    String label = "";

    @Option(
            names = "--score",
            required = true,
            split = ",",
            paramLabel = "COL",
            description = "A column with a model's scores; several columns are several models.")
    List<String> scores = new ArrayList<>();

    @Option(
            names = "--positive",
            paramLabel = "V",
            description = "The label that is positive; guessed where it is unmistakable, as in 0/1 or no/yes.")
    @Nullable
    String positive;

    @Option(names = "--baseline", paramLabel = "COL", description = "The score column to compare each model with.")
    @Nullable
    String baseline;

    @Option(names = "--weight", paramLabel = "COL", description = "The column with row weights.")
    @Nullable
    String weight;

    @Option(
            names = "--id",
            paramLabel = "COL",
            description = "The column with distinct row ids, which sample and bootstrap go by.")
    @Nullable
    String id;

    @Option(
            names = "--cluster",
            paramLabel = "COL",
            description = "The column whose equal values mark rows that are not independent, such as a user.")
    @Nullable
    String cluster;

    @Option(names = "--slice", paramLabel = "COL", description = "A column to report each value of apart; repeatable.")
    List<String> slices = new ArrayList<>();

    @Option(
            names = "--drop-unlabelled",
            description = "Leave out rows without a label instead of refusing them; their number is reported.")
    boolean dropUnlabelled;

    /** Refuses what would only be noticed after reading, or read something else. */
    void check() {
        if (data.toString().isBlank()) {
            throw new IllegalArgumentException("DATA is empty. Name a file or a folder.");
        }
        Set<String> seen = new HashSet<>();
        for (String score : scores) {
            if (!seen.add(score)) {
                throw new IllegalArgumentException(
                        "Score column \"" + score + "\" is named more than once. Name each model once.");
            }
        }
    }

    /** The roles of the columns, those that gates slice by included. */
    ColumnRoles roles(Set<String> gatedColumns) {
        Set<String> all = new LinkedHashSet<>(slices);
        all.addAll(gatedColumns);
        return new ColumnRoles(
                label,
                Optional.ofNullable(positive),
                Optional.ofNullable(id),
                Optional.ofNullable(weight),
                Optional.ofNullable(cluster),
                List.copyOf(all),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** Every column to read, each once. */
    List<String> columns(ColumnRoles roles) {
        Set<String> all = new LinkedHashSet<>(roles.columns());
        all.addAll(scores);
        Optional.ofNullable(baseline).ifPresent(all::add);
        return List.copyOf(all);
    }
}
