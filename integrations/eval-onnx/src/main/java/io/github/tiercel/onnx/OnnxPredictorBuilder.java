package io.github.tiercel.onnx;

import io.github.tiercel.data.DigestSink;
import io.github.tiercel.inference.ModelException;
import io.github.tiercel.inference.ModelFingerprint;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Opens an ONNX model with what its file does not say.
 *
 * <pre>{@code
 * OnnxPredictor model = OnnxPredictor.builder(Path.of("late.onnx"))
 *     .columns("hour", "distance", "origin=ATL", "origin=ORD")
 *     .outputs("on time", "late")
 *     .open();
 * }</pre>
 *
 * <p>Not safe for use by several threads.
 *
 * @since 0.1
 */
public final class OnnxPredictorBuilder {

    /** More threads than this wait for rows. */
    private static final int MOST_THREADS = 16;

    private final Path file;
    private final Map<String, List<String>> categories = new TreeMap<>();
    private List<String> columns = List.of();
    private List<String> outputs = List.of();
    private Optional<String> output = Optional.empty();
    private boolean unknownRefused;
    private int intraOpThreads = 1;
    private int concurrency;

    OnnxPredictorBuilder(Path file) {
        this.file = file;
    }

    /**
     * Names what the model reads: for each column of its matrix, in the order of the training data, a column of numbers
     * ({@code distance}) or one value of a column ({@code origin=ORD}, 1 where it is that value, else 0). For a model
     * with one input a column, the columns in the order of the inputs. Default: the metadata property
     * {@code tiercel.features}, else the names of the inputs.
     *
     * @param names at least one
     * @return this
     */
    public OnnxPredictorBuilder columns(List<String> names) {
        columns = List.copyOf(names);
        return this;
    }

    /**
     * Names what the model reads, see {@link #columns(List)}.
     *
     * @param names at least one
     * @return this
     */
    public OnnxPredictorBuilder columns(String... names) {
        return columns(List.of(names));
    }

    /**
     * Lets the model read a column as the place of its value among some, from 0: -1 for any other value, NaN where
     * missing. Default: the metadata property {@code tiercel.categories.COLUMN}, a JSON list.
     *
     * @param column the column
     * @param values distinct values in the order of the model; integers without a point
     * @return this
     */
    public OnnxPredictorBuilder categories(String column, List<String> values) {
        categories.put(column, List.copyOf(values));
        return this;
    }

    /**
     * Makes a value that is none of the categories of its column an error. Default: it is -1 as a place, and 0 in every
     * matrix column of a value.
     *
     * @return this
     */
    public OnnxPredictorBuilder refuseUnknownCategories() {
        unknownRefused = true;
        return this;
    }

    /**
     * Names the scores of a row: in the order of the tensor, or for maps the keys, in any order. Default: the metadata
     * property {@code tiercel.outputs}, else what the model says, see {@link OnnxPredictor}.
     *
     * @param names distinct names, one for each score
     * @return this
     */
    public OnnxPredictorBuilder outputs(List<String> names) {
        outputs = List.copyOf(names);
        return this;
    }

    /**
     * Names the scores of a row, see {@link #outputs(List)}.
     *
     * @param names distinct names, one for each score
     * @return this
     */
    public OnnxPredictorBuilder outputs(String... names) {
        return outputs(List.of(names));
    }

    /**
     * Names the output of the graph that has the scores. Default: the only one of float or double, or the one called
     * {@code probabilities} or {@code output_probability}.
     *
     * @param name the output's name in the model
     * @return this
     */
    public OnnxPredictorBuilder output(String name) {
        output = Optional.of(name);
        return this;
    }

    /**
     * Sets how many threads work on one batch. Default: 1, which is fastest where several batches are scored at a time.
     *
     * @param threads at least 1
     * @return this
     * @throws IllegalArgumentException if it is less than 1
     */
    public OnnxPredictorBuilder intraOpThreads(int threads) {
        intraOpThreads = positive("threads", threads);
        return this;
    }

    /**
     * Sets how many batches are scored at a time. Default: one for each processor, at most 16, fewer where each takes
     * several threads.
     *
     * @param batches at least 1
     * @return this
     * @throws IllegalArgumentException if it is less than 1
     */
    public OnnxPredictorBuilder concurrency(int batches) {
        concurrency = positive("batches", batches);
        return this;
    }

    private static int positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, got " + value);
        }
        return value;
    }

    /**
     * {@return the model}
     *
     * @throws ModelException if there is no such file, it holds no model that ONNX Runtime can run, or its columns or
     *     outputs cannot be told; the message says what is missing
     */
    public OnnxPredictor open() {
        ModelFile bytes = ModelFile.read(file);
        LoadedModel model = LoadedModel.load(bytes, intraOpThreads);
        try {
            return open(bytes, model);
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
    }

    private OnnxPredictor open(ModelFile bytes, LoadedModel model) {
        ModelInputs inputs = new InputChoice(model, columns, categories, unknownRefused).choose();
        ModelRun run = new ModelRun(model, inputs);
        ScoreReader reader = new OutputNames(model, outputs)
                .name(new OutputChoice(model.file(), model.outputs()).choose(output), run);
        return new OnnxPredictor(
                model,
                run,
                reader,
                reader.outputs(),
                fingerprint(bytes, model),
                bytes.size(),
                bytes.quantisesDynamically(),
                threads());
    }

    private int threads() {
        int processors = Runtime.getRuntime().availableProcessors();
        return concurrency > 0 ? concurrency : Math.max(1, Math.min(MOST_THREADS, processors / intraOpThreads));
    }

    private ModelFingerprint fingerprint(ModelFile bytes, LoadedModel model) {
        return ModelFingerprint.of("onnx:" + bytes.sha256())
                .withTransform(transform())
                .withSetting("onnxruntime", model.environment().getVersion())
                .withSetting("provider", "cpu")
                .withSetting("intra-op threads", Integer.toString(intraOpThreads));
    }

    /** What the file says of columns and categories is in its own digest. */
    private String transform() {
        if (columns.isEmpty() && categories.isEmpty() && output.isEmpty()) {
            return "";
        }
        DigestSink digest = DigestSink.sha256();
        put(digest, columns);
        categories.forEach((column, values) -> put(digest.put(column), values));
        return "columns:" + digest.put(output.orElse("")).hex();
    }

    private static void put(DigestSink digest, List<String> names) {
        digest.put(names.size());
        names.forEach(digest::put);
    }
}
