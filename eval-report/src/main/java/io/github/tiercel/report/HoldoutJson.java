package io.github.tiercel.report;

import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.result.HoldoutUse;
import io.github.tiercel.result.ModelResult;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** How often the rows have been used, and by how much the best of so many models may look better than it is. */
final class HoldoutJson {

    private HoldoutJson() {}

    static void write(JsonSink json, HoldoutUse use, Map<String, ModelResult> models) throws IOException {
        counts(json, use);
        Map<String, Map<String, Double>> optimism = new LinkedHashMap<>();
        models.forEach((name, model) -> {
            Map<String, Double> ofModel = optimism(use, model);
            if (!ofModel.isEmpty()) {
                optimism.put(name, ofModel);
            }
        });
        json.someMembers("optimism", optimism, metrics -> {
            for (Map.Entry<String, Double> metric : metrics.entrySet()) {
                json.number(metric.getKey(), metric.getValue());
            }
        });
    }

    static void counts(JsonSink json, HoldoutUse use) throws IOException {
        json.count("models", use.models());
        json.count("evaluations", use.evaluations());
        json.truth("whole", use.isWhole());
        json.members("tiers", use.tiers(), tier -> {
            json.count("models", tier.models());
            json.count("evaluations", tier.evaluations());
        });
    }

    private static Map<String, Double> optimism(HoldoutUse use, ModelResult model) {
        Map<String, Double> optimism = new LinkedHashMap<>();
        for (Map.Entry<String, Estimate> metric : model.metrics().entrySet()) {
            OptionalDouble known = use.optimism(metric.getValue());
            if (known.isPresent() && Double.isFinite(known.getAsDouble())) {
                optimism.put(metric.getKey(), known.getAsDouble());
            }
        }
        return optimism;
    }
}
