package io.github.tiercel.cli;

import io.github.tiercel.report.StoreJson;
import io.github.tiercel.report.StoreText;
import io.github.tiercel.store.PruneResult;
import io.github.tiercel.store.StoreCatalog;
import io.github.tiercel.store.StoredKey;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tiercel store prune}: what to delete. */
@Command(
        name = "prune",
        description = "Deletes the least recently used scores until the store is within a budget, but none that are in"
                + " use or were within two minutes.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  tiercel store prune --budget 2GiB --dry-run",
            "  tiercel store prune --budget 2GiB",
            "  tiercel store prune --budget 0"
        })
final class StorePruneCommand extends StoreTask {

    @Option(
            names = "--budget",
            defaultValue = "10GiB",
            paramLabel = "SIZE",
            converter = ByteSize.Converter.class,
            description = "How much may stay, such as 512MiB, 10GiB or 0 (default: ${DEFAULT-VALUE}).")
    private ByteSize budget = new ByteSize(0);

    @Option(names = "--dry-run", description = "Say what would be deleted, and delete nothing.")
    private boolean dryRun;

    @Mixin
    private final FormatOption format = new FormatOption();

    StorePruneCommand() {}

    @Override
    int run(StoreCatalog catalog) {
        List<StoredKey> before = catalog.list();
        PruneResult result = dryRun ? catalog.rehearsePrune(budget.bytes()) : catalog.prune(budget.bytes());
        print(format.of(() -> StoreText.pruned(before, result, dryRun), () -> StoreJson.pruned(result, dryRun)));
        return ExitCode.PASSED;
    }
}
