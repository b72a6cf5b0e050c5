package io.github.tiercel.benchmarks;

import io.github.tiercel.data.ColumnRoles;
import io.github.tiercel.data.FeatureBatch;
import io.github.tiercel.data.FeatureRow;
import io.github.tiercel.data.Features;
import io.github.tiercel.duckdb.DuckDbPacker;
import io.github.tiercel.packed.PackedSet;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How long a file takes to pack, and at what peak of memory: 10,000,000 rows of an id, a label and ten features (six
 * doubles, two integers, a float and a text of 500 values) from Parquet, in a process of its own with the heap that
 * {@code ./tiercel pack} has, whose resident set the kernel counts ({@code VmHWM}, and {@code VmRSS} before the work as
 * what a Java runtime takes anyway). Then how long the first 16,384 rows take to read from a set that is open. Targets:
 * 60 s; 256 MiB and 20 bytes a row above the runtime; 20 ms.
 *
 * <p>Run: {@code scripts/benchmark.sh packing}. State of the machine and figures: docs/packing.md.
 */
public final class PackingBenchmark {

    private static final int ROWS = 10_000_000;
    private static final int PREFIX = 16_384;
    private static final int READS = 20;

    private PackingBenchmark() {}

    /**
     * Without arguments makes the file and measures; with arguments is the child that packs.
     *
     * @param args nothing, or the source and the target
     * @throws IOException if a file cannot be read or written
     * @throws InterruptedException if interrupted while the child runs
     * @throws SQLException if the source cannot be made
     */
    public static void main(String[] args) throws IOException, InterruptedException, SQLException {
        if (args.length == 2) {
            pack(Path.of(args[0]), Path.of(args[1]));
            return;
        }
        Path folder = Files.createTempDirectory("tiercel-packing");
        try {
            Path source = folder.resolve("rows.parquet");
            make(source);
            child(source, folder.resolve("packed"));
            read(PackedSet.open(folder.resolve("packed")));
        } finally {
            delete(folder);
        }
    }

    private static void make(Path source) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET memory_limit = '1GB'");
            statement.execute("COPY (SELECT range AS id, hash(range) % 20 = 0 AS late, random() AS a, random() AS b,"
                    + " random() AS c, random() AS d, random() AS e, random() AS f, (random() * 1000)::BIGINT AS g,"
                    + " range % 97 AS h, random()::FLOAT AS i, 'carrier ' || hash(range) % 500 AS j"
                    + " FROM range(" + ROWS + ")) TO '" + source + "' (FORMAT parquet)");
        }
    }

    private static void child(Path source, Path target) throws IOException, InterruptedException {
        String java = System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
        new ProcessBuilder(List.of(
                        java,
                        "-XX:+UseSerialGC",
                        "-Xms32m",
                        "-Xmn16m",
                        "-XX:MinHeapFreeRatio=5",
                        "-XX:MaxHeapFreeRatio=10",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PackingBenchmark.class.getName(),
                        source.toString(),
                        target.toString()))
                .inheritIO()
                .start()
                .waitFor();
    }

    private static void pack(Path source, Path target) throws IOException {
        long before = kibibytes("VmRSS");
        long start = System.nanoTime();
        PackedSet packed =
                DuckDbPacker.of(source, ColumnRoles.label("late").id("id")).pack(target);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "packed %,d rows (%,d MiB from %,d MiB) in %.1f s; resident %d MiB before, %d MiB at most:"
                        + " %.1f bytes a row above 256 MiB and the runtime; load %s%n",
                packed.rows(),
                packed.bytes() >> 20,
                Files.size(source) >> 20,
                seconds,
                before >> 10,
                kibibytes("VmHWM") >> 10,
                ((kibibytes("VmHWM") - before) * 1024.0 - (256 << 20)) / packed.rows(),
                Files.readString(Path.of("/proc/loadavg")).strip());
    }

    private static long kibibytes(String name) throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith(name + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    private static void read(PackedSet packed) {
        int[] order = packed.evaluationSet().order().rows(PREFIX);
        double best = Double.MAX_VALUE;
        double sum = 0;
        for (int i = 0; i < READS; i++) {
            Features<FeatureRow> features = packed.features();
            long start = System.nanoTime();
            FeatureBatch batch = FeatureBatch.of(features.batch(order));
            for (int column = 0; column < batch.columns().size() - 1; column++) {
                sum += batch.doubles(column)[0];
            }
            best = Math.min(best, (System.nanoTime() - start) / 1e6);
        }
        System.out.printf(Locale.ROOT, "first %,d rows: %.1f ms at best of %d (%s)%n", PREFIX, best, READS, sum > 0);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
