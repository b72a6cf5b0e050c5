package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.BinaryPredictions;

/** How many positive and negative rows a sample of other sizes would hold: what rank metrics of two classes rest on. */
record PlannedPositives(
        Positives known,
        StratumCounts positives,
        StratumCounts negatives,
        StratumCounts effectivePositives,
        StratumCounts effectiveNegatives) {

    static PlannedPositives of(BinaryPredictions predictions, Design design) {
        return new PlannedPositives(
                Positives.of(predictions, design),
                StratumCounts.of(design, predictions, predictions::label),
                StratumCounts.of(design, predictions, row -> !predictions.label(row)),
                StratumCounts.positives(design, predictions),
                StratumCounts.negatives(design, predictions));
    }

    Positives at(int[] sampled) {
        return new Positives(
                positives.at(sampled),
                known.positivesInAll(),
                negatives.at(sampled),
                known.negativesInAll(),
                effectivePositives.at(sampled));
    }

    ClassUnits units(int[] sampled) {
        return new ClassUnits(effectivePositives.at(sampled), effectiveNegatives.at(sampled));
    }
}
