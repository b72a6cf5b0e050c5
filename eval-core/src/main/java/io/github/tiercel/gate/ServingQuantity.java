package io.github.tiercel.gate;

import io.github.tiercel.evaluation.ServingDemand;
import io.github.tiercel.result.GateUnit;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a gate can limit of a model in service, and how such limits are written. */
enum ServingQuantity {
    LATENCY(GateUnit.MILLISECONDS, Inequality.AT_MOST, "5ms"),
    THROUGHPUT(GateUnit.ROWS_PER_SECOND, Inequality.AT_LEAST, "200/s"),
    MEMORY(GateUnit.BYTES, Inequality.AT_MOST, "512MiB"),
    SIZE(GateUnit.BYTES, Inequality.AT_MOST, "50MiB");

    private final GateUnit unit;
    private final Inequality bound;
    private final String example;

    ServingQuantity(GateUnit unit, Inequality bound, String example) {
        this.unit = unit;
        this.bound = bound;
        this.example = example;
    }

    static ServingQuantity of(ServingDemand demand) {
        return switch (demand.quantity()) {
            case "throughput" -> THROUGHPUT;
            case "memory" -> MEMORY;
            case "size" -> SIZE;
            default -> LATENCY;
        };
    }

    GateUnit unit() {
        return unit;
    }

    /** Whether a comparison bounds the quantity on the side where it is worse. */
    boolean allows(Inequality comparator) {
        return comparator.holds(1, 0) == bound.holds(1, 0);
    }

    /** {@return a rule that makes sense: {@code "p99 <= 5ms"}} */
    String example(ServingDemand demand) {
        return demand + " " + bound.sign() + " " + example;
    }

    /** {@return how many of {@link #unit()} a unit has; empty if there is no such unit} */
    Optional<BigDecimal> factor(String name) {
        // Greek keyboards have another letter than the micro sign.
        return Optional.ofNullable(factors().get(name.replace('μ', 'µ')));
    }

    /** {@return the names of units, in ascending order} */
    Set<String> units() {
        return factors().keySet();
    }

    private Map<String, BigDecimal> factors() {
        return switch (this) {
            case LATENCY -> durations();
            case THROUGHPUT -> Map.of("/s", BigDecimal.ONE);
            case MEMORY, SIZE -> bytes();
        };
    }

    private static Map<String, BigDecimal> durations() {
        Map<String, BigDecimal> factors = new LinkedHashMap<>();
        factors.put("ns", new BigDecimal("0.000001"));
        factors.put("us", new BigDecimal("0.001"));
        factors.put("µs", new BigDecimal("0.001"));
        factors.put("ms", BigDecimal.ONE);
        factors.put("s", new BigDecimal(1000));
        return Collections.unmodifiableMap(factors);
    }

    private static Map<String, BigDecimal> bytes() {
        Map<String, BigDecimal> factors = new LinkedHashMap<>();
        factors.put("B", BigDecimal.ONE);
        factors.put("kB", new BigDecimal(1000));
        factors.put("KiB", new BigDecimal(1 << 10));
        factors.put("MB", new BigDecimal(1000_000));
        factors.put("MiB", new BigDecimal(1 << 20));
        factors.put("GB", new BigDecimal(1000_000_000));
        factors.put("GiB", new BigDecimal(1 << 30));
        return Collections.unmodifiableMap(factors);
    }
}
