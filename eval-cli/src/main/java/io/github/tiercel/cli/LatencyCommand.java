package io.github.tiercel.cli;

import io.github.tiercel.data.Columns;
import io.github.tiercel.data.FeatureRow;
import io.github.tiercel.data.Features;
import io.github.tiercel.gate.Gates;
import io.github.tiercel.packed.PackedSet;
import io.github.tiercel.report.ServingResultJson;
import io.github.tiercel.report.ServingResultTable;
import io.github.tiercel.result.MeasuredModel;
import io.github.tiercel.result.Notice;
import io.github.tiercel.result.Provenance;
import io.github.tiercel.result.ServingProfile;
import io.github.tiercel.result.ServingResult;
import io.github.tiercel.store.CategoryCheck;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tiercel latency}: how models behave in service, without labels and without metrics. */
@Command(
        name = "latency",
        description = "Measures how long calls of a model take, how many rows a second it scores, and its memory, on"
                + " rows such as it will get; labels are not needed. What gates read is measured too.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  tiercel latency requests.parquet --model churn.onnx",
            "  tiercel latency requests.parquet --model churn.onnx --rate 200 \\",
            "      --gate \"p99 <= 5ms\" --gate \"p99@rate=200 <= 20ms\" \\",
            "      --gate \"throughput >= 10000/s\" --gate \"throughput@p99=5ms >= 200/s\"",
            "  tiercel latency requests.csv --model fp32.onnx,int8.onnx --batch 1,64",
        })
final class LatencyCommand implements Callable<Integer> {

    private static final String BATCH = "--batch";
    private static final String RATE = "--rate";
    private static final String RUNS = "--runs";
    private static final String SECONDS = "--seconds";

    private static final double LEAST_RATE = 0.001;
    private static final double MOST_RATE = 1e6;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call() is called.
    private CommandSpec spec;

    @Parameters(
            paramLabel = "DATA",
            description = "CSV, Parquet or JSON-lines file, a hive folder of Parquet files, or a packed set.")
    private Path data = Path.of("");

    @Option(
            names = "--model",
            required = true,
            split = ",",
            paramLabel = "FILE",
            description = "A model in an ONNX file; several files are measured one after another.")
    private List<Path> models = new ArrayList<>();

    @Option(
            names = "--features",
            split = ",",
            paramLabel = "COL",
            description = "The columns that a model reads, in its order, where its file does not name them.")
    private List<String> features = new ArrayList<>();

    @Option(
            names = BATCH,
            split = ",",
            paramLabel = "N",
            description = "Measure calls of N rows as well; single rows always are.")
    private List<Integer> batches = new ArrayList<>();

    @Option(
            names = RATE,
            split = ",",
            paramLabel = "R",
            description =
                    "Measure an open loop as well: R calls of single rows fall due each second, whether or not the"
                            + " model has done with those before, and latency counts from when they were due.")
    private List<Double> rates = new ArrayList<>();

    @Option(
            names = RUNS,
            defaultValue = "5",
            paramLabel = "N",
            description = "How often each measurement is repeated (default: ${DEFAULT-VALUE}).")
    private int runs = 5;

    @Option(
            names = SECONDS,
            defaultValue = "30",
            paramLabel = "S",
            description = "The most seconds to measure a model for; limits that are not decided by then stay open"
                    + " (default: ${DEFAULT-VALUE}).")
    private double seconds;

    @Option(
            names = "--level",
            defaultValue = "0.95",
            paramLabel = "L",
            description = "Confidence level of intervals (default: ${DEFAULT-VALUE}).")
    private double level;

    @Option(
            names = "--seed",
            defaultValue = "42",
            paramLabel = "S",
            description = "Chooses the rows of each call (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Mixin
    private final GateOptions required = new GateOptions();

    @Mixin
    private final TextOutput output = new TextOutput();

    private final List<String> warnings = new ArrayList<>();

    LatencyCommand() {}

    @Override
    public Integer call() {
        check();
        output.check(data);
        models.forEach(model -> output.check(model));
        ServingResult result = measured();
        output.write(
                style -> ServingResultTable.render(result, Console.width(), style),
                () -> ServingResultJson.render(result),
                spec.commandLine().getOut());
        // Not before, for an error is one sentence.
        warnings.forEach(spec.commandLine().getErr()::println);
        if (output.isFile()) {
            result.models()
                    .forEach(model -> GateOptions.announce(
                            model.model(), model.gates(), spec.commandLine().getErr()));
        }
        return required.exitCode(result.verdict());
    }

    private void check() {
        ServingOptions.check(RUNS, runs, SECONDS, seconds);
        if (models.isEmpty()) {
            throw Usage.mistake("--model names no file. Name a model to measure.");
        }
        batches.stream().filter(rows -> rows < 1).findFirst().ifPresent(rows -> {
            throw Usage.mistake(BATCH + " is " + rows + ". It is a number of at least 1.");
        });
        rates.stream()
                .filter(rate -> !(rate >= LEAST_RATE && rate <= MOST_RATE))
                .findFirst()
                .ifPresent(rate -> {
                    throw Usage.mistake(
                            RATE + " is " + rate + ". It is a number of calls a second from 0.001 to 1000000.");
                });
    }

    private ServingResult measured() {
        Optional<Gates> gates = required.gates();
        ServingMeasurement measurement = new ServingMeasurement(
                batches, rates, gates.map(Gates::serving).orElse(Set.of()), true, runs, seconds, level, seed);
        List<MeasuredModel> measured = new ArrayList<>();
        Map<String, String> fingerprints = new LinkedHashMap<>();
        DataRows.fingerprint(data).ifPresent(known -> fingerprints.put("data", known));
        for (Path path : models) {
            Features<FeatureRow> rows;
            String name;
            try (ModelFile model = ModelFile.open(path, features)) {
                name = model.name();
                rows = rows(model);
                CategoryCheck.of(rows, model.predictor()).forEach(notice -> warnings.add(text(model.name(), notice)));
                model.predictor()
                        .fingerprint()
                        .ifPresent(known -> fingerprints.put("model " + model.name(), known.model()));
            }
            ServingProfile profile = measurement.of(path, features, rows);
            measured.add(new MeasuredModel(
                    name, profile, gates.map(rules -> rules.judge(profile)).orElse(List.of())));
        }
        String command = CommandText.of(spec.commandLine().getParseResult().originalArgs());
        Map<String, String> versions =
                Map.of("tiercel", Tiercel.version(), "java", Runtime.version().toString());
        return new ServingResult(
                measured, new Provenance(versions, fingerprints, seed, Map.of(), Optional.of(command)));
    }

    private static String text(String model, Notice notice) {
        return "tiercel: " + notice.code() + ": " + Failure.oneLine(model + ": " + notice.text());
    }

    private Features<FeatureRow> rows(ModelFile model) {
        String[] names = model.predictor().features().toArray(String[]::new);
        if (PackedSet.isSet(data)) {
            return PackedSet.open(data).features(names);
        }
        Columns rows = new SourceRows(data, List.of(names))
                .read("to call the model with", spec.commandLine().getErr());
        return Features.from(rows, names);
    }
}
