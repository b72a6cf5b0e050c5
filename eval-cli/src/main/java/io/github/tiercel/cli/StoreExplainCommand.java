package io.github.tiercel.cli;

import io.github.tiercel.report.StoreJson;
import io.github.tiercel.report.StoreText;
import io.github.tiercel.store.KeyExplanation;
import io.github.tiercel.store.StoreCatalog;
import java.time.ZoneId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code tiercel store explain}: why scores are found under a key and not under another. */
@Command(
        name = "explain",
        description = "Says what a key is made of, what a request under it finds, and how the nearest other keys"
                + " differ.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {"  tiercel store explain 3f2a9c0d", "  tiercel store explain 3f2a9c0d --format json"})
final class StoreExplainCommand extends StoreTask {

    @Parameters(paramLabel = "KEY", description = "The first digits of a key, at least four, as ls shows them.")
    private String key = "";

    @Mixin
    private final FormatOption format = new FormatOption();

    StoreExplainCommand() {}

    @Override
    int run(StoreCatalog catalog) {
        KeyExplanation explanation = Usage.of(() -> catalog.explain(key));
        print(format.of(
                () -> StoreText.explanation(explanation, ZoneId.systemDefault()),
                () -> StoreJson.explanation(explanation)));
        return ExitCode.PASSED;
    }
}
