package io.github.tiercel.store;

import io.github.tiercel.data.Batch;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Features;
import io.github.tiercel.faults.FaultyFileSystem;
import io.github.tiercel.faults.FileAction;
import io.github.tiercel.files.NewFile;
import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.inference.ScoreSink;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * A process that evaluates a model with a store until it is done, or until it comes to the place where it is to be
 * killed: there it says {@code PARKED} and stays.
 *
 * <p>Arguments: the folder, the model's name, the phase, how many actions of the phase to let pass, the budget. It says
 * {@code R from} where inference begins, {@code B rows nanos} for each batch that it scored, {@code P name} for each
 * segment that is published, {@code E key} for each key that was evicted, and at the end {@code DONE} with the number
 * of wrong scores.
 */
final class StressChild {

    static final int ROWS = 200_000;
    static final int BATCH_ROWS = 1024;

    /** Of merges: rows in a request, which becomes a segment. */
    static final int REQUEST_ROWS = 64;

    private static final PrintStream OUT = System.out;

    private final StressPhase phase;
    private final AtomicInteger left;
    private volatile String linked = "";

    private StressChild(StressPhase phase, int pass) {
        this.phase = phase;
        this.left = new AtomicInteger(pass);
    }

    public static void main(String[] arguments) {
        StressPhase phase = StressPhase.valueOf(arguments[2]);
        StressChild child = new StressChild(phase, Integer.parseInt(arguments[3]));
        FaultyFileSystem files = new FaultyFileSystem();
        files.follow(child::before);
        Path folder = files.path(Path.of(arguments[0]));
        try (PredictionStore store =
                PredictionStore.at(folder).budget(Long.parseLong(arguments[4])).open()) {
            child.evaluate(store, arguments[1]);
        }
        say("CLOSED");
    }

    private void evaluate(PredictionStore store, String model) {
        Features<double[]> features = features();
        EvaluationSet set = EvaluationSet.binary(new boolean[ROWS]).build();
        StoredOrder<double[]> order = StoredOrder.of(store.frozen(set, features), features);
        if (phase == StressPhase.MERGE) {
            for (int rows = REQUEST_ROWS; rows <= 2 * SegmentMerge.MOST_SEGMENTS * REQUEST_ROWS; rows += REQUEST_ROWS) {
                store.scores(order, new Root(model), REQUEST_ROWS, rows, StressChild::heard);
                store.flush();
            }
            done(store.scores(order, new Root(model), REQUEST_ROWS, 1), order, 1);
            return;
        }
        done(store.scores(order, new Root(model), BATCH_ROWS, ROWS, StressChild::heard), order, ROWS);
    }

    static Features<double[]> features() {
        return Features.of(
                IntStream.range(0, ROWS).mapToObj(row -> new double[] {row}).toArray(double[][]::new));
    }

    private static void done(StoredScores found, StoredOrder<double[]> order, int rows) {
        double[] scores = found.scores(0, rows);
        long wrong = IntStream.range(0, rows)
                .filter(position -> scores[position] != Math.sqrt(order.order().row(position)))
                .count();
        say("DONE " + wrong + " " + found.notices());
    }

    private static void heard(StoreEvent event) {
        if (event instanceof StoreEvent.Miss) {
            say("R 0");
        } else if (event instanceof StoreEvent.Resumed resumed) {
            say("R " + resumed.rowsReused());
        } else if (event instanceof StoreEvent.Evicted evicted) {
            say("E " + evicted.key().orElseThrow());
        }
    }

    private void before(FileAction action, Path file) {
        if (phase.isIn(action, file) && left.getAndDecrement() == 0) {
            park();
        }
        String name = String.valueOf(file.getFileName());
        if (action == FileAction.LINK || action == FileAction.MOVE) {
            linked = name;
        } else if (action == FileAction.DELETE && NewFile.isTemporary(file) && !linked.isEmpty()) {
            // The folder was forced to disk before: from here on the segment has to stay.
            say("P " + linked);
            linked = "";
        }
    }

    private static void park() {
        say("PARKED");
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void say(String line) {
        synchronized (OUT) {
            OUT.println(line);
            OUT.flush();
        }
    }

    /** The square root of a row's only feature. */
    private final class Root implements Predictor<double[]> {

        private final String name;

        Root(String name) {
            this.name = name;
        }

        @Override
        public void predict(Batch<double[]> batch, ScoreSink scores) {
            for (int i = 0; i < batch.size(); i++) {
                scores.score(i, Math.sqrt(batch.row(i)[0]));
            }
            if (phase == StressPhase.INFERENCE && left.getAndDecrement() == 0) {
                park();
            }
            say("B " + batch.size() + " " + System.nanoTime());
        }

        @Override
        public Outputs outputs() {
            return Outputs.score();
        }

        @Override
        public Optional<ModelFingerprint> fingerprint() {
            return Optional.of(ModelFingerprint.of(name));
        }
    }
}
