package io.github.tiercel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Every flag of every command, heeded by the command in a process of its own. */
class FlagsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private static Path folder;

    private final Set<String> used = new TreeSet<>();

    @BeforeAll
    static void write() {
        Holdout.csv(folder);
        OnnxFile.twoNumbers(folder.resolve("mlp.onnx"));
        TaskRows.csv(folder);
        Holdout.text(folder, "evaluation.toml", "data = \"holdout.csv\"\nlabel = \"label\"\nscore = \"other\"\n");
        Holdout.text(
                folder,
                "many.csv",
                IntStream.range(0, 20_000)
                        .mapToObj(row -> row % 2 + "," + (row % 2 + row % 7) / 8.0)
                        .collect(Collectors.joining("\n", "label,score\n", "\n")));
        Holdout.text(folder, "holes.csv", "label,score\n1,0.8\n,0.4\n0,0.3\n");
    }

    /** One after the other, since some read what others wrote. */
    @Test
    void everyFlagIsHeeded() {
        evaluations();
        outputs();
        storedResults();
        demoAndStore();
        packing();
        modelsInFiles();
        servedAndTrained();
        run(0, "needs probabilities", "explain", "OUTSIDE_0_1");
        run(0, "_complete_tiercel", "completion");
        run(0, "tiercel", "--version");
        run(0, "Exit codes", "--help");
        assertEquals(all(), used);
    }

    private void evaluations() {
        json("\"rows\": 100,", "--rows", "100", "--id", "id", "--seed", "7");
        json("\"tier\": \"fast\"", "--tier", "fast", "--cluster", "user", "--weight", "weight");
        run(
                0,
                "\"code\": \"GREW\"",
                "evaluate",
                "many.csv",
                "--label=label",
                "--score=score",
                "--metrics=roc_auc",
                "--half-width=0.01",
                "--format=json");
        json(
                "\"scheme\": \"row-hashed\"",
                "--intervals",
                "bootstrap",
                "--replicates",
                "50",
                "--resampling",
                "row-hashed");
        json("\"monte_carlo_error\"", "--metrics", "roc_auc", "--monte-carlo-error", "0.2");
        json("\"threshold\": 0.4", "--threshold", "0.4", "--level", "0.9", "--positive", "1", "--task", "binary");
        json("\"part\": \"select\"", "--part", "select");
        json("\"SMALL_SLICES\"", "--slice", "country", "--min-slice-rows", "100", "--search-slices=roc_auc");
        json("\"column\": \"country\"", "--fold", "country");
        json("\"name\": \"other\"", "--baseline", "other");
        run(0, "DROPPED_UNLABELLED", "evaluate", "holes.csv", "--label=label", "--score=score", "--drop-unlabelled");
        run(0, "other", "evaluate", "--config", "evaluation.toml");
        String[] classes = {
            "evaluate", "tasks.csv", "--label=species", "--score-prefix=p_", "--classes=cat,dog,eel", "--replicates=0"
        };
        run(0, "f1_macro", classes);
        run(
                0,
                "ndcg@10",
                "evaluate",
                "tasks.csv",
                "--label=relevance",
                "--score=rank",
                "--query=query",
                "--without-relevant=zero");
    }

    private void json(String evidence, String... options) {
        List<String> args =
                new ArrayList<>(List.of("evaluate", "holdout.csv", "--label=label", "--score=score", "--format=json"));
        args.addAll(List.of(options));
        run(0, evidence, args.toArray(String[]::new));
    }

    private void outputs() {
        run(
                0,
                "",
                "evaluate",
                "holdout.csv",
                "--label=label",
                "--score=score",
                "--baseline=other",
                "--gate=roc_auc@country=li >= 0.5",
                "--inconclusive=pass",
                "--format=json",
                "--output=run.json",
                "--output-json=run2.json",
                "--output-markdown=run.md",
                "--output-junit=run.xml",
                "--report=run.html");
        for (String file : List.of("run.json", "run2.json", "run.md", "run.xml", "run.html")) {
            assertTrue(Files.exists(folder.resolve(file)), file);
        }
    }

    private void storedResults() {
        run(0, "How often each gate", "gate", "run.json", "--self-test", "--draws=5");
        run(
                10,
                "",
                "gate",
                "run.json",
                "--gate=roc_auc@country=li >= 0.5",
                "--inconclusive=fail",
                "--format=markdown",
                "--output=gate.md",
                "--output-json=gate.json",
                "--output-markdown=gate2.md",
                "--output-junit=gate.xml",
                "--report=gate.html");
        run(0, "", "report", "run.json", "-o", "page.html");
        run(
                0,
                "",
                "compare",
                "run.json",
                "run2.json",
                "--baseline-model=score",
                "--candidate-model=score",
                "--store=scores",
                "--gate=roc_auc@country=li >= 0.5",
                "--inconclusive=pass",
                "--format=json",
                "--output=compare.json",
                "--output-json=compare2.json",
                "--output-markdown=compare.md",
                "--output-junit=compare.xml",
                "--report=compare.html");
        for (String file : List.of("gate.md", "gate.html", "page.html", "compare.json", "compare.html")) {
            assertTrue(Files.exists(folder.resolve(file)), file);
        }
    }

    private void modelsInFiles() {
        run(
                0,
                "p99@batch=8 <= 100s",
                "evaluate",
                "holdout.csv",
                "--label=label",
                "--id=id",
                "--model=mlp.onnx",
                "--features=score,other",
                "--batch-rows=64",
                "--store=of-models",
                "--latency",
                "--latency-runs=2",
                "--latency-seconds=2",
                "--gate=p99@batch=8 <= 100s",
                "--format=json");
        run(
                0,
                "Verdict: PASS",
                "latency",
                "holdout.csv",
                "--model=mlp.onnx",
                "--features=score,other",
                "--batch=2",
                "--rate=500",
                "--runs=2",
                "--seconds=3",
                "--level=0.9",
                "--seed=7",
                "--gate=p50 <= 100s",
                "--inconclusive=fail");
        run(
                0,
                "",
                "latency",
                "holdout.csv",
                "--model=mlp.onnx",
                "--features=score,other",
                "--runs=1",
                "--seconds=0.5",
                "--format=json",
                "--output=latency.json");
        assertTrue(Files.exists(folder.resolve("latency.json")), "what was measured");
        run(
                0,
                "600 rows are in",
                "score",
                "holdout.csv",
                "--model=mlp.onnx",
                "--features=score,other",
                "--id=id",
                "--label=label",
                "--keep=country",
                "--batch-rows=64",
                "--store=of-models",
                "--output=scores.csv");
        assertTrue(Files.exists(folder.resolve("scores.csv")), "the scores");
    }

    private void packing() {
        run(
                0,
                "holdout.packed has",
                "pack",
                "holdout.csv",
                "-o",
                "holdout.packed",
                "--label=label",
                "--positive=1",
                "--task=binary",
                "--id=id",
                "--weight=weight",
                "--slice=country",
                "--features=score,other",
                "--stratify=country",
                "--where=score >= 0.1",
                "--seed=7");
        assertTrue(Files.exists(folder.resolve("holdout.packed/set.txt")), "the packed set");
        run(0, "clusters", "pack", "holdout.csv", "-o", "clusters", "--label=label", "--cluster=user");
        run(0, "2 rows", "pack", "holes.csv", "-o", "holes", "--label=label", "--drop-unlabelled");
        run(0, "queries", "pack", "tasks.csv", "-o", "tasks", "--label=relevance", "--query=query");
        run(0, "cat", "pack", "tasks.csv", "-o", "t", "--label=species", "--task=multiclass", "--classes=cat,dog,eel");
    }

    private void servedAndTrained() {
        run(
                10,
                "FAIL other: max_difference <= 0.1",
                "parity",
                "holdout.csv",
                "holdout.csv",
                "--score=score,other",
                "--label=label",
                "--positive=1",
                "--task=binary",
                "--id=id",
                "--features=country",
                "--tolerance=0.2",
                "--threshold=0.4",
                "--level=0.9",
                "--shared-rows",
                "--gate=max_difference <= 0.1",
                "--inconclusive=pass",
                "--format=json",
                "--output=parity.json");
        assertTrue(Files.exists(folder.resolve("parity.json")), "the check of parity");
        Holdout.text(folder, "some.csv", "a,b\n1,0\n0,1\n0.5,0.25\n");
        Holdout.text(folder, "others.csv", "a,b\n1,0\n0,1\n0.5,0.5\n");
        run(0, "3 rows", "parity", "some.csv", "others.csv", "--model=mlp.onnx", "--features=a,b", "--id=a");
        run(
                0,
                "\"batch_rows\": 2",
                "parity",
                "some.csv",
                "others.csv",
                "--model=mlp.onnx",
                "--features=a,b",
                "--id=a",
                "--batch-rows=2",
                "--format=json");
        run(0, "3 outputs", "parity", "tasks.csv", "--score-prefix=p_,q_");
        run(
                0,
                "",
                "skew",
                "holdout.csv",
                "tasks.csv",
                "--columns=id,weight",
                "--exclude=id",
                "--bins=4",
                "--alpha=0.05",
                "--psi=0.1",
                "--ks=0.2",
                "--missing=0.05",
                "--fail-if-skewed",
                "--format=json",
                "--output=skew.json");
        assertTrue(Files.exists(folder.resolve("skew.json")), "the comparison of features");
    }

    private void demoAndStore() {
        run(0, "Verdict", "demo", "--epochs=1", "--store=scores", "--report=demo.html");
        assertTrue(Files.exists(folder.resolve("demo.html")), "the demo's page");
        Run listed = run(0, "\"key\"", "store", "ls", "--store=scores", "--format=json");
        String key = listed.json().findValue("key").asText();
        run(0, key, "store", "explain", key, "--store=scores", "--format=json");
        run(0, "", "store", "verify", "--store=scores", "--format=json");
        run(0, "", "store", "export", key, "--store=scores", "-o", "scores.csv");
        assertTrue(Files.exists(folder.resolve("scores.csv")), "the exported scores");
        run(0, "", "store", "prune", "--store=scores", "--budget=1MiB", "--dry-run", "--format=json");
    }

    private Run run(int exitCode, String evidence, String... args) {
        Run run = Run.child(folder, args);
        run.assertExitCode(exitCode);
        assertTrue((run.out() + run.err()).contains(evidence), run::toString);
        note(new CommandLine(new Tiercel()), "", List.of(args));
        return run;
    }

    private void note(CommandLine command, String name, List<String> args) {
        CommandLine sub = args.isEmpty() ? null : command.getSubcommands().get(args.get(0));
        if (sub != null) {
            note(sub, name + args.get(0) + " ", args.subList(1, args.size()));
            return;
        }
        for (String arg : args) {
            OptionSpec option = command.getCommandSpec().optionsMap().get(arg.replaceFirst("=.*", ""));
            if (option != null) {
                used.add(name + option.longestName());
            }
        }
    }

    /** Help is the same everywhere and asked of the whole; its texts have tests of their own. */
    private static Set<String> all() {
        Set<String> all = new TreeSet<>(Set.of("--help", "--version"));
        collect(new CommandLine(new Tiercel()), "", all);
        return all;
    }

    private static void collect(CommandLine command, String name, Set<String> all) {
        for (OptionSpec option : command.getCommandSpec().options()) {
            if (!option.usageHelp() && !option.versionHelp()) {
                all.add(name + option.longestName());
            }
        }
        command.getSubcommands().forEach((sub, spec) -> collect(spec, name + sub + " ", all));
    }
}
