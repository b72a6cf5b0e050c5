package io.github.tiercel.cli;

import io.github.tiercel.report.StoreJson;
import io.github.tiercel.report.StoreText;
import io.github.tiercel.store.StoreCatalog;
import io.github.tiercel.store.StoreCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tiercel store verify}: whether what is there is as it was written. */
@Command(
        name = "verify",
        description = "Reads every byte and compares checksums. Damaged files go to quarantine/; if there are any, the"
                + " exit code is 12.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {"  tiercel store verify", "  tiercel store verify --store /mnt/scores --format json"})
final class StoreVerifyCommand extends StoreTask {

    @Mixin
    private final FormatOption format = new FormatOption();

    StoreVerifyCommand() {}

    @Override
    int run(StoreCatalog catalog) {
        if (Console.isErrTerminal()) {
            err().println("tiercel: reading every file of " + catalog.folder() + " ...");
        }
        StoreCheck check = catalog.verify();
        print(format.of(() -> StoreText.check(check), () -> StoreJson.check(check)));
        return check.isWhole() ? ExitCode.PASSED : ExitCode.BAD_DATA;
    }
}
