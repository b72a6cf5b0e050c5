package io.github.tiercel.store;

import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.Precision;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A segment and the bytes of its file. */
final class IntactSegment {

    private static final List<Integer> BATCH_ROWS = List.of(1, 7, 32, 1000, 65_536, 100_000);

    private final StoreKey key;
    private final Segment segment;
    private final byte[] bytes;
    private final List<String> checksums;

    private IntactSegment(StoreKey key, Segment segment, byte[] bytes, List<String> checksums) {
        this.key = key;
        this.segment = segment;
        this.bytes = bytes;
        this.checksums = checksums;
    }

    SegmentName name() {
        return SegmentName.of(segment);
    }

    /** {@return files of a few hundred bytes to a few KiB, where most bytes are the footer's} */
    static List<IntactSegment> small(Path folder) throws IOException {
        List<IntactSegment> segments = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 40; i++) {
            Precision precision = i % 2 == 0 ? Precision.DOUBLE : Precision.FLOAT;
            int from = Hostile.one(List.of(0, 0, 3, 65_536, 1_000_000, Integer.MAX_VALUE - 50), random);
            segments.add(of(folder, names(i / 2 % 5), precision, from, 1 + random.nextInt(50), random));
        }
        segments.add(of(folder, names(200), Precision.FLOAT, 0, 2, random));
        segments.add(of(folder, List.of(""), Precision.FLOAT, 0, 5, random));
        segments.add(of(folder, List.of("h\u00e4m\n", "\0", "x".repeat(1000)), Precision.DOUBLE, 9, 10, random));
        return segments;
    }

    /** {@return files of several pages} */
    static List<IntactSegment> larger(Path folder) throws IOException {
        SplittableRandom random = new SplittableRandom(2);
        return List.of(
                of(folder, names(0), Precision.DOUBLE, 0, 500, random),
                of(folder, names(1), Precision.FLOAT, 700, 3000, random),
                of(folder, names(4), Precision.DOUBLE, 0, 1024, random));
    }

    /** {@return files of a record batch that is full, and of several} */
    static List<IntactSegment> large(Path folder) throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        return List.of(
                of(folder, names(0), Precision.FLOAT, 0, 65_536, random),
                of(folder, names(0), Precision.FLOAT, 12, 65_537, random),
                of(folder, names(1), Precision.FLOAT, 0, 70_000, random),
                of(folder, names(0), Precision.FLOAT, 1000, 131_100, random));
    }

    private static List<String> names(int more) {
        return IntStream.rangeClosed(0, more).mapToObj(i -> "class_" + i).toList();
    }

    private static IntactSegment of(
            Path folder, List<String> names, Precision precision, int from, int rows, SplittableRandom random)
            throws IOException {
        StoreKey key = new StoreKey(
                ModelFingerprint.of("m" + random.nextLong()),
                "order",
                new Outputs(names, precision),
                OptionalInt.empty());
        Segment scores = Stored.segment(key, from, from + rows);
        Segment segment = new Segment(scores.scores(), Hostile.one(BATCH_ROWS, random), random.nextLong(1L << 40));
        Path file = Files.createTempFile(folder, "intact", ".arrow");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            SegmentFile.write(channel, key, segment);
        }
        List<String> checksums = SegmentFile.verify(file, key, SegmentName.of(segment));
        IntactSegment intact = new IntactSegment(key, segment, Files.readAllBytes(file), checksums);
        Files.delete(file);
        return intact;
    }

    StoreKey key() {
        return key;
    }

    Segment segment() {
        return segment;
    }

    byte[] bytes() {
        return bytes;
    }

    /** {@return those of its columns' blocks} */
    List<String> checksums() {
        return checksums;
    }
}
