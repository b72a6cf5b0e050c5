package io.github.tiercel.result;

import java.util.List;

/**
 * A model that was measured in service, and nothing else.
 *
 * @param model the model's name
 * @param serving what was measured
 * @param gates one judgement a rule; empty without gates
 * @since 0.1
 */
public record MeasuredModel(String model, ServingProfile serving, List<GateResult> gates) {

    /** Copies the list. */
    public MeasuredModel {
        gates = List.copyOf(gates);
    }
}
