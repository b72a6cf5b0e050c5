package io.github.tiercel.cli;

import io.github.tiercel.data.UsageException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The {@code tiercel} command.
 *
 * @since 0.1
 */
@Command(
        name = "tiercel",
        description = "Evaluates machine-learning models: honest numbers, one verdict, an exit code.",
        mixinStandardHelpOptions = true,
        versionProvider = Tiercel.Version.class,
        scope = ScopeType.INHERIT,
        subcommands = {
            DemoCommand.class,
            EvaluateCommand.class,
            CompareCommand.class,
            GateCommand.class,
            ScoreCommand.class,
            LatencyCommand.class,
            ParityCommand.class,
            SkewCommand.class,
            ReportCommand.class,
            PackCommand.class,
            StoreCommand.class,
            ExplainCommand.class,
            CompletionCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tiercel demo",
            "  tiercel evaluate holdout.parquet --label clicked --score candidate",
            "  tiercel evaluate holdout.csv --label clicked --score candidate \\",
            "      --baseline production --gate \"roc_auc >= 0.95\" \\",
            "      --gate \"log_loss no-worse-than baseline by 0.002\"",
            "  tiercel compare run-v1.json run-v2.json",
            "  tiercel gate run.json --gate \"roc_auc >= 0.97\"",
            "  tiercel report run.json -o run.html",
            "  tiercel parity scored.parquet --score trained --score served --id id",
            "  tiercel skew training.parquet serving.parquet",
            "  tiercel pack holdout.parquet -o holdout.packed --label clicked",
            "  tiercel score customers.parquet --model churn.onnx -o scores.parquet",
            "  tiercel store ls",
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:all gates passed, or there is no gate",
            " 2:usage or configuration",
            "10:a gate failed",
            "11:inconclusive: the rows cannot decide a gate",
            "12:bad or missing data",
            "13:a model failed",
            "14:the output cannot be written, or the store cannot be opened",
            "70:internal error, please report",
            "130:interrupted",
        })
public final class Tiercel implements Runnable {

    private static final String LOG_FORMAT = "java.util.logging.SimpleFormatter.format";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run() is called.
    private CommandSpec spec;

    Tiercel() {}

    /**
     * Runs the command and ends the process with its exit code.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        // What the library logs is one sentence, and stands among ours.
        System.setProperty(LOG_FORMAT, System.getProperty(LOG_FORMAT, "tiercel: %5$s%n"));
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Interruption interruption = new Interruption(err);
        Runtime.getRuntime().addShutdownHook(interruption);
        int code;
        try {
            code = run(args, out, err);
        } finally {
            interruption.isOver();
        }
        System.exit(code);
    }

    /** {@return what makes commands of arguments, in the same way wherever a command line comes from} */
    static CommandLine parser() {
        CommandLine command = new CommandLine(new Tiercel());
        // Columns may be called "@x" or hold quotes, which picocli would take for a file and for a bracket.
        command.getSubcommands()
                .values()
                .forEach(sub -> sub.getCommandSpec().parser().splitQuotedStrings(true));
        return command.setExpandAtFiles(false).setCaseInsensitiveEnumValuesAllowed(true);
    }

    static int run(String[] args, PrintWriter out, PrintWriter err) {
        Failure failure = new Failure();
        CommandLine command = parser().setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler(failure)
                .setParameterExceptionHandler(failure)
                .setUsageHelpAutoWidth(true);
        try {
            int code = command.execute(ConfigFile.expanded(command, args));
            // Help goes to stdout too, and nobody else looks whether it got there.
            return code == ExitCode.PASSED && out.checkError()
                    ? Failure.report(OutputException.ofStdout(""), err)
                    : code;
        } catch (UsageException | Error e) {
            return Failure.report(e, err);
        } finally {
            out.flush();
            err.flush();
        }
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Name a command: demo, evaluate, compare, gate, latency, pack, parity, score, skew, report, store,"
                        + " explain or completion.");
    }

    /** {@return the version in the jar's manifest; classes that come from no jar are a build in progress} */
    static String version() {
        return Optional.ofNullable(Tiercel.class.getPackage().getImplementationVersion())
                .orElse("(development)");
    }

    /** What {@code --version} prints. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"tiercel " + version()};
        }
    }
}
