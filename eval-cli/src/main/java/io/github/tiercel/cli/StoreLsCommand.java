package io.github.tiercel.cli;

import io.github.tiercel.report.StoreJson;
import io.github.tiercel.report.StoreText;
import io.github.tiercel.store.StoreCatalog;
import io.github.tiercel.store.StoredKey;
import io.github.tiercel.store.StoredUse;
import java.time.ZoneId;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tiercel store ls}: what is there. */
@Command(
        name = "ls",
        description =
                "Lists the models that have scores, one line a key, the last used first, and how often rows were used.",
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
        print(format.of(() -> text(keys, uses), () -> StoreJson.keys(keys, uses)));
        return ExitCode.PASSED;
    }

    private static String text(List<StoredKey> keys, List<StoredUse> uses) {
        String listed = StoreText.keys(keys, ZoneId.systemDefault(), width(), Console.style());
        return uses.isEmpty() ? listed : listed + "\n" + StoreText.uses(uses);
    }

    /** What is searched with other programs must not be cut. */
    private static int width() {
        return Console.isTerminal() ? Console.width() : Integer.MAX_VALUE;
    }
}
