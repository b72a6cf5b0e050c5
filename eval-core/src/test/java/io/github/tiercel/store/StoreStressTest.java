package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Outputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills processes in every phase of their work with a store, over and over on the same folder, and looks each time at
 * what they left. {@code scripts/stress.sh} does the same with a thousand kills.
 */
@Tag("long")
class StoreStressTest {

    private static final int KILLS = Integer.getInteger("tiercel.stress.kills", 42);
    private static final long SEED = Long.getLong("tiercel.stress.seed", 6);
    private static final int SAID_EVERY = 100;
    private static final long LARGE = 1L << 40;

    /** Less than one model's scores, so that whatever may be deleted is. */
    private static final long TIGHT = 1_000_000;

    @TempDir
    private Path folder;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Map<StressPhase, Integer> kills = new EnumMap<>(StressPhase.class);
    private final Map<String, Integer> rowsSeen = new HashMap<>();
    private final StoredOrder<double[]> order =
            StoredOrder.of(EvaluationSet.binary(new boolean[StressChild.ROWS]).build(), StressChild.features());
    private int runs;
    private int models;
    private int mostLost;
    private long mostWork;

    @Test
    void killedProcessesLeaveNothingWrongAndLoseNothingPublished() throws Exception {
        System.out.println("Stress: " + KILLS + " kills, seed " + SEED);
        while (sum() < KILLS) {
            StressPhase phase = rarest();
            run(phase, model(phase));
            assertTrue(runs < 3 * KILLS + 50, () -> "phases are not reached: " + kills);
        }
        System.out.printf(
                Locale.ROOT,
                "Killed in %s, %d runs; to be inferred again were at most %,d rows, and %.2f s of work%n",
                kills,
                runs,
                mostLost,
                mostWork / 1e9);
        int least = KILLS / StressPhase.values().length;
        Stream.of(StressPhase.values())
                .forEach(phase -> assertTrue(kills.getOrDefault(phase, 0) >= least, () -> String.valueOf(kills)));
        assertEquals(List.of(), StoreCatalog.open(folder).verify().problems());
    }

    private int sum() {
        return kills.values().stream().mapToInt(count -> count).sum();
    }

    private StressPhase rarest() {
        return Stream.of(StressPhase.values())
                .min(Comparator.comparingInt(phase -> kills.getOrDefault(phase, 0)))
                .orElseThrow();
    }

    /** Whoever is killed is followed by one that goes on with the same model, until it is done. */
    private String model(StressPhase phase) {
        return switch (phase) {
            case MERGE -> "merged " + models;
            case EVICTION -> "evicting " + runs;
            default -> "model " + models;
        };
    }

    private int pass(StressPhase phase) {
        return switch (phase) {
            case INFERENCE -> random.nextInt(190);
            case WRITE, VERIFY -> random.nextInt(25);
            case RENAME, FOLDER_SYNC -> random.nextInt(5);
            case MERGE -> random.nextInt(800);
            case EVICTION -> random.nextInt(20);
        };
    }

    private void run(StressPhase phase, String model) throws Exception {
        runs++;
        boolean evicts = phase == StressPhase.EVICTION;
        if (evicts) {
            makeOld();
        }
        StressRun run = StressRun.of(folder, model, phase, pass(phase), evicts ? TIGHT : LARGE);
        if (run.wasKilled()) {
            kills.merge(phase, 1, Integer::sum);
            sayHowFar();
        } else {
            models++;
        }
        int rows = look(key(model), false);
        run.published().forEach(name -> assertTrue(name.to() <= rows, () -> name + " was published and is not there"));
        run.requireLittleLoss(rows);
        mostLost = Math.max(mostLost, run.lost(rows));
        mostWork = Math.max(mostWork, run.lostNanos(rows));
        lookAtAnother(evicts);
    }

    private void sayHowFar() {
        if (sum() % SAID_EVERY == 0) {
            System.out.println(sum() + " of " + KILLS + " kills");
        }
    }

    private StoreKey key(String model) {
        return new StoreKey(
                ModelFingerprint.of(model), order.fingerprint().orElseThrow(), Outputs.score(), OptionalInt.empty());
    }

    /** Reads what a key has, every number of it; returns its rows. */
    private int look(StoreKey key, boolean mayBeGone) throws IOException {
        StoredPrefix found = SegmentFolder.open(StoreLayout.open(folder), key).read(Integer.MAX_VALUE);
        assertEquals(0, found.quarantined());
        double[] scores = Prefix.of(found.segments()).scores(0, found.rows());
        for (int position = 0; position < scores.length; position++) {
            assertEquals(Math.sqrt(order.order().row(position)), scores[position]);
        }
        int before = rowsSeen.getOrDefault(key.hex(), 0);
        assertTrue(mayBeGone || found.rows() >= before, () -> found.rows() + " rows of " + before + " are left");
        rowsSeen.put(key.hex(), found.rows());
        return found.rows();
    }

    /** After an eviction any of the old keys may be gone, or a part of it: the rest is a prefix all the same. */
    private void lookAtAnother(boolean mayBeGone) throws IOException {
        if (mayBeGone) {
            rowsSeen.clear();
        }
        List<StoredKey> keys = StoreCatalog.open(folder).list();
        for (StoredKey key : mayBeGone ? keys : keys.subList(0, Math.min(1, keys.size()))) {
            look(key.key(), mayBeGone);
        }
        if (!mayBeGone && !keys.isEmpty()) {
            look(keys.get(random.nextInt(keys.size())).key(), false);
        }
    }

    private void makeOld() throws IOException {
        FileTime old = FileTime.from(Instant.now().minus(Duration.ofHours(1)));
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Files.setLastModifiedTime(file, old);
        }
    }
}
