package io.github.tiercel.store;

import io.github.tiercel.result.HoldoutUse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How often each model was evaluated on some rows, by tier. One thread. */
final class UseTally {

    private final Map<String, TierTally> tiers = new TreeMap<>();
    private final Set<String> models = new HashSet<>();

    /** Counts evaluations, at least 1, of a model by a tier. */
    void add(String tier, String model, long times) {
        tiers.computeIfAbsent(tier, unknown -> new TierTally()).add(model, times);
        models.add(model);
    }

    void add(UseTally other) {
        other.each(this::add);
    }

    boolean isEmpty() {
        return models.isEmpty();
    }

    void each(Counts counts) {
        tiers.forEach((tier, known) -> known.models.forEach((model, times) -> counts.accept(tier, model, times)));
    }

    /** Returns the counts; there must be one. Takes time for each tier, not for each model. */
    HoldoutUse use(boolean isWhole) {
        Map<String, HoldoutUse.TierUse> uses = new TreeMap<>();
        long evaluations = 0;
        for (Map.Entry<String, TierTally> tier : tiers.entrySet()) {
            TierTally known = tier.getValue();
            uses.put(tier.getKey(), new HoldoutUse.TierUse(known.models.size(), known.evaluations));
            evaluations += known.evaluations;
        }
        return new HoldoutUse(models.size(), evaluations, uses, isWhole);
    }

    /** Takes how often a model was evaluated by a tier. */
    interface Counts {
        void accept(String tier, String model, long times);
    }

    private static final class TierTally {

        private final Map<String, Long> models = new HashMap<>();
        private long evaluations;

        private void add(String model, long times) {
            models.merge(model, times, Long::sum);
            evaluations += times;
        }
    }
}
