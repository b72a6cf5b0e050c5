package io.github.tiercel.benchmarks;

import io.github.tiercel.benchmarks.peers.Machine;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks of kernels and replicates and prints them as tables in Markdown: nanoseconds a row by number of
 * rows, and milliseconds for all replicates.
 *
 * <p>Run: {@code scripts/benchmark.sh kernels}; further arguments go to JMH, for example {@code -p rows=1000000 -f 1}.
 */
public final class KernelTable {

    private static final double NANOS_PER_MILLI = 1e6;

    private KernelTable() {}

    /**
     * Runs all kernels.
     *
     * @param args options of JMH
     * @throws RunnerException if a benchmark fails
     * @throws CommandLineOptionException if an option is none of JMH's
     */
    public static void main(String[] args) throws RunnerException, CommandLineOptionException {
        CommandLineOptions given = new CommandLineOptions(args);
        Collection<RunResult> kernels = new Runner(new OptionsBuilder()
                        .parent(given)
                        .include(KernelBenchmark.class.getName())
                        .build())
                .run();
        Collection<RunResult> replicates = new Runner(new OptionsBuilder()
                        .parent(given)
                        .include(ReplicateBenchmark.class.getName())
                        .build())
                .run();
        System.out.printf(
                "%n%s; %s; %s%n%nCommand: scripts/benchmark.sh kernels %s%n",
                Machine.describe(), Machine.jdk(), LocalDate.now(ZoneOffset.UTC), String.join(" ", args));
        print("Nanoseconds a row (± 99.9 % error)", kernels, result -> result.rows());
        print("Milliseconds for all replicates (± 99.9 % error)", replicates, result -> NANOS_PER_MILLI);
    }

    /** What a score is divided by. */
    @FunctionalInterface
    private interface Unit {

        double of(Measured result);
    }

    private record Measured(String line, int rows, double nanos, double error) {

        static Measured of(RunResult result) {
            BenchmarkParams params = result.getParams();
            String name = params.getBenchmark().substring(params.getBenchmark().lastIndexOf('.') + 1);
            String scheme = params.getParamsKeys().contains("scheme") ? params.getParam("scheme") + " " + name : name;
            String scores = params.getParam("distinct").equals("0") ? "continuous" : params.getParam("distinct");
            return new Measured(
                    scheme + " | " + Double.parseDouble(params.getParam("positives")) * 100 + " % | " + scores,
                    Integer.parseInt(params.getParam("rows")),
                    result.getPrimaryResult().getScore(),
                    result.getPrimaryResult().getScoreError());
        }
    }

    private static void print(String title, Collection<RunResult> results, Unit unit) {
        Map<String, Map<Integer, Measured>> lines = new LinkedHashMap<>();
        Set<Integer> sizes = new LinkedHashSet<>();
        for (RunResult result : results) {
            Measured measured = Measured.of(result);
            lines.computeIfAbsent(measured.line(), line -> new LinkedHashMap<>())
                    .put(measured.rows(), measured);
            sizes.add(measured.rows());
        }
        System.out.printf("%n%s%n%n| kernel | positives | scores |", title);
        sizes.forEach(rows -> System.out.printf(Locale.ROOT, " %,d rows |", rows));
        System.out.printf("%n|---|---|---|%s%n", "---:|".repeat(sizes.size()));
        lines.forEach((line, bySize) -> {
            List<String> cells = new ArrayList<>();
            sizes.forEach(rows -> cells.add(bySize.containsKey(rows) ? cell(bySize.get(rows), unit) : ""));
            System.out.printf("| %s | %s |%n", line, String.join(" | ", cells));
        });
    }

    private static String cell(Measured measured, Unit unit) {
        double by = unit.of(measured);
        return String.format(Locale.ROOT, "%.2f ± %.2f", measured.nanos() / by, measured.error() / by);
    }
}
