package io.github.tiercel.cli;

import io.github.tiercel.evaluation.Slicing;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which slices to list, and whether to search for worse ones. */
final class SliceOptions {

    @Option(
            names = "--min-slice-rows",
            defaultValue = "1",
            paramLabel = "N",
            description = "List slices of at least N rows, and those that gates read; the others are counted (default:"
                    + " ${DEFAULT-VALUE}).")
    int minRows = 1;

    @Option(
            names = "--search-slices",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "METRIC",
            description = "Search the values of all --slice columns, and all pairs of values of two of them, for slices"
                    + " that are significantly worse than the rest, paying for the number searched (default: by the first"
                    + " gated metric, else the first).")
    @Nullable
    String search;

    Slicing slicing() {
        if (minRows < 1) {
            throw Usage.mistake(
                    "--min-slice-rows is " + minRows + ". It is the fewest rows to list a slice with, at least 1.");
        }
        Slicing listed = Slicing.all().minRows(minRows);
        if (search == null) {
            return listed;
        }
        return search.isEmpty() ? listed.searching() : listed.searching(search);
    }
}
