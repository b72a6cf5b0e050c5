package io.github.tiercel.report;

import io.github.tiercel.result.GateResult;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.SliceResult;
import io.github.tiercel.result.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which gates are on which slices. A rule is known by what it begins with, up to its sign; a slice's value may hold a
 * sign of its own, so each is tried.
 */
final class SliceGates {

    private static final Pattern SIGN = Pattern.compile(" (>=|>|<=|<|no-worse-than) ");
    private static final String AGAINST_BASELINE = "no-worse-than";

    private final ModelResult model;
    private final Map<String, List<GateResult>> bySubject = new HashMap<>();
    private final Map<String, List<Double>> limits = new HashMap<>();
    private final Set<String> gatedMetrics = new HashSet<>();
    private final Set<String> gatedColumns = new HashSet<>();

    SliceGates(ModelResult model) {
        this.model = model;
        model.gates().forEach(this::add);
        for (String metric : model.metrics().keySet()) {
            model.slices().stream().filter(slice -> isGated(metric, slice)).forEach(slice -> {
                gatedMetrics.add(metric);
                gatedColumns.add(metric + "@" + slice.column());
            });
        }
    }

    private void add(GateResult gate) {
        Matcher sign = SIGN.matcher(gate.rule());
        for (int from = 0; sign.find(from); from = sign.start() + 1) {
            String subject = gate.rule().substring(0, sign.start());
            bySubject.computeIfAbsent(subject, key -> new ArrayList<>()).add(gate);
            if (!sign.group(1).equals(AGAINST_BASELINE)) {
                limits.computeIfAbsent(subject, key -> new ArrayList<>()).add(gate.limit());
            }
        }
    }

    /** {@return the metric that slices are gated on, else the first; empty without metrics} */
    Optional<String> metric() {
        return model.metrics().keySet().stream()
                .filter(this::hasAnyOn)
                .findFirst()
                .or(() -> model.metrics().keySet().stream().findFirst());
    }

    /** {@return whether any slice has a gate on a metric} */
    boolean hasAnyOn(String metric) {
        return gatedMetrics.contains(metric);
    }

    boolean isGated(String metric, SliceResult slice) {
        return bySubject.containsKey(subject(metric, slice));
    }

    /** {@return whether a slice has no gate on a metric though others by the same column have} */
    boolean isLeftOut(String metric, SliceResult slice) {
        return gatedColumns.contains(metric + "@" + slice.column()) && !isGated(metric, slice);
    }

    boolean hasFailed(String metric, SliceResult slice) {
        return bySubject.getOrDefault(subject(metric, slice), List.of()).stream()
                .anyMatch(gate -> gate.verdict() == Verdict.FAIL);
    }

    /** {@return the limits of gates on a metric on a slice} */
    List<Double> limits(String metric, SliceResult slice) {
        return limits.getOrDefault(subject(metric, slice), List.of());
    }

    /** {@return the limits of gates on a metric on all rows} */
    List<Double> limits(String metric) {
        return limits.getOrDefault(metric, List.of());
    }

    private static String subject(String metric, SliceResult slice) {
        return metric + "@" + slice.column() + "=" + slice.value();
    }
}
