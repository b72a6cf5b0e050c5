package io.github.tiercel.result;

import java.util.List;
import java.util.Optional;

/**
 * What was measured of one or several models in service.
 *
 * @param models one a model, in the order they were measured
 * @param provenance what was measured, and with what
 * @since 0.1
 */
public record ServingResult(List<MeasuredModel> models, Provenance provenance) {

    /** Version of the JSON form; it changes only when a reader of the old form would be misled. */
    public static final int SCHEMA_VERSION = 1;

    /** Copies the list. */
    public ServingResult {
        models = List.copyOf(models);
    }

    /** {@return the worst verdict over all models and gates; empty without gates} */
    public Optional<Verdict> verdict() {
        return Verdict.worst(gates().stream().map(GateResult::verdict).toList());
    }

    /** {@return the gates of all models} */
    public List<GateResult> gates() {
        return models.stream().flatMap(model -> model.gates().stream()).toList();
    }
}
