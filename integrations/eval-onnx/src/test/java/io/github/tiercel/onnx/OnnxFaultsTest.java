package io.github.tiercel.onnx;

import static io.github.tiercel.onnx.OnnxGraph.BOOL;
import static io.github.tiercel.onnx.OnnxGraph.FLOAT;
import static io.github.tiercel.onnx.OnnxGraph.INT32;
import static io.github.tiercel.onnx.OnnxGraph.INT64;
import static io.github.tiercel.onnx.OnnxGraph.UINT8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.Column;
import io.github.tiercel.inference.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** What is said of models and rows that do not fit. */
class OnnxFaultsTest {

    private static final String FEATURES = "MODEL_FEATURES";
    private static final String OUTPUT = "MODEL_OUTPUT";
    private static final String FILE = "MODEL_FILE";

    @TempDir
    private Path folder;

    private OnnxPredictor open(OnnxGraph graph, UnaryOperator<OnnxPredictorBuilder> settings) {
        return settings.apply(OnnxPredictor.builder(graph.write(folder, "m.onnx")))
                .open();
    }

    private void refused(String code, String message, OnnxGraph graph, UnaryOperator<OnnxPredictorBuilder> settings) {
        says(code, message, () -> open(graph, settings).close());
    }

    private void refused(String code, String message, OnnxGraph graph) {
        refused(code, message, graph, model -> model);
    }

    private void refusedRows(String code, String message, OnnxGraph graph, Column... columns) {
        try (OnnxPredictor model = open(graph, settings -> settings)) {
            says(code, message, () -> Scored.first(model, columns));
        }
    }

    private static void says(String code, String message, Executable call) {
        ModelException thrown = assertThrows(ModelException.class, call);
        assertEquals(message, thrown.getMessage());
        assertEquals(code, thrown.code());
    }

    @Test
    void aFileThatIsNotThere() {
        Path file = folder.resolve("none.onnx");
        says(
                FILE,
                "There is no model file " + file + ". Paths are relative to where the program runs.",
                () -> OnnxPredictor.open(file));
    }

    @Test
    void aFolder() {
        says(FILE, folder + " is a folder, not an ONNX file. Name the file in it.", () -> OnnxPredictor.open(folder));
    }

    @Test
    void anEmptyFile() throws IOException {
        Path file = Files.write(folder.resolve("m.onnx"), new byte[0]);
        says(FILE, "The model file " + file + " is empty. Export the model again.", () -> OnnxPredictor.open(file));
    }

    @Test
    void aFileThatIsNoModel() throws IOException {
        Path file = Files.writeString(folder.resolve("m.onnx"), "id,late\n1,0\n");
        says(
                FILE,
                "ONNX Runtime 1.29.0 cannot load " + file + ": Failed to load model because protobuf parsing failed."
                        + " The file may be cut short, no ONNX model, or made for a later version.",
                () -> OnnxPredictor.open(file));
    }

    @Test
    void aFileCutShortAnywhereIsRefusedOrSaysWhatIsMissing() throws IOException {
        byte[] whole = Graphs.named(Graphs.network(4, 3), 4).bytes();
        for (int length = 1; length < whole.length; length++) {
            Path file = Files.write(folder.resolve("m.onnx"), Arrays.copyOf(whole, length));
            ModelException thrown = assertThrows(ModelException.class, () -> OnnxPredictor.open(file));
            assertTrue(List.of(FILE, FEATURES).contains(thrown.code()), thrown.getMessage());
        }
    }

    @Test
    void anOperatorThatTheRuntimeDoesNotKnow() {
        Path file = folder.resolve("m.onnx");
        refused(
                FILE,
                "ONNX Runtime 1.29.0 cannot load " + file + ": This is an invalid model. In Node, (\"\","
                        + " Frobnicate, \"\", -1) : (\"x\": tensor(float),) -> (\"y\": tensor(float),) , Error No Op"
                        + " registered for Frobnicate with domain_version of 15. The file may be cut short, no ONNX model, or made for a later version.",
                new OnnxGraph()
                        .input("x", FLOAT, -1, 1)
                        .output("y", FLOAT, -1, 1)
                        .node("Frobnicate", List.of("x"), List.of("y")));
    }

    @Test
    void metadataThatIsNoListOfNames() {
        refused(
                FILE,
                "The metadata property \"tiercel.features\" of m.onnx must be a JSON list of names: expected '[' at"
                        + " character 1.",
                Graphs.sum(2).metadata("tiercel.features", "x0,x1"));
    }

    @Test
    void aMatrixOfColumnsThatNobodyNames() {
        refused(
                FEATURES,
                "The model in m.onnx reads a matrix of 7 columns (\"input\") and does not say which. Name them in the"
                        + " order of the training data, --features a,b,c on the command line or columns(...) in Java,"
                        + " or write them into the model's metadata as tiercel.features.",
                Graphs.sum(7));
    }

    @Test
    void tooFewColumnsAreNamed() {
        refused(
                FEATURES,
                "The model in m.onnx reads a matrix of 7 columns (\"input\"), but 2 are named: a, b. Name one for each"
                        + " column of the matrix; a category is named as COLUMN=VALUE.",
                Graphs.sum(7),
                model -> model.columns("a", "b"));
    }

    @Test
    void aColumnIsNamedTwice() {
        refused(
                FEATURES,
                "The column \"a\" is named twice. Name each column of the model's matrix once, in its order.",
                Graphs.sum(2),
                model -> model.columns("a", "a"));
    }

    @Test
    void aCategoryIsNamedTwice() {
        refused(
                FEATURES,
                "Column \"a\" has the category \"x\" twice. Name each category once, in the order of the model.",
                Graphs.sum(2),
                model -> model.columns("a=x", "a=x"));
    }

    @Test
    void aNameWithoutColumn() {
        refused(
                FEATURES,
                "\"=x\" names no column. Write COLUMN, or COLUMN=VALUE for one category.",
                Graphs.sum(2),
                model -> model.columns("a", "=x"));
    }

    @Test
    void categoriesOfAColumnThatIsNotRead() {
        refused(
                FEATURES,
                "Categories are given for \"orgin\", which the model does not read. Did you mean \"origin\"? It reads"
                        + " origin, x.",
                Graphs.sum(2),
                model -> model.columns("origin", "x").categories("orgin", List.of("ORD")));
    }

    @Test
    void aMatrixBesideOtherInputs() {
        refused(
                FEATURES,
                "The model in m.onnx has 2 inputs, of which \"b\" has the shape [-1, 3]: a matrix beside other inputs"
                        + " cannot be filled from columns. Export it with one matrix, or with one input of shape [-1, 1]"
                        + " for each column.",
                new OnnxGraph()
                        .input("a", FLOAT, -1, 1)
                        .input("b", FLOAT, -1, 3)
                        .output("y", FLOAT, -1, 3)
                        .node("Add", List.of("a", "b"), List.of("y")));
    }

    @Test
    void aMatrixOfIntegers() {
        refused(
                FEATURES,
                "The input \"n\" of the model in m.onnx is a matrix of int64, but only a matrix of float or double can"
                        + " be filled from columns. Export the model with one input for each column.",
                Graphs.cast("n", INT64, -1, 3));
    }

    @Test
    void anInputOfATypeThatNoColumnHas() {
        refused(
                FEATURES,
                "The input \"n\" of the model in m.onnx is of type uint8, but columns fill float, double, int64, int32,"
                        + " string and bool.",
                Graphs.cast("n", UINT8, -1, 1));
    }

    @Test
    void anInputOfThreeDimensions() {
        refused(
                FEATURES,
                "The input \"n\" of the model in m.onnx has the shape [-1, 3, 4], but rows of columns fill"
                        + " [-1, columns], [-1, 1] or [-1].",
                Graphs.cast("n", FLOAT, -1, 3, 4));
    }

    @Test
    void aFixedNumberOfRows() {
        refused(
                FEATURES,
                "The input \"input\" of the model in m.onnx takes exactly 32 rows at a time (shape [32, 4]), but batches"
                        + " differ in size. Export the model with a free batch size.",
                Graphs.sum(FLOAT, 32, 4));
    }

    @Test
    void anotherNumberOfColumnsThanInputs() {
        refused(
                FEATURES,
                "The model in m.onnx has 1 input, but 2 columns are named: a, b. Name one for each input, in this"
                        + " order: n.",
                Graphs.cast("n", INT64, -1),
                model -> model.columns("a", "b"));
    }

    @Test
    void noOutputOfScores() {
        refused(
                OUTPUT,
                "The model in m.onnx gives no scores: \"label\" is int64 [-1]. Export it with its probabilities, float"
                        + " or double, one row for each row of the batch.",
                new OnnxGraph()
                        .input("x", FLOAT, -1)
                        .output("label", INT64, -1)
                        .node("Cast", List.of("x"), List.of("label"), OnnxGraph.integer("to", INT64)));
    }

    @Test
    void severalOutputsThatCouldBeScores() {
        OnnxGraph graph = new OnnxGraph()
                .input("x", FLOAT, -1)
                .output("first", FLOAT, -1)
                .output("second", FLOAT, -1)
                .output("label", INT64, -1)
                .node("Neg", List.of("x"), List.of("first"))
                .node("Abs", List.of("x"), List.of("second"))
                .node("Cast", List.of("x"), List.of("label"), OnnxGraph.integer("to", INT64));
        refused(
                OUTPUT,
                "The model in m.onnx has 2 outputs that could be scores: \"first\", \"second\". Say with output(...)"
                        + " which one it is.",
                graph);
        refused(
                OUTPUT,
                "The model in m.onnx has no output \"secnd\". Did you mean \"second\"? Outputs: \"first\", \"second\","
                        + " \"label\".",
                graph,
                model -> model.output("secnd"));
        refused(
                OUTPUT,
                "The output \"label\" of the model in m.onnx is int64 [-1], but scores are float or double: one row, or"
                        + " one map of classes, for each row of the batch.",
                graph,
                model -> model.output("label"));
    }

    @Test
    void anotherNumberOfNamesThanScores() {
        refused(
                OUTPUT,
                "The model in m.onnx gives 1 score for a row, but 2 outputs are named: \"no\", \"yes\". Name one for"
                        + " each score, in the order of the model.",
                Graphs.named(Graphs.sum(2), 2),
                model -> model.outputs("no", "yes"));
        refused(
                OUTPUT,
                "The outputs of the model in m.onnx must have distinct names, got \"no\", \"no\".",
                Graphs.named(Graphs.sum(2), 2),
                model -> model.outputs("no", "no"));
    }

    @Test
    void aModelThatFailsOnAnEmptyRowNeedsNames() {
        OnnxGraph graph = new OnnxGraph()
                .input("n", INT64, -1)
                .mapOutput("y", INT64)
                .floats("table", new long[] {2, 2}, 1, 2, 3, 4)
                .longs("five", new long[] {1}, 5)
                .node("Sub", List.of("n", "five"), List.of("at"))
                .node("Gather", List.of("table", "at"), List.of("scores"))
                .node(
                        "ai.onnx.ml",
                        "ZipMap",
                        List.of("scores"),
                        List.of("y"),
                        OnnxGraph.integers("classlabels_int64s", 7L, 8L));
        ModelException thrown = assertThrows(ModelException.class, () -> open(graph, model -> model));
        String said = String.valueOf(thrown.getMessage());
        assertEquals(OUTPUT, thrown.code());
        assertTrue(
                said.startsWith("The model in m.onnx does not say how many scores it gives, and fails to score an empty"
                        + " row: indices element out of data bounds"),
                said);
        assertTrue(said.endsWith(" Name its outputs."), said);
        try (OnnxPredictor model = open(graph, settings -> settings.outputs("7", "8"))) {
            double[][] scores = Scored.all(model, Scored.batch(Scored.integers("n", 6, 5)));
            assertArrayEquals(new double[][] {{3, 4}, {1, 2}}, scores);
        }
        try (OnnxPredictor model = open(graph, settings -> settings.outputs("7", "8", "9"))) {
            says(
                    OUTPUT,
                    "The output \"y\" has scores of the classes \"7\", \"8\", but the outputs are named \"7\", \"8\","
                            + " \"9\". Name the classes as the model does, in the order in which you want them.",
                    () -> Scored.all(model, Scored.batch(Scored.integers("n", 5))));
        }
    }

    @Test
    void namesThatAreNotTheKeysOfTheMap() {
        refused(
                OUTPUT,
                "The output \"output_probability\" has scores of the classes \"cat\", \"owl\", but the outputs are"
                        + " named \"cat\", \"dog\". Name the classes as the model does, in the order in which you want"
                        + " them.",
                Graphs.named(Graphs.zipMap("owl", "cat"), 2),
                model -> model.outputs("cat", "dog"));
    }

    @Test
    void aModelWhoseScoresAreNotOnePerRow() {
        OnnxGraph graph = new OnnxGraph()
                .input("x", FLOAT, -1)
                .output("y", FLOAT, 1)
                .node("ReduceSum", List.of("x"), List.of("y"), OnnxGraph.integer("keepdims", 1));
        refusedRows(
                OUTPUT,
                "The output \"y\" has the shape [1] for 2 rows, but scores need the shape [2, 1]: one row of the tensor"
                        + " for each row of the batch. Export the model with a free batch size.",
                graph,
                Scored.numbers("x", 1, 2));
    }

    @Test
    void aColumnThatTheFeaturesDoNotHave() {
        refusedRows(
                FEATURES,
                "The model in m.onnx reads the column \"distance\", which the features do not have. Did you mean"
                        + " \"distanz\"? They have hour, distanz.",
                Graphs.sum(2).metadata("tiercel.features", "[\"hour\", \"distance\"]"),
                Scored.numbers("hour", 1),
                Scored.numbers("distanz", 1));
    }

    @Test
    void textWhereANumberIsRead() {
        refusedRows(
                FEATURES,
                "Column \"x0\" holds text, but the model reads a number of it. Name its categories in the order of the"
                        + " model, or one column of the matrix for each value as \"x0=VALUE\".",
                Graphs.named(Graphs.sum(1), 1),
                Scored.texts("x0", "ORD"));
        refusedRows(
                FEATURES,
                "Column \"n\" holds text, but the model reads int64 of it. Name its categories in the order of the"
                        + " model.",
                Graphs.cast("n", INT64, -1),
                Scored.texts("n", "ORD"));
    }

    @Test
    void valuesThatIntegersCannotHold() {
        refusedRows(
                FEATURES,
                "Column \"n\" has no value at row 2 of a batch of 2, but the model reads int64, which has no missing"
                        + " value. Fill the column in as for training.",
                Graphs.cast("n", INT64, -1),
                Scored.numbers("n", 1, Double.NaN));
        refusedRows(
                FEATURES,
                "Column \"n\" has 1.5 at row 1 of a batch of 2, but the model reads int64, which has no fractions.",
                Graphs.cast("n", INT64, -1),
                Scored.numbers("n", 1.5, 2));
        refusedRows(
                FEATURES,
                "Column \"n\" has -3000000000 at row 1 of a batch of 1, but the model reads int32, which ends at"
                        + " -2147483648.",
                Graphs.cast("n", INT32, -1),
                Scored.integers("n", -3_000_000_000L));
    }

    @Test
    void valuesThatAreNeitherYesNorNo() {
        refusedRows(
                FEATURES,
                "Column \"n\" has \"2\" at row 1 of a batch of 1, but the model reads bool. Give true or false, or 1 or"
                        + " 0.",
                Graphs.cast("n", BOOL, -1),
                Scored.integers("n", 2));
        refusedRows(
                FEATURES,
                "Column \"n\" has no value at row 1 of a batch of 1, but the model reads bool. Give true or false, or 1"
                        + " or 0.",
                Graphs.cast("n", BOOL, -1),
                Scored.numbers("n", Double.NaN));
    }

    @Test
    void unknownCategoriesAreRefusedOnRequest() {
        UnaryOperator<OnnxPredictorBuilder> settings =
                model -> model.columns("origin=ATL", "origin=ORD").refuseUnknownCategories();
        try (OnnxPredictor model = open(Graphs.sum(2), settings)) {
            says(
                    FEATURES,
                    "Column \"origin\" has \"JFK\" at row 3 of a batch of 3, which is none of the 2 categories of the"
                            + " model.",
                    () -> Scored.first(model, Scored.texts("origin", "ATL", null, "JFK")));
        }
    }

    @Test
    void aNumberTooLargeForFloat() {
        refusedRows(
                FEATURES,
                "Column \"x0\" has 1.0E300 at row 2 of a batch of 2, which is too large for the floats that the model"
                        + " reads. Scale the column as for training.",
                Graphs.named(Graphs.sum(1), 1),
                Scored.numbers("x0", Double.POSITIVE_INFINITY, 1e300));
    }

    @Test
    void whatTheRuntimeSaysOfABatchThatItCannotScore() {
        OnnxGraph graph = new OnnxGraph()
                .input("x", FLOAT, -1)
                .output("y", FLOAT, -1)
                .floats("three", new long[] {3}, 1, 2, 3)
                .node("Add", List.of("x", "three"), List.of("y"));
        try (OnnxPredictor model = open(graph, settings -> settings)) {
            ModelException thrown =
                    assertThrows(ModelException.class, () -> Scored.first(model, Scored.numbers("x", 1, 2)));
            assertEquals("MODEL_FAILED", thrown.code());
            String said = String.valueOf(thrown.getMessage());
            assertTrue(said.startsWith("ONNX Runtime failed to score a batch of 2 rows with m.onnx: "), said);
            assertTrue(said.endsWith("."), said);
            assertTrue(said.lines().count() == 1 && !said.contains(".h:") && !said.contains(".cc:"), said);
        }
    }

    @Test
    void threadsBelowOne() {
        OnnxPredictorBuilder builder = OnnxPredictor.builder(folder.resolve("m.onnx"));
        assertEquals(
                "threads must be at least 1, got 0",
                assertThrows(IllegalArgumentException.class, () -> builder.intraOpThreads(0))
                        .getMessage());
        assertEquals(
                "batches must be at least 1, got 0",
                assertThrows(IllegalArgumentException.class, () -> builder.concurrency(0))
                        .getMessage());
    }
}
