package io.github.tiercel.inference;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What tells a model from every other model, wherever and whenever it runs: predictions are kept and found under it.
 *
 * <p>Two models with equal fingerprints must give equal scores for equal rows. A digest of the weights is the surest;
 * in a training loop the run and the epoch will do.
 *
 * @param model tells the weights: a digest of them or of the model's file, or run and epoch
 * @param transform tells what is done to rows before the model sees them, such as a version; empty if nothing is
 * @param settings what else can change a score, by name: execution provider, precision, quantisation
 * @since 0.1
 */
public record ModelFingerprint(String model, String transform, SortedMap<String, String> settings) {

    /**
     * Copies the settings.
     *
     * @throws IllegalArgumentException if {@code model} is blank
     */
    public ModelFingerprint {
        if (model.isBlank()) {
            throw new IllegalArgumentException("model must tell one model from another, got \"" + model + "\"");
        }
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    /**
     * {@return the fingerprint of a model that reads rows as they are}
     *
     * @param model tells the weights
     */
    public static ModelFingerprint of(String model) {
        return new ModelFingerprint(model, "", new TreeMap<>());
    }

    /**
     * {@return the fingerprint of a model in training}
     *
     * @param run a name that no other run has
     * @param epoch the epoch after which the model is as it is
     */
    public static ModelFingerprint ofEpoch(String run, int epoch) {
        return of(run + "/" + epoch);
    }

    /**
     * {@return the same with what is done to rows before the model sees them}
     *
     * @param version tells one way of preparing rows from another
     */
    public ModelFingerprint withTransform(String version) {
        return new ModelFingerprint(model, version, settings);
    }

    /**
     * {@return the same with one more setting that can change a score}
     *
     * @param name the setting
     * @param value its value
     */
    public ModelFingerprint withSetting(String name, String value) {
        SortedMap<String, String> more = new TreeMap<>(settings);
        more.putAll(Map.of(name, value));
        return new ModelFingerprint(model, transform, more);
    }
}
