package io.github.tiercel.store;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Features;
import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Precision;
import io.github.tiercel.inference.Predictor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Another process at the same store, for what only processes can do to one another.
 *
 * <p>As a program: {@code hold} takes the lock of {@link #KEY} or fails, says so, and keeps it until its input ends;
 * {@code publish} adds one segment after the other, and says so each time, until it is killed; {@code infer} says that
 * it is ready, waits for a line, evaluates a model, and says how many rows it inferred, reused and got wrong;
 * {@code share} does so with eight threads, and says how many rows the model was asked for, checked and got wrong;
 * {@code count} counts the use of rows, and says so once it is written, with the count in {@code said.txt} beside the
 * store, until it is killed; {@code tally} says that it is ready, waits for a line, counts with four threads, and says
 * that it is done.
 */
final class StoreChild implements AutoCloseable {

    static final StoreKey KEY = Stored.key("shared", 2, Precision.FLOAT);

    /** Rows that {@code infer} evaluates: several segments. */
    static final int MODEL_ROWS = 300_000;

    /** Models that {@code tally} counts, and evaluations of them by each process. */
    static final int TALLIED_MODELS = 10;

    static final int TALLIED_BY_EACH = 400;

    private static final int TALLYING_THREADS = 4;
    private static final int SEGMENT_ROWS = 3000;

    private final Process process;
    private final BufferedReader output;

    private StoreChild(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    static StoreChild start(String task, Path store) throws IOException {
        return start(task, store, ProcessBuilder.Redirect.INHERIT);
    }

    /** Starts one that is expected to fail. */
    static StoreChild quiet(String task, Path store) throws IOException {
        return start(task, store, ProcessBuilder.Redirect.DISCARD);
    }

    private static StoreChild start(String task, Path store, ProcessBuilder.Redirect errors) throws IOException {
        return new StoreChild(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoreChild.class.getName(),
                        task,
                        store.toString())
                .redirectError(errors)
                .start());
    }

    /** Waits for the next line that the child says. */
    String line() throws IOException {
        return String.valueOf(output.readLine());
    }

    /** Lets one that waits go on. */
    void goOn() throws IOException {
        try (OutputStream input = process.getOutputStream()) {
            input.write('\n');
        }
    }

    /** Ends it as a power switch would. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("the child does not end");
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        output.close();
    }

    public static void main(String[] arguments) throws Exception {
        StoreLayout layout = StoreLayout.open(Path.of(arguments[1]));
        if (arguments[0].equals("hold")) {
            hold(layout);
        } else if (arguments[0].equals("infer")) {
            infer(Path.of(arguments[1]));
        } else if (arguments[0].equals("share")) {
            SharingChild.run(Path.of(arguments[1]));
        } else if (arguments[0].equals("count")) {
            count(Path.of(arguments[1]));
        } else if (arguments[0].equals("tally")) {
            tally(Path.of(arguments[1]));
        } else {
            publish(SegmentFolder.open(layout, KEY));
        }
    }

    private static void hold(StoreLayout layout) throws IOException {
        try (KeyLock lock = StoreLocks.of(layout).tryAcquire(KEY).orElseThrow()) {
            System.out.println(lock.isExclusive());
            System.in.transferTo(System.out);
        }
    }

    private static void infer(Path store) throws IOException {
        Features<double[]> features = Features.of(IntStream.range(0, MODEL_ROWS)
                .mapToObj(row -> new double[] {row})
                .toArray(double[][]::new));
        Predictor<double[]> model =
                Predictor.<double[]>of(row -> Math.sqrt(row[0])).withFingerprint(ModelFingerprint.of("root"));
        try (PredictionStore opened = PredictionStore.open(store)) {
            EvaluationSet set = EvaluationSet.binary(new boolean[MODEL_ROWS]).build();
            StoredOrder<double[]> order = StoredOrder.of(opened.frozen(set, features), features);
            System.out.println("ready");
            requireLine();
            StoredScores found = opened.scores(order, model, 1000, MODEL_ROWS);
            double[] scores = found.scores(0, MODEL_ROWS);
            long wrong = IntStream.range(0, MODEL_ROWS)
                    .filter(position ->
                            scores[position] != Math.sqrt(order.order().row(position)))
                    .count();
            System.out.println(found.cost().rowsInferred() + " " + found.cost().rowsReused() + " " + wrong);
        }
    }

    static void requireLine() throws IOException {
        if (System.in.read() < 0) {
            throw new IllegalStateException("the parent is gone");
        }
    }

    private static void count(Path folder) throws IOException {
        try (PredictionStore store = PredictionStore.open(folder);
                Writer said = Files.newBufferedWriter(folder.resolveSibling("said.txt"))) {
            while (true) {
                long evaluations = CountedRows.use(store, "m", "fast").evaluations();
                store.flush();
                said.write(evaluations + "\n");
                said.flush();
                System.out.println("counted");
            }
        }
    }

    private static void tally(Path folder) throws Exception {
        try (PredictionStore store = PredictionStore.open(folder)) {
            System.out.println("ready");
            requireLine();
            List<Thread> threads = new ArrayList<>();
            for (int thread = 0; thread < TALLYING_THREADS; thread++) {
                threads.add(new Thread(() -> {
                    for (int i = 0; i < TALLIED_BY_EACH / TALLYING_THREADS; i++) {
                        CountedRows.use(store, "model " + i % TALLIED_MODELS, "fast");
                    }
                }));
            }
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
        }
        System.out.println("done");
    }

    private static void publish(SegmentFolder folder) throws IOException {
        List<SegmentName> there = folder.list();
        int next = there.isEmpty() ? 0 : there.get(there.size() - 1).to();
        while (true) {
            System.out.println(folder.publish(Stored.segment(KEY, next, next + SEGMENT_ROWS)));
            next += SEGMENT_ROWS;
        }
    }
}
