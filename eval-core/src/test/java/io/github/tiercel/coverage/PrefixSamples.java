package io.github.tiercel.coverage;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.interval.Design;
import io.github.tiercel.sampling.Sample;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * What prefixes of the stratified order say, in default strata: new rows and a new order in each round.
 *
 * @param <P> the kind of predictions
 */
final class PrefixSamples<P extends Predictions> {

    /** Differences on all rows take as long as all the rest. */
    private static final int ROUNDS_A_LARGE_DIFFERENCE = 4;

    private final Metric<P> reader;
    private final BiFunction<Integer, Random, PairedRows> world;
    private final int rows;
    private final int[] prefixes;
    private final List<Measured<P>> metrics;

    /**
     * Prefixes before any round.
     *
     * @param reader a metric of the task
     * @param world draws so many rows
     * @param rows how many rows a set has
     * @param prefixes how many of them are evaluated; all of them for the last interval that a set can get
     * @param metrics what is measured
     */
    PrefixSamples(
            Metric<P> reader,
            BiFunction<Integer, Random, PairedRows> world,
            int rows,
            int[] prefixes,
            List<Measured<P>> metrics) {
        this.reader = reader;
        this.world = world;
        this.rows = rows;
        this.prefixes = prefixes;
        this.metrics = metrics;
    }

    List<Measured<P>> metrics() {
        return metrics;
    }

    int prefix(int i) {
        return prefixes[i];
    }

    int prefixes() {
        return prefixes.length;
    }

    Measured<P> metric(String name) {
        return metrics.stream()
                .filter(measured -> measured.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Draws so many sets of rows; each has its own seed, so that fewer rounds are the first of more. */
    PrefixSamples<P> run(int rounds, long seed) {
        Random seeds = new Random(seed);
        for (int round = 0; round < rounds; round++) {
            add(world.apply(rows, new Random(seeds.nextLong())), round);
        }
        return this;
    }

    private void add(PairedRows drawn, long seed) {
        EvaluationSet set = drawn.labels().seed(seed).build();
        P first = reader.reads().cast(set.predictions(drawn.first()));
        P second = reader.reads().cast(set.predictions(drawn.second()));
        List<Measured.Pair> full =
                metrics.stream().map(measured -> measured.values(first, second)).toList();
        for (int i = 0; i < prefixes.length; i++) {
            if (prefixes[i] == rows) {
                add(i, set.design(), first, full);
                if (seed % ROUNDS_A_LARGE_DIFFERENCE == 0) {
                    addDifferences(i, set.design(), first, second, full);
                }
            } else {
                addSample(i, set, drawn, full);
                addFirstRows(i, first, full);
            }
        }
    }

    private void addSample(int prefix, EvaluationSet set, PairedRows drawn, List<Measured.Pair> full) {
        Sample sample = set.order().sample(prefixes[prefix]);
        P first = reader.reads().cast(set.predictions(drawn.first(), sample));
        P second = reader.reads().cast(set.predictions(drawn.second(), sample));
        add(prefix, set.design(sample), first, full);
        addDifferences(prefix, set.design(sample), first, second, full);
    }

    private void add(int prefix, Design design, P first, List<Measured.Pair> full) {
        for (int i = 0; i < metrics.size(); i++) {
            metrics.get(i).add(prefix, design, first, full.get(i));
        }
    }

    private void addDifferences(int prefix, Design design, P first, P second, List<Measured.Pair> full) {
        for (int i = 0; i < metrics.size(); i++) {
            metrics.get(i).addDifference(prefix, design, first, second, full.get(i));
        }
    }

    private void addFirstRows(int prefix, P all, List<Measured.Pair> full) {
        P some = reader.reads()
                .cast(all.select(IntStream.range(0, prefixes[prefix]).toArray()));
        for (int i = 0; i < metrics.size(); i++) {
            metrics.get(i).addFirstRows(prefix, some, full.get(i));
        }
    }
}
