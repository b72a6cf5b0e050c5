package io.github.tiercel.serving;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.Batch;
import io.github.tiercel.data.Features;
import io.github.tiercel.inference.Predictor;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowSampleTest {

    private static final int BLOCK = 1000;

    /** Rows on disk: a block is read once, in ascending order, or the test fails. */
    private static final class OnDisk implements Features<double[]> {

        private final Set<Integer> read = new HashSet<>();
        private int last = -1;

        @Override
        public int rows() {
            return 1_000_000;
        }

        @Override
        public Batch<double[]> batch(int[] rows) {
            List<double[]> values =
                    IntStream.of(rows).mapToObj(row -> new double[] {read(row)}).toList();
            return Features.of(values).batch(IntStream.range(0, rows.length).toArray());
        }

        private int read(int row) {
            assertTrue(row > last, () -> "row " + row + " after " + last);
            last = row;
            read.add(row / BLOCK);
            return row;
        }

        @Override
        public boolean isSequential() {
            return true;
        }

        @Override
        public Optional<String> fingerprint(long[] keys, int[] order) {
            return Optional.empty();
        }
    }

    @Test
    void slowRowsAreReadOnceForAllKindsOfCalls() {
        OnDisk features = new OnDisk();
        VirtualMachine machine = VirtualMachine.quiet();
        LatencyProbe.of(machine.model(() -> VirtualMachine.MILLI), features)
                .batchRows(8, 64, 20_000)
                .arrivals(100, 4)
                .throughput(32)
                .build(machine)
                .measure();
        assertEquals(new TreeSet<>(IntStream.rangeClosed(0, 8).boxed().toList()), new TreeSet<>(features.read));
    }

    @Test
    void theQuickCheckReadsThemOnceAsWell() {
        OnDisk features = new OnDisk();
        VirtualMachine machine = VirtualMachine.quiet();
        ServingBudget budget = ServingBudget.of()
                .p99(Duration.ofMillis(5))
                .and(ServingBudget.of().batchRows(64).p99(Duration.ofMillis(5)));
        ServingCheck.of(budget, features, machine).check(machine.model(() -> VirtualMachine.MILLI));
        assertEquals(9, features.read.size());
    }

    @Test
    void callsGetTheRowsThatTheySay() throws InterruptedException {
        double[][] got = new double[1][];
        Predictor<double[]> model = (VirtualMachine.Model) (batch, scores) -> {
            got[0] = IntStream.range(0, batch.size())
                    .mapToDouble(i -> batch.row(i)[0])
                    .toArray();
            IntStream.range(0, batch.size()).forEach(i -> scores.score(i, 0));
        };
        RowSample.of(new OnDisk(), 1).calls(model, 3, 5).next();
        double[] first = got[0];
        RowSample.of(new OnDisk(), 2).calls(model, 3, 5).next();
        assertArrayEquals(first, got[0]);
        assertTrue(IntStream.range(0, 3).allMatch(i -> first[i] >= 0 && first[i] < 8192));
    }

    /** Time to read belongs to no measurement. */
    @Test
    void theClockStartsWhenRowsAreThere() {
        VirtualMachine machine = VirtualMachine.quiet();
        OnDisk slow = new OnDisk();
        Features<double[]> features = new Features<>() {
            @Override
            public int rows() {
                return slow.rows();
            }

            @Override
            public Batch<double[]> batch(int[] rows) {
                machine.pass(60 * VirtualMachine.SECOND);
                return slow.batch(rows);
            }

            @Override
            public boolean isSequential() {
                return true;
            }

            @Override
            public Optional<String> fingerprint(long[] keys, int[] order) {
                return Optional.empty();
            }
        };
        assertEquals(
                5,
                LatencyProbe.of(machine.model(() -> VirtualMachine.MILLI), features)
                        .build(machine)
                        .measure()
                        .latency()
                        .get(0)
                        .runs());
    }
}
