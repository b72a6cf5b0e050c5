package io.github.tiercel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Markdown, JUnit XML and the page, alone and several at once. */
class OutputsTest {

    private static final String FAILING = "roc_auc >= 0.999";
    private static final String PASSING = "roc_auc >= 0.75";

    /** The slice has 20 rows, too few to judge. */
    private static final String OPEN = "roc_auc@country=li >= 0.5";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private static Path folder;

    @BeforeAll
    static void write() {
        Holdout.csv(folder);
    }

    /** Whoever writes it means stdout, and would find a file of that name. */
    @ParameterizedTest
    @CsvSource({
        "--output,evaluate holdout.csv --label label --score score --output -",
        "--output-json,evaluate holdout.csv --label label --score score --output-json -",
        "--output-markdown,evaluate holdout.csv --label label --score score --output-markdown -",
        "--output-junit,evaluate holdout.csv --label label --score score --output-junit -",
        "--report,evaluate holdout.csv --label label --score score --report -",
        "--output,parity holdout.csv --score score --score other --output -",
        "--output,skew holdout.csv holdout.csv --output -",
        "--output,latency holdout.csv --model none.onnx --output -",
        "--output,score holdout.csv --model none.onnx -o -",
        "--output,pack holdout.csv --label label -o -",
        "--report,demo --report -"
    })
    void aDashIsNoFile(String option, String line) {
        String[] args = Stream.of(line.split(" "))
                .map(arg -> arg.endsWith(".csv") ? folder.resolve(arg).toString() : arg)
                .toArray(String[]::new);
        Run.here(args).assertRefused(ExitCode.USAGE, option + " is \"-\"", "./- for one of that name.");
        assertFalse(Files.exists(Path.of("-")));
    }

    @Test
    void theDataThatAreReadAreNotReplaced() throws IOException {
        Path data = folder.resolve("holdout.csv");
        String before = Files.readString(data);
        for (String option : new String[] {"--output", "--output-json", "--report"}) {
            Run.here("evaluate", data.toString(), "--label", "label", "--score", "score", option, data.toString())
                    .assertRefused(ExitCode.USAGE, option + " names " + data + ", which is read");
        }
        assertEquals(before, Files.readString(data));
    }

    @Test
    void dataThatFailAreAnErrorInTheTestReport() throws IOException {
        Path old = Holdout.text(folder, "old.xml", "<testsuites/>");
        Run run = Run.here(
                "evaluate",
                folder.resolve("gone.csv").toString(),
                "--label",
                "label",
                "--score",
                "score",
                "--format",
                "junit",
                "--output-junit",
                old.toString());
        run.assertExitCode(ExitCode.BAD_DATA);
        assertTrue(run.out().contains("<error type=\"NO_FILE\" message=\"There is no file or folder "), run.out());
        assertEquals(run.out(), Files.readString(old));
        assertTrue(run.err().startsWith("tiercel: NO_FILE: There is no file or folder "), run.err());
    }

    @Test
    void resultThatCannotBeReadIsAnErrorInTheTestReport() throws IOException {
        Path run = Holdout.text(folder, "cut.json", "{\"schemaVersion\": 1");
        Path xml = folder.resolve("gate.xml");
        Run.here("gate", run.toString(), "--gate", PASSING, "--format", "junit", "--output", xml.toString())
                .assertRefused(ExitCode.BAD_DATA, "NO_RESULT");
        assertTrue(Files.readString(xml).contains("<error type=\"NO_RESULT\" "));
    }

    @Test
    void oneProcessWritesAllFormsOfOneEvaluation() throws IOException {
        Run run = Run.child(
                folder,
                "evaluate",
                "holdout.csv",
                "--label",
                "label",
                "--score",
                "score",
                "--gate",
                FAILING,
                "--output-json",
                "all.json",
                "--output-markdown",
                "all.md",
                "--output-junit",
                "all.xml",
                "--report",
                "all.html");
        run.assertExitCode(ExitCode.FAILED);
        assertEquals("", run.err());
        assertTrue(run.out().startsWith("score "), run.out());
        String time = Run.json(read("all.json")).at("/time/total_ms").asText();
        assertEquals("FAIL", Run.json(read("all.json")).at("/verdict").textValue());
        assertTrue(read("all.md").startsWith("<!-- tiercel:score -->\n\n**✗ Not ready** (FAIL): "), read("all.md"));
        assertTrue(read("all.html").startsWith("<!DOCTYPE html>"), read("all.html"));
        String seconds = xml(read("all.xml")).getDocumentElement().getAttribute("time");
        assertEquals(Double.parseDouble(time) / 1_000, Double.parseDouble(seconds), 0.0006);
        try (Stream<Path> files = Files.list(folder)) {
            assertFalse(files.anyMatch(file -> file.toString().endsWith(".new")));
        }
    }

    @Test
    void markdownGoesToStdout() {
        Run run = evaluate("--format", "markdown", "--slice", "country", "--baseline", "other");
        run.assertExitCode(ExitCode.PASSED);
        assertEquals("", run.err());
        List<String> lines = run.out().lines().toList();
        assertEquals("<!-- tiercel:score -->", lines.get(0));
        assertTrue(lines.contains("### score"), run.out());
        assertTrue(lines.contains("<summary>3 slices</summary>"), run.out());
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("| roc_auc | ")), run.out());
    }

    @Test
    void formsOnStdoutAreThoseInFiles() throws IOException {
        evaluate("--format", "markdown", "--output", file("same.md")).assertExitCode(ExitCode.PASSED);
        evaluate("--output-markdown", file("other.md")).assertExitCode(ExitCode.PASSED);
        assertEquals(withoutCommand(read("same.md")), withoutCommand(read("other.md")));
    }

    @ParameterizedTest
    @CsvSource({"own, 11, 1", "fail, 10, 1", "pass, 0, 0"})
    void inconclusiveIsInTheXmlWhatItIsToTheShell(String inconclusive, int exitCode, int failures) {
        Run run = evaluate("--format", "junit", "--gate", OPEN, "--gate", PASSING, "--inconclusive", inconclusive);
        run.assertExitCode(exitCode);
        Document xml = xml(run.out());
        assertEquals(failures, elements(xml, "failure").size());
        assertEquals(
                1 - failures,
                elements(xml, "system-out").stream()
                        .filter(printed -> printed.getTextContent().startsWith("INCONCLUSIVE " + OPEN))
                        .count());
        assertEquals(2, elements(xml, "testcase").size());
        assertEquals(0, elements(xml, "skipped").size());
    }

    @Test
    void failedGateIsAFailureHoweverInconclusiveOnesCount() {
        Run run = evaluate("--format", "junit", "--gate", FAILING, "--inconclusive", "pass");
        run.assertExitCode(ExitCode.FAILED);
        assertEquals("gate", elements(xml(run.out()), "failure").get(0).getAttribute("type"));
    }

    @Test
    void severalModelsAreSeveralSuitesAndSections() {
        Run junit = evaluate("--score", "other", "--format", "junit", "--gate", PASSING);
        assertEquals(
                List.of("score", "other"),
                elements(xml(junit.out()), "testsuite").stream()
                        .map(suite -> suite.getAttribute("name"))
                        .toList());
        Run markdown = evaluate("--score", "other", "--format", "markdown", "--gate", PASSING);
        assertEquals(
                List.of("### score", "### other"),
                markdown.out().lines().filter(line -> line.startsWith("#")).toList());
    }

    @Test
    void withoutGatesThereIsNoTestCase() {
        Run run = evaluate("--format", "junit");
        run.assertExitCode(ExitCode.PASSED);
        assertEquals(0, elements(xml(run.out()), "testcase").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--output", "--output-markdown", "--output-junit", "--report"})
    void fileThatCannotBeWrittenIs14BeforeTheWork(String option) {
        String missing = folder.resolve("missing").resolve("run.txt").toString();
        evaluate("--output-json", file("never.json"), option, missing)
                .assertRefused(
                        ExitCode.NO_OUTPUT,
                        missing,
                        "its folder does not exist",
                        "Name another file with " + option + ".");
        assertFalse(Files.exists(folder.resolve("never.json")));
    }

    @Test
    void jsonThatCannotBeWrittenIs14() {
        evaluate("--output-json", folder.toString())
                .assertRefused(ExitCode.NO_OUTPUT, "it is a folder", "with --output-json.");
    }

    @Test
    void namesFromDataStayText() throws IOException {
        String name = "a|b`<i>*@x";
        Holdout.text(folder, "odd.csv", "label," + name + "\n" + "1,0.9\n0,0.2\n1,0.6\n0,0.7\n".repeat(30));
        String[] args = {"evaluate", file("odd.csv"), "--label", "label", "--score", name};
        Run markdown = Run.here(Stream.concat(Stream.of(args), Stream.of("--format", "markdown"))
                .toList());
        assertTrue(markdown.out().contains("\n### a\\|b\\`&lt;i&gt;\\*@<!-- -->x\n"), markdown::out);
        Run junit = Run.here(
                Stream.concat(Stream.of(args), Stream.of("--format", "junit")).toList());
        assertEquals(name, elements(xml(junit.out()), "testsuite").get(0).getAttribute("name"));
    }

    private static Run evaluate(String... options) {
        List<String> args =
                new ArrayList<>(List.of("evaluate", file("holdout.csv"), "--label", "label", "--score", "score"));
        args.addAll(List.of(options));
        return Run.here(args);
    }

    private static String file(String name) {
        return folder.resolve(name).toString();
    }

    private static String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    private static List<String> withoutCommand(String markdown) {
        return markdown.lines().filter(line -> !line.startsWith("- command: ")).toList();
    }

    /** Valid against the schema in the docs. */
    private static Document xml(String text) {
        try {
            SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(Path.of("..", "docs", "junit.xsd").toFile())
                    .newValidator()
                    .validate(new StreamSource(new StringReader(text)));
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text)));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError(e.getMessage() + "\n" + text, e);
        }
    }

    private static List<Element> elements(Document xml, String name) {
        NodeList found = xml.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(Element.class::cast)
                .toList();
    }
}
