package io.github.tiercel.cli;

import io.github.tiercel.report.StoreJson;
import io.github.tiercel.report.StoreText;
import io.github.tiercel.store.StoreCatalog;
import io.github.tiercel.store.StoredKey;
import java.time.ZoneId;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tiercel store ls}: what is there. */
@Command(
        name = "ls",
        description = "Lists the models that have scores, one line a key, the last used first.",
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
        print(format.of(
                () -> StoreText.keys(keys, ZoneId.systemDefault(), Console.width(), Console.style()),
                () -> StoreJson.keys(keys)));
        return ExitCode.PASSED;
    }
}
