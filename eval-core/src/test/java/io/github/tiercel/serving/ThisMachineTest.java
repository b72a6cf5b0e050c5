package io.github.tiercel.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.inference.Predictor;
import io.github.tiercel.result.LatencyProfile;
import io.github.tiercel.result.ServingProfile;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The real clock; nothing here depends on how fast or how busy the machine is. */
class ThisMachineTest {

    @Test
    void waitingEndsNoEarlierThanAsked() throws InterruptedException {
        long due = ThisMachine.INSTANCE.nanos() + 2_000_000;
        ThisMachine.INSTANCE.waitUntil(due);
        assertTrue(ThisMachine.INSTANCE.nanos() >= due);
        ThisMachine.INSTANCE.waitUntil(due - 1_000_000_000);
    }

    @Test
    void waitingEndsWhenInterrupted() {
        Thread.currentThread().interrupt();
        long due = ThisMachine.INSTANCE.nanos() + 3_600_000_000_000L;
        assertThrows(InterruptedException.class, () -> ThisMachine.INSTANCE.waitUntil(due));
    }

    @Test
    void thereIsAProcessor() {
        assertTrue(ThisMachine.INSTANCE.processors() >= Runtime.getRuntime().availableProcessors());
        assertTrue(ThisMachine.INSTANCE.load().orElse(0) >= 0);
    }

    @Test
    void aRealModelIsMeasured() {
        Predictor<double[]> model = Predictor.of(row -> 1 / (1 + Math.exp(-row[0])));
        try (MemoryWatch watch = MemoryWatch.start()) {
            ServingProfile profile = LatencyProbe.of(model, VirtualMachine.rows())
                    .batchRows(8)
                    .arrivals(1000, 1)
                    .throughput(8)
                    .runs(2)
                    .calls(200)
                    .runTime(Duration.ofMillis(5))
                    .memory(watch)
                    .build()
                    .measure();
            assertEquals(3, profile.latency().size());
            for (LatencyProfile latency : profile.latency()) {
                assertTrue(latency.calls() >= 400 && latency.runs() == 2, latency.toString());
                assertTrue(latency.minMillis() <= latency.percentile("p50").millis());
                assertTrue(latency.percentile("p99").interval().isPresent());
            }
            assertTrue(profile.throughput().get(0).rowsPerSecond() > 0);
            assertTrue(profile.memory().orElseThrow().heapBytes() > 0);
            assertTrue(profile.probeNanos() > 0);
        }
    }
}
