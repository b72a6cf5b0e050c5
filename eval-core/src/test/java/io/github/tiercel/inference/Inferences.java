package io.github.tiercel.inference;

import io.github.tiercel.data.Batch;
import io.github.tiercel.data.Features;
import io.github.tiercel.sampling.RowKey;
import io.github.tiercel.sampling.RowOrder;
import io.github.tiercel.sampling.Strata;
import io.github.tiercel.sampling.StratifiedOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Rows that are their own numbers, in an order that is not theirs. */
final class Inferences {

    private Inferences() {}

    static RowOrder order(int rows) {
        return StratifiedOrder.of(RowKey.positions(rows), Strata.single(rows), 1);
    }

    static Features<Integer> features(int rows) {
        return Features.of(IntStream.range(0, rows).boxed().toList());
    }

    static BatchInference<Integer> of(int rows, int batchRows, Predictor<Integer> model) {
        return BatchInference.of(features(rows), order(rows), model, batchRows);
    }

    static List<ScoreBlock> run(BatchInference<?> inference, int from, int to) {
        List<ScoreBlock> blocks = new ArrayList<>();
        inference.run(from, to, blocks::add);
        return blocks;
    }

    /** Features that must be assembled, and so are on another thread. */
    record Slow<X>(Features<X> features) implements Features<X> {

        @Override
        public int rows() {
            return features.rows();
        }

        @Override
        public Batch<X> batch(int[] rows) {
            return features.batch(rows);
        }

        @Override
        public Optional<String> fingerprint(long[] keys, int[] order) {
            return features.fingerprint(keys, order);
        }
    }

    /** What a model does with a batch. */
    @FunctionalInterface
    interface Act {

        void on(Batch<Integer> batch, ScoreSink scores) throws Exception;
    }

    /** A model that does as it is told. */
    record Told(Outputs outputs, int concurrency, Act act) implements Predictor<Integer> {

        static Told to(Act act) {
            return new Told(Outputs.score(), 1, act);
        }

        Told with(String... names) {
            return new Told(Outputs.of(names), concurrency, act);
        }

        Told on(int threads) {
            return new Told(outputs, threads, act);
        }

        @Override
        public void predict(Batch<Integer> batch, ScoreSink scores) throws Exception {
            act.on(batch, scores);
        }
    }
}
