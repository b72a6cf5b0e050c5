package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.inference.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SegmentFolderProperties {

    private static final int ROWS = 60;

    @Provide
    Arbitrary<List<SegmentName>> names() {
        Arbitrary<Integer> position = Arbitraries.integers().between(0, ROWS - 1);
        return Combinators.combine(position, Arbitraries.integers().between(1, 30))
                .as((from, rows) -> new SegmentName(from, Math.min(ROWS, from + rows)))
                .list()
                .uniqueElements()
                .ofMaxSize(8);
    }

    @Property(seed = "1", tries = 150, edgeCases = EdgeCasesMode.NONE)
    void prefixIsAllThatIsCoveredFromZero(
            @ForAll("names") List<SegmentName> names,
            @ForAll @IntRange(min = 1, max = 4) int outputs,
            @ForAll Precision precision,
            @ForAll @IntRange(max = ROWS) int wanted,
            @ForAll @IntRange(max = 255) int damaged)
            throws IOException {
        Path root = Files.createTempDirectory("tiercel-store");
        StoreKey key = Stored.key("m", outputs, precision);
        SegmentFolder folder = SegmentFolder.open(StoreLayout.open(root), key);
        BitSet covered = new BitSet();
        for (int i = 0; i < names.size(); i++) {
            SegmentName name = names.get(i);
            assertEquals(Published.NEW, folder.publish(Stored.segment(key, name.from(), name.to())));
            if ((damaged >> i & 1) == 1) {
                SegmentFolderTest.damage(folder.path().resolve(name.fileName()));
            } else {
                covered.set(name.from(), name.to());
            }
        }
        StoredPrefix prefix = folder.read(wanted);
        Stored.assertRight(key, prefix);
        assertTrue(prefix.rows() >= Math.min(wanted, covered.nextClearBit(0)));
        assertTrue(prefix.rows() <= covered.nextClearBit(0));
        assertEquals(covered.nextClearBit(0), folder.read(ROWS).rows());
        Stored.delete(root);
    }
}
