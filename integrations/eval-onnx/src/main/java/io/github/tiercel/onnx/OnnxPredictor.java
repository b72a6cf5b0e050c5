package io.github.tiercel.onnx;

import io.github.tiercel.data.Batch;
import io.github.tiercel.data.FeatureBatch;
import io.github.tiercel.data.FeatureRow;
import io.github.tiercel.data.Features;
import io.github.tiercel.inference.KnownCategories;
import io.github.tiercel.inference.ModelException;
import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.inference.ScoreSink;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A model in an ONNX file as a predictor, run by ONNX Runtime on the processor.
 *
 * <pre>{@code
 * try (OnnxPredictor model = OnnxPredictor.open(Path.of("late.onnx"))) {
 *   Features<FeatureRow> features = Features.from(table, model.features().toArray(String[]::new));
 *   EvaluationResult result = Evaluator.of(set).features(features).build().full("late", model);
 * }
 * }</pre>
 *
 * <p><b>Inputs.</b> Either one matrix of float or double, a column of the matrix for each name in
 * {@link OnnxPredictorBuilder#columns} or in the metadata property {@code tiercel.features}, a JSON list. A name is
 * that of a column of numbers, or {@code origin=ORD}: 1 where the column {@code origin} is {@code ORD}, else 0. Or one
 * input for each column, of shape [-1] or [-1, 1] and type float, double, int64, int32, string or bool, named as the
 * column. A column with {@linkplain OnnxPredictorBuilder#categories categories} is read as the place of its value among
 * them.
 *
 * <p><b>Missing values</b> are NaN in float and double, no category where categories are ones and zeros, the empty text
 * in string, and refused in the other types. Integers and doubles are rounded to float where the model reads that.
 *
 * <p><b>Outputs.</b> A tensor of float or double with one row for each row, or a map from class to score for each row.
 * Names are those of {@link OnnxPredictorBuilder#outputs}, else the metadata property {@code tiercel.outputs}, else the
 * keys of the maps in ascending order, else {@code score} for one output and {@code 0}, {@code 1}, ... for several.
 *
 * <p><b>Fingerprint.</b> The SHA-256 of the file, and of files with weights beside it that it names; as transform what
 * the caller said of columns and categories; as settings the version of ONNX Runtime, the execution provider and the
 * number of threads inside an operator. A graph that quantises activations by a scale of the whole batch
 * {@linkplain #isBatchVariant() is said to}.
 *
 * <p><b>Threads.</b> Safe for use by several threads, which share one session. One call uses one thread unless
 * {@linkplain OnnxPredictorBuilder#intraOpThreads set}, so that rows, not operators, are spread over processors.
 * {@link #close} may come at any time: calls at work end as they would, later ones fail.
 *
 * @since 0.1
 */
public final class OnnxPredictor implements Predictor<FeatureRow>, AutoCloseable {

    private final String file;
    private final ModelRun run;
    private final ScoreReader reader;
    private final Outputs outputs;
    private final ModelFingerprint fingerprint;
    private final long bytes;
    private final boolean batchVariant;
    private final int concurrency;
    private final InUse inUse;

    OnnxPredictor(
            LoadedModel model,
            ModelRun run,
            ScoreReader reader,
            Outputs outputs,
            ModelFingerprint fingerprint,
            long bytes,
            boolean batchVariant,
            int concurrency) {
        this.file = model.file();
        this.run = run;
        this.reader = reader;
        this.outputs = outputs;
        this.fingerprint = fingerprint;
        this.bytes = bytes;
        this.batchVariant = batchVariant;
        this.concurrency = concurrency;
        this.inUse = new InUse(model::close);
    }

    /**
     * {@return the model in a file that says itself which columns it reads}
     *
     * @param file an ONNX file
     * @throws ModelException if there is no such file, it holds no model that ONNX Runtime can run, or its columns or
     *     outputs cannot be told; the message says what is missing
     */
    public static OnnxPredictor open(Path file) {
        return builder(file).open();
    }

    /**
     * {@return what opens a model with columns, categories, outputs or threads named by the caller}
     *
     * @param file an ONNX file, read when the model is opened
     */
    public static OnnxPredictorBuilder builder(Path file) {
        return new OnnxPredictorBuilder(file);
    }

    /** {@return the names of the columns that the model reads, each once, for {@link Features#from}} */
    public List<String> features() {
        return run.inputs().features();
    }

    /** {@return how many bytes the file had when it was opened, and the files with weights beside it that it names} */
    public long bytes() {
        return bytes;
    }

    /**
     * Scores a batch. Rows that are no {@link FeatureBatch} are copied into one.
     *
     * @throws ModelException if a column is missing, or holds what the model cannot read; if the model fails, or gives
     *     another number of scores; or after {@link #close}. The message counts rows of the batch from 1
     */
    @Override
    public void predict(Batch<FeatureRow> batch, ScoreSink scores) {
        if (!inUse.enter()) {
            throw new ModelException("The model in " + file + " was closed before this batch of " + batch.size()
                    + " rows. Close it after the evaluation.");
        }
        try {
            run.score(FeatureBatch.of(batch), reader, scores);
        } finally {
            inUse.leave();
        }
    }

    @Override
    public Outputs outputs() {
        return outputs;
    }

    @Override
    public Optional<ModelFingerprint> fingerprint() {
        return Optional.of(fingerprint);
    }

    @Override
    public int concurrency() {
        return concurrency;
    }

    /** {@return whether the graph quantises activations dynamically, by a scale that depends on the whole batch} */
    @Override
    public boolean isBatchVariant() {
        return batchVariant;
    }

    /**
     * {@return the categories of each column that is read by them: as ones and zeros, {@code origin=ORD}, or as places}
     */
    @Override
    public List<KnownCategories<FeatureRow>> categories() {
        return run.categories();
    }

    /** Frees the memory of the model, once calls at work have ended; does not wait for them. Closing twice is once. */
    @Override
    public void close() {
        inUse.close();
    }
}
