package io.github.tiercel.cli;

import io.github.tiercel.packed.KeptSet;
import io.github.tiercel.report.StoreJson;
import io.github.tiercel.report.StoreText;
import io.github.tiercel.store.StoreCatalog;
import io.github.tiercel.store.StoredKey;
import io.github.tiercel.store.StoredUse;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tiercel store ls}: what is there. */
@Command(
        name = "ls",
        description =
                "Lists the models that have scores, one line a key, the last used first, how often rows were used, and"
                        + " the packed sets that evaluations have left beside the store.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {"  tiercel store ls", "  tiercel store ls --store /mnt/scores --format json"})
final class StoreLsCommand extends StoreTask {

    @Mixin
    private final FormatOption format = new FormatOption();

    StoreLsCommand() {}

    @Override
    int run(StoreCatalog catalog) {
        List<StoredKey> keys = catalog.list();
        List<StoredUse> uses = catalog.uses();
        List<KeptSet> sets = sets().list();
        print(format.of(() -> text(keys, uses, sets), () -> StoreJson.keys(keys, uses, sets)));
        return ExitCode.PASSED;
    }

    private static String text(List<StoredKey> keys, List<StoredUse> uses, List<KeptSet> sets) {
        ZoneId zone = ZoneId.systemDefault();
        return Stream.of(
                        StoreText.keys(keys, zone, width(), Console.style()),
                        StoreText.uses(uses),
                        StoreText.sets(sets, zone, width(), Console.style()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** What is searched with other programs must not be cut. */
    private static int width() {
        return Console.isTerminal() ? Console.width() : Integer.MAX_VALUE;
    }
}
