package io.github.tiercel.cli;

import io.github.tiercel.packed.PrunedSets;
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
        description = "Deletes packed sets beside the store, and then the least recently used scores, until both are"
                + " within a budget, but none that are in use or were within two minutes. Of the sets those go first"
                + " whose source is gone or has changed, then the least recently used.",
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
        PrunedSets sets = sets(left(catalog.rehearsePrune(Long.MAX_VALUE).bytesLeft()));
        PruneResult result = keys(catalog, left(sets.bytesLeft()));
        print(format.of(
                () -> StoreText.pruned(before, result, sets, dryRun), () -> StoreJson.pruned(result, sets, dryRun)));
        return ExitCode.PASSED;
    }

    /** What others leave of the budget. */
    private long left(long bytes) {
        return Math.max(0, budget.bytes() - bytes);
    }

    /** They go before scores, because they are packed again without asking a model. */
    private PrunedSets sets(long most) {
        return dryRun ? sets().rehearsePrune(most) : sets().prune(most);
    }

    private PruneResult keys(StoreCatalog catalog, long most) {
        return dryRun ? catalog.rehearsePrune(most) : catalog.prune(most);
    }
}
