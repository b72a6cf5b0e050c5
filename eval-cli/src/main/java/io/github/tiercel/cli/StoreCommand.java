package io.github.tiercel.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tiercel store}: what is in a prediction store, whether it is whole, what to delete, and its scores. */
@Command(
        name = "store",
        description = "Looks into the folder that keeps the scores of models.",
        sortOptions = false,
        subcommands = {
            StoreLsCommand.class,
            StoreVerifyCommand.class,
            StorePruneCommand.class,
            StoreExplainCommand.class,
            StoreExportCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tiercel store ls",
            "  tiercel store verify --store /mnt/scores",
            "  tiercel store prune --budget 2GiB --dry-run",
            "  tiercel store explain 3f2a9c0d",
            "  tiercel store export 3f2a9c0d -o scores.parquet",
        })
final class StoreCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run() is called.
    private CommandSpec spec;

    StoreCommand() {}

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Name what to do with the store: ls, verify, prune, explain or export.");
    }
}
