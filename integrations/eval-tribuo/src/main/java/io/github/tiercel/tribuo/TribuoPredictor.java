package io.github.tiercel.tribuo;

import io.github.tiercel.data.Batch;
import io.github.tiercel.inference.ModelException;
import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.Precision;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.inference.ScoreSink;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.Model;
import org.tribuo.classification.Label;

/**
 * A Tribuo classifier as a predictor.
 *
 * <pre>{@code
 * Predictor<Flight> model = TribuoPredictor.of(trained).on(flight -> example(flight));
 * int late = model.outputs().names().indexOf("late");
 * }</pre>
 *
 * <p><b>Outputs.</b> One for each label, under its name, in the order of the model's label ids. That order follows from
 * the labels' hash codes: look the positive label up, it may be the first or the second of two. Scores are those of
 * {@link Model#predict(Example)} to the last bit: probabilities if the model {@linkplain Model#generatesProbabilities()
 * generates} them, else whatever it ranks labels by. The label of an example is not read, and may be unknown.
 *
 * <p><b>Fingerprint.</b> For a linear model or a factorisation machine trained by gradient descent: the kind of model
 * and a SHA-256 over the bits of its weights, the names of features and labels in the order of their ids, and the
 * normaliser, told by the scores it gives to one row; and the version of Tribuo as a setting. Provenance is not in it,
 * so training again with the same seed gives the same fingerprint. Other models, and those with hashed feature names,
 * have none unless {@linkplain Predictor#withFingerprint named}.
 *
 * <p><b>Threads.</b> Immutable, and safe for use by several threads as far as the model is; Tribuo's own are. Even so
 * only one thread calls it at a time unless {@link #withConcurrency} allows more, because a model of another make may
 * not be. A row takes about a microsecond in a linear model with ten features set.
 *
 * @since 0.1
 */
public final class TribuoPredictor implements Predictor<Example<Label>> {

    private final Model<Label> model;
    private final Outputs outputs;
    private final Optional<ModelFingerprint> fingerprint;
    private final int concurrency;

    private TribuoPredictor(
            Model<Label> model, Outputs outputs, Optional<ModelFingerprint> fingerprint, int concurrency) {
        this.model = model;
        this.outputs = outputs;
        this.fingerprint = fingerprint;
        this.concurrency = concurrency;
    }

    /**
     * {@return a predictor that one thread calls at a time. Reads all weights once, for the fingerprint}
     *
     * @param model a trained classifier; not to be changed afterwards
     */
    public static TribuoPredictor of(Model<Label> model) {
        Outputs outputs = new Outputs(labels(model.getOutputIDInfo()), Precision.DOUBLE);
        return new TribuoPredictor(model, outputs, WeightsFingerprint.of(model), 1);
    }

    /**
     * {@return the same predictor for several threads at a time}
     *
     * @param threads how many threads may call the model at a time, at least 1
     * @throws IllegalArgumentException if it is less than 1
     */
    public TribuoPredictor withConcurrency(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, got " + threads);
        }
        return new TribuoPredictor(model, outputs, fingerprint, threads);
    }

    /**
     * Scores a batch.
     *
     * @throws ModelException if a row has no feature that the model knows, the model refuses a row (a feature is NaN),
     *     or it gives labels without scores. The message counts rows of the batch from 1
     */
    @Override
    public void predict(Batch<Example<Label>> batch, ScoreSink scores) {
        for (int row = 0; row < batch.size(); row++) {
            Map<String, Label> given = predict(batch.row(row), row, batch.size());
            for (int output = 0; output < outputs.count(); output++) {
                Label label = given.get(outputs.names().get(output));
                if (label == null) {
                    throw new ModelException(
                            "MODEL_OUTPUT",
                            "The model gave no score of \""
                                    + outputs.names().get(output) + "\" for " + place(row, batch.size())
                                    + ". A model that names labels without scoring them cannot be evaluated.");
                }
                scores.score(row, output, label.getScore());
            }
        }
    }

    @Override
    public Outputs outputs() {
        return outputs;
    }

    @Override
    public Optional<ModelFingerprint> fingerprint() {
        return fingerprint;
    }

    @Override
    public int concurrency() {
        return concurrency;
    }

    private Map<String, Label> predict(Example<Label> example, int row, int rows) {
        requireKnownFeature(example, row, rows);
        try {
            return model.predict(example).getOutputScores();
        } catch (IllegalArgumentException e) {
            throw new ModelException("The model refused " + place(row, rows) + ": " + e.getMessage(), e);
        }
    }

    /** Tribuo refuses such a row too, but not if it happens to have as many features as the model knows. */
    private void requireKnownFeature(Example<Label> example, int row, int rows) {
        ImmutableFeatureMap known = model.getFeatureIDMap();
        for (Feature feature : example) {
            if (known.getID(feature.getName()) >= 0) {
                return;
            }
        }
        String first = example.size() == 0
                ? ""
                : ", the first \"" + example.iterator().next().getName() + "\"";
        throw new ModelException(
                "MODEL_FEATURES",
                String.format(
                        Locale.ROOT,
                        "No feature of %s is known to the model (the row has %,d%s; the model knows %,d)."
                                + " Name features as in the data that the model was trained on.",
                        place(row, rows),
                        example.size(),
                        first,
                        known.size()));
    }

    private static String place(int row, int rows) {
        return ModelException.place(row, rows);
    }

    private static List<String> labels(ImmutableOutputInfo<Label> info) {
        return IntStream.range(0, info.size())
                .mapToObj(id -> info.getOutput(id).getLabel())
                .toList();
    }
}
