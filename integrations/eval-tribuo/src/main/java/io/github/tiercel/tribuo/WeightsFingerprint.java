package io.github.tiercel.tribuo;

import io.github.tiercel.data.DigestSink;
import io.github.tiercel.inference.ModelFingerprint;
import java.util.Arrays;
import java.util.Optional;
import org.tribuo.Example;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.Model;
import org.tribuo.Tribuo;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.fm.FMClassificationModel;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.common.sgd.AbstractSGDModel;
import org.tribuo.hash.HashedFeatureMap;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.la.Matrix;
import org.tribuo.math.la.SGDVector;
import org.tribuo.math.la.Tensor;

/** What tells one model trained by gradient descent from another: all that its scores come from. */
final class WeightsFingerprint {

    /** Features of the row whose scores stand for the normaliser. */
    private static final int PROBED = 64;

    private WeightsFingerprint() {}

    /** {@return the fingerprint of a linear model or a factorisation machine; empty for any other} */
    static Optional<ModelFingerprint> of(Model<Label> model) {
        if (model instanceof LinearSGDModel linear) {
            return ofWeights(linear);
        }
        return model instanceof FMClassificationModel machine ? ofWeights(machine) : Optional.empty();
    }

    private static Optional<ModelFingerprint> ofWeights(AbstractSGDModel<Label> model) {
        ImmutableFeatureMap features = model.getFeatureIDMap();
        Tensor[] weights = model.getModelParameters().get();
        // A hashed map keeps its salt to itself; other tensors may hold more than their values tell.
        if (features instanceof HashedFeatureMap
                || features.size() == 0
                || !Arrays.stream(weights).allMatch(WeightsFingerprint::isPlain)) {
            return Optional.empty();
        }
        DigestSink digest = DigestSink.sha256();
        putFeatures(digest, features);
        putLabels(digest, model.getOutputIDInfo());
        for (Tensor tensor : weights) {
            put(digest, tensor);
        }
        putNormaliser(digest, model);
        String kind = model.getClass().getSimpleName();
        return Optional.of(
                ModelFingerprint.of(kind + ":" + digest.put(kind).hex()).withSetting("tribuo", Tribuo.VERSION));
    }

    private static boolean isPlain(Tensor tensor) {
        return tensor instanceof Matrix || tensor instanceof SGDVector;
    }

    private static void putFeatures(DigestSink digest, ImmutableFeatureMap features) {
        digest.put(features.size());
        for (int id = 0; id < features.size(); id++) {
            digest.put(features.get(id).getName());
        }
    }

    private static void putLabels(DigestSink digest, ImmutableOutputInfo<Label> labels) {
        digest.put(labels.size());
        for (int id = 0; id < labels.size(); id++) {
            digest.put(labels.getOutput(id).getLabel());
        }
    }

    private static void put(DigestSink digest, Tensor tensor) {
        for (int length : tensor.getShape()) {
            digest.put(length);
        }
        if (tensor instanceof Matrix matrix) {
            put(digest, matrix);
        } else if (tensor instanceof SGDVector vector) {
            put(digest, vector);
        }
    }

    private static void put(DigestSink digest, Matrix matrix) {
        for (int i = 0; i < matrix.getDimension1Size(); i++) {
            for (int j = 0; j < matrix.getDimension2Size(); j++) {
                digest.put(matrix.get(i, j));
            }
        }
    }

    private static void put(DigestSink digest, SGDVector vector) {
        for (int i = 0; i < vector.size(); i++) {
            digest.put(vector.get(i));
        }
    }

    /**
     * The normaliser is private to the model, and writing the whole model to read its name takes a hundred milliseconds
     * where there are hundreds of features. What it makes of one row tells it from any other.
     */
    private static void putNormaliser(DigestSink digest, AbstractSGDModel<Label> model) {
        ImmutableFeatureMap features = model.getFeatureIDMap();
        int size = Math.min(PROBED, features.size());
        String[] names = new String[size];
        double[] values = new double[size];
        for (int id = 0; id < size; id++) {
            names[id] = features.get(id).getName();
            values[id] = 1;
        }
        Example<Label> row = new ArrayExample<>(LabelFactory.UNKNOWN_LABEL, names, values);
        for (Label label : model.predict(row).getOutputScores().values()) {
            digest.put(label.getScore());
        }
        digest.put(model.generatesProbabilities());
    }
}
