package io.github.tiercel.cli;

import io.github.tiercel.cli.demo.FlightDemo;
import io.github.tiercel.cli.demo.TrainedModel;
import io.github.tiercel.report.EpochLine;
import io.github.tiercel.report.ResultHtml;
import io.github.tiercel.report.ResultTable;
import io.github.tiercel.result.EpochHistory;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.store.PredictionStore;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;

/** One run of the demo, told line by line as it goes. */
final class DemoRun {

    private final PredictionStore store;
    private final Path folder;
    private final PrintWriter out;
    private final PrintWriter err;

    DemoRun(PredictionStore store, Path folder, PrintWriter out, PrintWriter err) {
        this.store = store;
        this.folder = folder;
        this.out = out;
        this.err = err;
    }

    EvaluationResult of(int epochs, OutputFile page, String command) {
        progress("reading flights");
        FlightDemo demo = FlightDemo.read();
        say(String.format(
                Locale.ROOT,
                "%,d flights of January to April 2001 to learn from, %,d of May and June to evaluate on.%n"
                        + "Late is what arrives more than 60 minutes late. Scores are kept in %s.%n",
                demo.pastFlights(),
                demo.heldOutFlights(),
                folder));
        TrainedModel model = demo.train(store, epochs, this::epoch);
        say(ending(model));
        progress("comparing the best epoch with the baseline");
        EvaluationResult compared = demo.compare(store, model);
        EvaluationResult result =
                compared.traced(compared.time(), compared.provenance().withCommand(command));
        out.println(ResultTable.render(result, Console.width(), Console.style()));
        DemoSummary.lines(result, folder).forEach(out::println);
        page.write(ResultHtml.render(result));
        say("report       " + page.path());
        return result;
    }

    private void epoch(EpochHistory history) {
        int number = history.epochs().size();
        if (number == 1) {
            out.println(EpochLine.header(history, Console.style(), Console.width()));
        }
        say(EpochLine.render(history.epochs().get(number - 1), history, Console.style(), Console.width()));
    }

    private static String ending(TrainedModel model) {
        int last = model.history().epochs().size();
        String why = model.history().stopped().map(reason -> ": " + reason).orElse(", the last one");
        return String.format(Locale.ROOT, "Ended after epoch %d%s. The best is epoch %d.%n", last, why, model.epoch());
    }

    private void say(String text) {
        out.println(text);
        refuseLoss();
    }

    /** Whoever watches a terminal should know what takes a second or more; a log need not. */
    private void progress(String what) {
        if (Console.isErrTerminal()) {
            err.println("tiercel: " + what + " ...");
        }
    }

    private void refuseLoss() {
        if (out.checkError()) {
            throw OutputException.ofStdout("");
        }
    }
}
