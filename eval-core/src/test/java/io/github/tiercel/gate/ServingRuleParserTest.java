package io.github.tiercel.gate;

import static io.github.tiercel.data.Thrown.assertMisuse;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.evaluation.ServingDemand;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServingRuleParserTest {

    @ParameterizedTest
    @CsvSource({
        "p50 <= 5ms,p50,AT_MOST,5",
        "p90 < 250us,p90,BELOW,0.25",
        "p95 <= 250µs,p95,AT_MOST,0.25",
        "p95 <= 250μs,p95,AT_MOST,0.25",
        "p99 <= 900ns,p99,AT_MOST,0.0009",
        "p99.9 <= 0.1s,p99.9,AT_MOST,100",
        "p99 <= 1.5e2ms,p99,AT_MOST,150",
        "throughput >= 200/s,throughput,AT_LEAST,200",
        "throughput > 0.5/s,throughput,ABOVE,0.5",
        "memory <= 512MiB,memory,AT_MOST,536870912",
        "memory < 2GiB,memory,BELOW,2147483648",
        "memory <= 1.5GB,memory,AT_MOST,1500000000",
        "memory <= 3MB,memory,AT_MOST,3000000",
        "size <= 50KiB,size,AT_MOST,51200",
        "size <= 50kB,size,AT_MOST,50000",
        "size < 700B,size,BELOW,700"
    })
    void limitsAreReadInTheirUnits(String text, String quantity, Inequality comparator, double limit) {
        Rule.OfServing rule = rule(text);
        assertEquals(ServingDemand.of(quantity), rule.demand());
        assertEquals(comparator, rule.comparator());
        assertEquals(limit, rule.limit());
        assertEquals(text, rule.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"p99<=5ms", "  p99   <=  5 ms ", "\tp99 <=5ms\n"})
    void spacingDoesNotMatter(String text) {
        assertEquals(rule("p99 <= 5ms"), rule(text));
    }

    @Test
    void latencyMayNameBatchSizeAndRate() {
        assertEquals(demand(64, -1), rule("p99@batch=64 <= 20ms").demand());
        assertEquals(demand(-1, 200), rule("p99@rate=200 <= 50ms").demand());
        assertEquals(demand(8, 0.5), rule("p99@batch=8,rate=.5 <= 50ms").demand());
        assertEquals(
                "p99@batch=8,rate=1000 <= 50ms",
                rule("p99 @ rate = 1000.0 , batch = 8 <= 50 ms").text());
    }

    private static ServingDemand demand(int batch, double rate) {
        return ServingDemand.ofLatency(
                "p99",
                batch < 0 ? OptionalInt.empty() : OptionalInt.of(batch),
                rate < 0 ? OptionalDouble.empty() : OptionalDouble.of(rate));
    }

    @Test
    void throughputMayNameBatchSizeAndLatencyToKeep() {
        Optional<Duration> kept = Optional.of(Duration.ofNanos(20_500_000));
        assertEquals(
                ServingDemand.ofThroughput(OptionalInt.of(64), Optional.empty()),
                rule("throughput@batch=64 >= 20/s").demand());
        assertEquals(
                ServingDemand.ofThroughput(OptionalInt.empty(), kept),
                rule("throughput@p99=20.5ms >= 20/s").demand());
        assertEquals(
                ServingDemand.ofThroughput(OptionalInt.of(8), Optional.of(Duration.ofNanos(1_500))),
                rule("throughput@batch=8,p99=1.5μs >= 20/s").demand());
        assertEquals(
                "throughput@batch=8,p99=2000ms >= 20/s",
                rule("throughput @ p99 = 2 s , batch = 8 >= 20 /s").text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rate=200|rate=200",
                "batch=0|batch=0",
                "p99=5|p99=5",
                "p99=5min|p99=5min",
                "p50=5ms|p50=5ms",
                "batch=8,batch=9|batch=9",
                "p99=8ms,p99=9ms|p99=9ms",
                "origin=EWR|origin=EWR"
            })
    void settingsOfThroughputAreBatchAndLatencyToKeepAlone(String settings, String wrong) {
        String text = "throughput@" + settings + " >= 200/s";
        assertMisuse(
                "Gate \"" + text + "\" cannot be read at \"" + wrong
                        + "\". Throughput is limited at a batch size, at a 99th percentile of latency to keep, or both:"
                        + " write throughput@batch=64 >= 200/s or throughput@batch=8,p99=5ms >= 200/s.",
                () -> RuleParser.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0ms", "0.1ns", "3601s", "99999999999999999999s"})
    void aLatencyToKeepIsOneThatCanBeKept(String most) {
        String text = "throughput@p99=" + most + " >= 200/s";
        assertMisuse(
                "Gate \"" + text + "\" cannot be read at \"p99=" + most + "\". A latency to keep is from 1ns to 3600s.",
                () -> RuleParser.parse(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p99 <= 5|needs a unit behind 5: ns, us, µs, ms, s. Write p99 <= 5ms.",
                "p99@batch=8 <= 5|needs a unit behind 5: ns, us, µs, ms, s. Write p99@batch=8 <= 5ms.",
                "throughput >= 200|needs a unit behind 200: /s. Write throughput >= 200/s.",
                "memory <= 512|needs a unit behind 512: B, kB, KiB, MB, MiB, GB, GiB. Write memory <= 512MiB.",
                "p99 <= 5min|has the unknown unit \"min\". Units of p99: ns, us, µs, ms, s. Write p99 <= 5ms.",
                "p99 <= 5MiB|has the unknown unit \"MiB\". Units of p99: ns, us, µs, ms, s. Write p99 <= 5ms.",
                "throughput >= 5/min|has the unknown unit \"/min\". Units of throughput: /s. Write throughput >= 200/s.",
                "size <= 5mb|has the unknown unit \"mb\". Units of size: B, kB, KiB, MB, MiB, GB, GiB."
                        + " Write size <= 50MiB.",
                "p99 <= fast|needs a number where it has \"fast\". Write p99 <= 5ms.",
                "p99 <= 0,5ms|needs a number where it has \"0,5ms\". Write p99 <= 5ms.",
                "p99 <= 5ms 6ms|needs a number where it has \"5ms 6ms\". Write p99 <= 5ms.",
                "p99 <= ''|needs a number where it has \"''\". Write p99 <= 5ms.",
                "p99 >= 5ms|bounds p99 on its better side, so that only a good model fails. Write p99 <= 5ms.",
                "memory > 5MiB|bounds memory on its better side, so that only a good model fails."
                        + " Write memory <= 512MiB.",
                "throughput <= 5/s|bounds throughput on its better side, so that only a good model fails."
                        + " Write throughput >= 200/s.",
                "p99 <= 0ms|has the limit 0ms, and no model is measured at that. Write a number above 0, as in"
                        + " p99 <= 5ms.",
                "p99 <= -5ms|has the limit -5ms, and no model is measured at that. Write a number above 0, as in"
                        + " p99 <= 5ms.",
                "throughput >= 1e999/s|has the limit 1e999/s, and no model is measured at that. Write a number above 0,"
                        + " as in throughput >= 200/s.",
                "p97 <= 5ms|names p97, which is not measured. Percentiles: p50, p90, p95, p99, p99.9.",
                "p99.99 <= 5ms|names p99.99, which is not measured. Percentiles: p50, p90, p95, p99, p99.9.",
                "memory@batch=8 <= 5MiB|has settings for memory, which is measured of the model as a whole."
                        + " Write memory <= 512MiB."
            })
    void mistakesAreNamedWithHowToWriteIt(String text, String sentence) {
        assertMisuse("Gate \"" + text + "\" " + sentence, () -> RuleParser.parse(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "country=de|country=de",
                "batch=0|batch=0",
                "batch=-1|batch=-1",
                "batch=1.5|batch=1.5",
                "batch=9999999999|batch=9999999999",
                "rate=0|rate=0",
                "rate=fast|rate=fast",
                "batch=8,batch=9|batch=9",
                "rate=8,rate=9|rate=9",
                "p99=5ms|p99=5ms",
                "batch=8, x|x",
                "64|64"
            })
    void settingsOfLatencyAreBatchAndRateAlone(String settings, String wrong) {
        String text = "p95@" + settings + " <= 5ms";
        assertMisuse(
                "Gate \"" + text + "\" cannot be read at \"" + wrong
                        + "\". Latency is limited at a batch size, at a rate"
                        + " of calls a second, or both: write p95@batch=64 <= 5ms or p95@batch=8,rate=200 <= 5ms.",
                () -> RuleParser.parse(text));
    }

    @Test
    void servingIsNotHeldAgainstTheBaseline() {
        assertMisuse(
                "Gate \"p99 no-worse-than baseline by 1\" compares p99 with the baseline, but how a model behaves in"
                        + " service is held against a limit. Write p99 <= 5ms, throughput >= 200/s, memory <= 512MiB or"
                        + " size <= 50MiB.",
                () -> RuleParser.parse("p99 no-worse-than baseline by 1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"precision >= 0.5", "p >= 0.5", "memory_score >= 0.5", "resize <= 1"})
    void metricsOfSimilarNamesAreMetrics(String text) {
        assertEquals(text, ((Rule.Limit) RuleParser.parse(text)).text());
    }

    private static Rule.OfServing rule(String text) {
        return (Rule.OfServing) RuleParser.parse(text);
    }
}
