package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.inference.Precision;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SegmentMergeTest {

    private static final StoreKey KEY = Stored.key();
    private static final int MANY = SegmentMerge.MOST_SEGMENTS + 6;

    @TempDir
    private Path root;

    private StoreLayout layout;
    private SegmentFolder folder;

    @BeforeEach
    void open() throws IOException {
        layout = StoreLayout.open(root);
        folder = SegmentFolder.open(layout, KEY);
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void manySegmentsBecomeOneWithTheSameScores(Precision precision) throws IOException {
        StoreKey key = Stored.key("m", 2, precision);
        SegmentFolder two = SegmentFolder.open(layout, key);
        for (int i = 0; i < MANY; i++) {
            two.publish(Stored.segment(key, 10 * i, 10 * i + 10));
        }
        assertEquals(MANY - 1, two.merge());
        assertEquals(List.of(new SegmentName(0, 10 * MANY)), two.list());
        Stored.assertSame(
                Stored.segment(key, 0, 10 * MANY),
                two.read(10 * MANY).segments().get(0));
    }

    @Test
    void fewSegmentsAreLeftAlone() throws IOException {
        publish(SegmentMerge.MOST_SEGMENTS);
        assertEquals(0, folder.merge());
        assertEquals(SegmentMerge.MOST_SEGMENTS, folder.list().size());
    }

    @Test
    void mergedSegmentsAreOfABoundedSize() throws IOException {
        publish(MANY);
        assertEquals(MANY - 4, new SegmentMerge(folder, 200).run());
        assertEquals(
                List.of(
                        new SegmentName(0, 200),
                        new SegmentName(200, 400),
                        new SegmentName(400, 600),
                        new SegmentName(600, 700)),
                folder.list());
        Stored.assertRight(KEY, folder.read(700));
    }

    @Test
    void batchesOfDifferentSizesStayApart() throws IOException {
        publish(MANY);
        Segment other = Stored.segment(KEY, 10 * MANY, 10 * MANY + 10);
        folder.publish(new Segment(other.scores(), 7, other.inferenceNanos()));
        folder.merge();
        assertEquals(List.of(new SegmentName(0, 700), new SegmentName(700, 710)), folder.list());
        assertEquals(7, folder.read(710).segments().get(1).batchRows());
    }

    @Test
    void whatLiesBehindAGapStays() throws IOException {
        publish(MANY);
        SegmentFolderTest.damage(folder.path().resolve("300-310.arrow"));
        folder.merge();
        assertEquals(new SegmentName(0, 300), folder.list().get(0));
        assertEquals(MANY - 31, folder.list().size() - 1);
        assertEquals(300, folder.read(700).rows());
        folder.publish(Stored.segment(KEY, 300, 310));
        Stored.assertRight(KEY, folder.read(700));
        assertEquals(700, folder.read(700).rows());
    }

    @Test
    void overlapsAreMergedToo() throws IOException {
        publish(MANY);
        folder.publish(Stored.segment(KEY, 5, 33));
        folder.publish(Stored.segment(KEY, 690, 705));
        assertTrue(folder.merge() > 0);
        assertEquals(List.of(new SegmentName(0, 705)), folder.list());
        Stored.assertRight(KEY, folder.read(705));
    }

    private void publish(int segments) throws IOException {
        for (int i = 0; i < segments; i++) {
            folder.publish(Stored.segment(KEY, 10 * i, 10 * i + 10));
        }
    }
}
