package io.github.tiercel.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServingBudgetTest {

    @Test
    void rulesAreThoseOfTheCommand() {
        assertEquals(
                List.of(
                        "p50 <= 800us",
                        "p95 <= 3ms",
                        "p99 <= 5ms",
                        "throughput >= 200/s",
                        "memory <= 512MiB",
                        "size <= 50MiB"),
                ServingBudget.of()
                        .p99(Duration.ofMillis(5))
                        .p95(Duration.ofMillis(3))
                        .p50(Duration.ofNanos(800_000))
                        .throughput(200)
                        .memory(512L << 20)
                        .size(50L << 20)
                        .rules());
        assertEquals(List.of(), ServingBudget.of().rules());
    }

    @Test
    void whatCallsAreMeantMayBeSaidFirstOrLast() {
        List<String> rules = List.of("p99@batch=64 <= 20ms");
        Duration most = Duration.ofMillis(20);
        assertEquals(rules, ServingBudget.of().batchRows(64).p99(most).rules());
        assertEquals(rules, ServingBudget.of().p99(most).batchRows(64).rules());
        assertEquals(
                List.of("p90@rate=200 <= 20ms"),
                ServingBudget.of().p90(most).arrivals(200).rules());
        assertEquals(
                List.of("p99@batch=8,rate=12.5 <= 20ms"),
                ServingBudget.of().arrivals(12.5).batchRows(8).p99(most).rules());
    }

    @Test
    void aLaterLimitReplacesAnEarlierOne() {
        assertEquals(
                List.of("p99 <= 4ms"),
                ServingBudget.of()
                        .p99(Duration.ofMillis(5))
                        .p99(Duration.ofMillis(4))
                        .rules());
    }

    @Test
    void twoBudgetsMustBothBeKept() {
        ServingBudget single = ServingBudget.of().p99(Duration.ofMillis(5)).size(1000);
        ServingBudget batches = ServingBudget.of()
                .batchRows(64)
                .p99(Duration.ofMillis(20))
                .throughput(300)
                .size(2000)
                .memory(4096);
        List<String> stricter = List.of("throughput >= 300/s", "memory <= 4KiB", "size <= 1000B");
        assertEquals(
                concat(List.of("p99 <= 5ms", "p99@batch=64 <= 20ms"), stricter),
                single.and(batches).rules());
        assertEquals(
                concat(List.of("p99@batch=64 <= 20ms", "p99 <= 5ms"), stricter),
                batches.and(single).rules());
    }

    @Test
    void throughputSaysWhatCallsItIsOf() {
        Duration most = Duration.ofMillis(20);
        assertEquals(
                List.of(
                        "throughput >= 200/s",
                        "throughput@batch=64 >= 300/s",
                        "throughput@p99=20ms >= 12.5/s",
                        "throughput@batch=1024,p99=0.5ms >= 5/s"),
                ServingBudget.of()
                        .throughput(100)
                        .throughput(300, 64)
                        .throughput(12.5, 1, most)
                        .throughput(5, 1024, Duration.ofNanos(500_000))
                        .throughput(200, 1024)
                        .rules());
        ServingBudget calls = ServingBudget.of().batchRows(8).p99(most).arrivals(5);
        assertEquals(
                List.of("p99@batch=8,rate=5 <= 20ms", "throughput >= 200/s"),
                calls.throughput(200).rules());
    }

    @Test
    void ofTheSameThroughputTheStricterLimitStands() {
        Duration most = Duration.ofMillis(20);
        ServingBudget one = ServingBudget.of().throughput(100).throughput(30, 1, most);
        ServingBudget other =
                ServingBudget.of().throughput(20, 1, most).throughput(200).throughput(7, 8);
        assertEquals(
                List.of("throughput >= 200/s", "throughput@p99=20ms >= 30/s", "throughput@batch=8 >= 7/s"),
                one.and(other).rules());
        assertEquals(Set.of(1024, 1, 8), one.and(other).memory(5).batchSizes());
    }

    private static List<String> concat(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    @Test
    void aBudgetIsNotChangedByWhatIsMadeOfIt() {
        ServingBudget budget = ServingBudget.of().p99(Duration.ofMillis(5));
        budget.p50(Duration.ofMillis(1)).batchRows(8).memory(1).and(budget);
        assertEquals(List.of("p99 <= 5ms"), budget.rules());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1ns",
        "1000, 1us",
        "1500, 1500ns",
        "5000000, 5ms",
        "1000000000, 1s",
        "90000000000, 90s",
        "1000000001, 1000000001ns"
    })
    void timesAreSpelledExactly(long nanos, String text) {
        assertEquals(text, Amounts.time(Duration.ofNanos(nanos)));
    }

    @ParameterizedTest
    @CsvSource({"1, 1B", "1024, 1KiB", "1000, 1000B", "1073741824, 1GiB", "1099511627776, 1024GiB", "1536, 1536B"})
    void bytesAreSpelledExactly(long bytes, String text) {
        assertEquals(text, Amounts.bytes(bytes));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p99 | the limit of p99 must be above 0, got PT0S",
                "batchRows | batchRows must be at least 1, got 0",
                "arrivals | callsPerSecond must be in [0.001, 1e6], got 0.0",
                "throughput | throughput must be above 0 rows a second, got NaN",
                "throughputRows | batchRows must be at least 1, got 0",
                "throughputP99 | p99 must be above 0, got PT0S",
                "memory | memory must be above 0 bytes, got 0",
                "size | size must be above 0 bytes, got -1"
            })
    void whatMakesNoSenseIsRefused(String limit, String message) {
        ServingBudget budget = ServingBudget.of();
        var thrown = assertThrows(IllegalArgumentException.class, () -> {
            switch (limit) {
                case "p99" -> budget.p99(Duration.ZERO);
                case "batchRows" -> budget.batchRows(0);
                case "arrivals" -> budget.arrivals(0);
                case "throughput" -> budget.throughput(Double.NaN);
                case "throughputRows" -> budget.throughput(5, 0);
                case "throughputP99" -> budget.throughput(5, 1, Duration.ZERO);
                case "memory" -> budget.memory(0);
                default -> budget.size(-1);
            }
        });
        assertEquals(message, thrown.getMessage());
    }
}
