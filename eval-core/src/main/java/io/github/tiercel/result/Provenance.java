package io.github.tiercel.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a result was made from and with.
 *
 * @param versions versions of Tiercel and of the Java runtime, by name
 * @param fingerprints by name: SHA-256 hashes {@code "rows"} of the row keys in order and {@code "data"} of a file's
 *     bytes or a folder's files; for each model that has one, its own under {@code "model "} and the model's name;
 *     {@code "order"} and {@code "labels"} by which a store finds the rows that such models scored
 * @param seed the seed of sampling and bootstrap
 * @param settings the settings in force, defaults included, by name
 * @param command the command line as given; empty for a call from code
 * @since 0.1
 */
public record Provenance(
        Map<String, String> versions,
        Map<String, String> fingerprints,
        long seed,
        Map<String, String> settings,
        Optional<String> command) {

    /** Copies the maps, keeping their order. */
    public Provenance {
        versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
        fingerprints = Collections.unmodifiableMap(new LinkedHashMap<>(fingerprints));
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /**
     * {@return the same with one more fingerprint}
     *
     * @param name what it is of
     * @param fingerprint the hash
     */
    public Provenance withFingerprint(String name, String fingerprint) {
        Map<String, String> more = new LinkedHashMap<>(fingerprints);
        more.put(name, fingerprint);
        return new Provenance(versions, more, seed, settings, command);
    }

    /**
     * {@return the same with one more setting}
     *
     * @param name the setting
     * @param value its value
     */
    public Provenance withSetting(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.put(name, value);
        return new Provenance(versions, fingerprints, seed, more, command);
    }

    /**
     * {@return the same with the command line}
     *
     * @param line the command line as given
     */
    public Provenance withCommand(String line) {
        return new Provenance(versions, fingerprints, seed, settings, Optional.of(line));
    }
}
