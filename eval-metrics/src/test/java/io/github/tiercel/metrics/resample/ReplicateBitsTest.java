package io.github.tiercel.metrics.resample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.metrics.ReferenceTable;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The same seed gives the same bits, on any platform and with any Java from 17 on, now and after the next change. Where
 * a change is meant, the changelog needs a line under "Numbers that changed", and the tables are printed anew.
 */
class ReplicateBitsTest {

    @Test
    void replicatesAndTheirIntervalsAreTheRecordedOnes() {
        assertRecorded("replicate_bits.csv", ReplicateBits.replicates());
    }

    @Test
    void valuesAndTheirIntervalsAreTheRecordedOnes() {
        assertRecorded("value_bits.csv", ReplicateBits.values());
    }

    private static void assertRecorded(String file, List<String> lines) {
        List<ReferenceTable.Row> recorded = ReferenceTable.read(file).rows();
        assertEquals(recorded.size(), lines.size() - 1);
        for (int i = 0; i < recorded.size(); i++) {
            assertEquals(String.join(",", recorded.get(i).cells()), lines.get(i + 1));
        }
        assertEquals(String.join(",", recorded.get(0).columns()), lines.get(0));
    }
}
