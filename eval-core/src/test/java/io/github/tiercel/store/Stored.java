package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.Precision;
import io.github.tiercel.inference.ScoreBlock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Keys and segments for tests: the scores of a position are the same wherever a segment starts. */
final class Stored {

    static final int BATCH_ROWS = 1024;
    static final long NANOS_A_ROW = 1000;

    private Stored() {}

    static StoreKey key(String model, int outputs, Precision precision) {
        List<String> names =
                IntStream.range(0, outputs).mapToObj(i -> "class_" + i).toList();
        return new StoreKey(ModelFingerprint.of(model), "order", new Outputs(names, precision), OptionalInt.empty());
    }

    static StoreKey key() {
        return key("run/1", 1, Precision.DOUBLE);
    }

    static Segment segment(StoreKey key, int from, int to) {
        return segment(key, from, to, 0);
    }

    static Segment segment(StoreKey key, int from, int to, long seed) {
        return new Segment(scores(key, from, to, seed), BATCH_ROWS, NANOS_A_ROW * (to - from));
    }

    private static ScoreBlock scores(StoreKey key, int from, int to, long seed) {
        int outputs = key.outputs().count();
        if (key.outputs().precision() == Precision.DOUBLE) {
            double[][] planes = new double[outputs][to - from];
            for (int output = 0; output < outputs; output++) {
                for (int i = 0; i < planes[output].length; i++) {
                    planes[output][i] = score(output, from + i, seed);
                }
            }
            return ScoreBlock.of(from, planes);
        }
        float[][] planes = new float[outputs][to - from];
        for (int output = 0; output < outputs; output++) {
            for (int i = 0; i < planes[output].length; i++) {
                planes[output][i] = (float) score(output, from + i, seed);
            }
        }
        return ScoreBlock.of(from, planes);
    }

    static double score(int output, int position, long seed) {
        return new SplittableRandom(seed + 31L * output + 1009L * position).nextDouble();
    }

    static void assertSame(Segment expected, Segment actual) {
        assertEquals(expected.batchRows(), actual.batchRows());
        assertEquals(expected.inferenceNanos(), actual.inferenceNanos());
        assertSame(expected.scores(), actual.scores());
    }

    static void assertSame(ScoreBlock expected, ScoreBlock actual) {
        assertEquals(expected.from(), actual.from());
        assertEquals(expected.rows(), actual.rows());
        assertEquals(expected.outputs(), actual.outputs());
        assertEquals(expected.precision(), actual.precision());
        for (int output = 0; output < expected.outputs(); output++) {
            if (expected.precision() == Precision.DOUBLE) {
                assertArrayEquals(bits(expected.doubles(output)), bits(actual.doubles(output)));
            } else {
                assertArrayEquals(bits(expected.floats(output)), bits(actual.floats(output)));
            }
        }
    }

    private static long[] bits(double[] scores) {
        long[] bits = new long[scores.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Double.doubleToRawLongBits(scores[i]);
        }
        return bits;
    }

    private static int[] bits(float[] scores) {
        int[] bits = new int[scores.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Float.floatToRawIntBits(scores[i]);
        }
        return bits;
    }

    /** Requires that a prefix is contiguous from 0 and has the scores of its positions. */
    static void assertRight(StoreKey key, StoredPrefix prefix) {
        int next = 0;
        for (Segment segment : prefix.segments()) {
            assertEquals(next, segment.from());
            assertSame(segment(key, segment.from(), segment.to()).scores(), segment.scores());
            next = segment.to();
        }
        assertEquals(next, prefix.rows());
    }

    /** Deletes first: some file systems force a file to disk when it is overwritten, thousands of times here. */
    static void replace(Path file, byte[] bytes) throws IOException {
        Files.deleteIfExists(file);
        Files.write(file, bytes);
    }

    /** Deletes a folder with all that is in it. */
    static void delete(Path folder) throws IOException {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }

    /** Every file below a folder, by its path from there. */
    static List<String> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
