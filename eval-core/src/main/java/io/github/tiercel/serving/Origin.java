package io.github.tiercel.serving;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.result.Provenance;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Writes down what a check was made from and with. */
final class Origin {

    private Origin() {}

    static Provenance of(Map<String, String> fingerprints, Map<String, String> settings) {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put(
                "tiercel",
                Optional.ofNullable(Origin.class.getPackage().getImplementationVersion())
                        .orElse("development"));
        versions.put("java", Runtime.version().toString());
        // Nothing is drawn, so any seed tells the truth.
        return new Provenance(versions, fingerprints, EvaluationSet.DEFAULT_SEED, settings, Optional.empty());
    }
}
