package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.inference.Precision;
import io.github.tiercel.inference.ScoreBlock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged files of every kind are refused or read right, within the memory that a file of their size can need.
 *
 * <p>A raw damage passes CRC32C unseen once in 2^32 files; the forged ones are judged by what was done to them.
 */
class SegmentFuzzTest {

    /** Every so many files one is read through its folder too. */
    private static final int FOLDER = 20;

    @TempDir
    private Path folder;

    private Path file;
    private StoreLayout layout;
    private List<IntactSegment> small;
    private List<IntactSegment> larger;
    private List<IntactSegment> large;
    private final FuzzTally tally = new FuzzTally();

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("segment.arrow");
        layout = StoreLayout.open(folder.resolve("store"));
        small = IntactSegment.small(folder);
        larger = IntactSegment.larger(folder);
        large = IntactSegment.large(folder);
    }

    @Test
    void damagedFilesAreRefusedOrReadRight() throws InterruptedException {
        try {
            FuzzRun.over(FuzzRun.files(1), this::attempt);
        } finally {
            System.out.println(FuzzRun.title("segments") + tally.report());
        }
        if (FuzzRun.isWhole()) {
            tally.requireReach();
            tally.requireReach(Refusal.common(), 200);
            tally.requireReach(EnumSet.allOf(Refusal.class), 5000);
        }
    }

    private void attempt(int index) throws IOException {
        SplittableRandom random = FuzzRun.random("segments", index);
        FuzzedSegment fuzzed = FuzzedSegment.of(intact(random), intact(random), random);
        Stored.replace(file, fuzzed.file().bytes());
        Footprint start = Footprint.now();
        Reading<Segment> reading = read(fuzzed);
        Reading<List<String>> verifying =
                Reading.of(() -> SegmentFile.verify(file, fuzzed.intact().key(), fuzzed.name()));
        Footprint taken = Footprint.now().since(start);
        tally.judged(fuzzed.file(), taken, verifying.reason(file));
        requireAgreement(fuzzed, reading, verifying);
        if (index % FOLDER == 0) {
            readThroughFolder(fuzzed, reading.isRefused());
        }
    }

    private IntactSegment intact(SplittableRandom random) {
        int size = random.nextInt(50);
        return Hostile.one(size < 2 ? large : size < 8 ? larger : small, random);
    }

    private Reading<Segment> read(FuzzedSegment fuzzed) throws IOException {
        return Reading.of(() -> SegmentFile.read(file, fuzzed.intact().key(), fuzzed.name(), fuzzed.rows()));
    }

    /** Verifying looks at all of a file, and reading at no more than it needs. */
    private void requireAgreement(FuzzedSegment fuzzed, Reading<Segment> reading, Reading<List<String>> verifying) {
        reading.value().ifPresent(segment -> requireRight(fuzzed, segment));
        verifying.value().ifPresent(checksums -> assertEquals(fuzzed.intact().checksums(), checksums));
        if (fuzzed.rows() >= fuzzed.name().rows()) {
            assertEquals(verifying.reason(file), reading.reason(file));
        } else {
            assertTrue(verifying.isRefused() || !reading.isRefused(), "verified and not read");
        }
    }

    private static void requireRight(FuzzedSegment fuzzed, Segment found) {
        assertTrue(found.batchRows() > 0 && found.inferenceNanos() >= 0);
        assertEquals(fuzzed.name().from(), found.from());
        assertTrue(found.to() <= fuzzed.name().to());
        assertTrue(
                found.to() >= Math.min(fuzzed.name().to(), (long) fuzzed.name().from() + fuzzed.rows()));
        requireSame(fuzzed.intact().segment().scores(), found.scores());
    }

    /** Requires the same bits as far as scores were read. */
    private static void requireSame(ScoreBlock expected, ScoreBlock found) {
        assertEquals(expected.outputs(), found.outputs());
        assertEquals(expected.precision(), found.precision());
        ScoreBlock part = expected.upTo(found.to());
        for (int output = 0; output < found.outputs(); output++) {
            if (found.precision() == Precision.DOUBLE) {
                assertArrayEquals(part.doubles(output), found.doubles(output));
            } else {
                assertArrayEquals(part.floats(output), found.floats(output));
            }
        }
    }

    /** What is refused goes to the quarantine as it is, and its positions are a gap. */
    private void readThroughFolder(FuzzedSegment fuzzed, boolean isRefused) throws IOException {
        SegmentFolder segments = SegmentFolder.open(layout, fuzzed.intact().key());
        Files.createDirectories(segments.path());
        Path place = segments.path().resolve(fuzzed.name().fileName());
        Files.write(place, fuzzed.file().bytes());
        int from = fuzzed.name().from();
        StoredPrefix prefix = segments.read(from, (int) Math.min(Integer.MAX_VALUE, (long) from + fuzzed.rows()));
        assertEquals(isRefused ? 1 : 0, prefix.quarantined());
        assertEquals(isRefused ? 0 : 1, prefix.segments().size());
        prefix.segments().forEach(segment -> requireRight(fuzzed, segment));
        tally.quarantined(place, layout, fuzzed.file(), isRefused);
    }
}
