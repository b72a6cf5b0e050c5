package io.github.tiercel.benchmarks.peers;

import io.github.tiercel.benchmarks.SyntheticRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Tiercel, Smile, Tribuo, scikit-learn and pROC on the same file, one after the other, one thread each: what each takes
 * for point values and bootstrap replicates, and whether the values are the same. Programs that are not installed are
 * skipped, with a line that says so. Fails where a value differs by more than 1e-9.
 *
 * <p>Run: {@code scripts/benchmark.sh side-by-side [ROWS] [REPLICATES] [POSITIVE_SHARE]}, which gives the JVM one
 * thread and a collector without threads of its own. Figures: docs/performance.md.
 */
public final class SideBySide {

    private static final int LEAST_ROWS = 1000;
    private static final String DEFAULT_ROWS = "1000000";
    private static final String DEFAULT_REPLICATES = "1000";
    private static final String DEFAULT_SHARE = "0.01";
    private static final long SEED = 1;

    private static final String METHOD = """
            One file of labels and scores, read before each clock starts; one thread each; warmed. Tiercel: median of five
            measurements of the whole job, all replicates run. Others: point values, and a loop of at least five
            replicates and five seconds, extrapolated linearly; no sweep. CPU is that of the process.

            **Ratios compare different algorithms**: Tiercel weighs rows by Poisson draws over one sort; the others draw
            rows with return and sort them again for every replicate. They also compute fewer metrics where the table says
            so. DeLong's interval is compared with DeLong's interval.""";

    private final int rows;
    private final int replicates;
    private final double positiveShare;

    private SideBySide(int rows, int replicates, double positiveShare) {
        if (!(rows >= LEAST_ROWS && rows <= DataFile.MOST_ROWS)) {
            throw new IllegalArgumentException(
                    "ROWS must be in [" + LEAST_ROWS + ", " + DataFile.MOST_ROWS + "], got " + rows);
        }
        if (replicates < 2) {
            throw new IllegalArgumentException("REPLICATES must be at least 2, got " + replicates);
        }
        if (!(positiveShare > 0 && positiveShare < 1)) {
            throw new IllegalArgumentException("POSITIVE_SHARE must be in (0, 1), got " + positiveShare);
        }
        this.rows = rows;
        this.replicates = replicates;
        this.positiveShare = positiveShare;
    }

    /**
     * Measures, prints, and ends with 1 where programs disagree.
     *
     * @param args rows, replicates, and the share of positives, all of them optional
     * @throws IOException if files cannot be written or a program fails
     */
    public static void main(String[] args) throws IOException {
        SideBySide run = new SideBySide(
                Integer.parseInt(argument(args, 0, DEFAULT_ROWS)),
                Integer.parseInt(argument(args, 1, DEFAULT_REPLICATES)),
                Double.parseDouble(argument(args, 2, DEFAULT_SHARE)));
        List<String> differences = run.print();
        differences.forEach(System.err::println);
        if (!differences.isEmpty()) {
            System.exit(1);
        }
    }

    private static String argument(String[] args, int at, String otherwise) {
        return args.length > at ? args[at] : otherwise;
    }

    private List<String> print() throws IOException {
        printHeader();
        List<String> skipped = new ArrayList<>();
        List<Measurement> measurements = measure(skipped);
        Report report = new Report(measurements, replicates);
        System.out.printf("%n%s%n", report.times());
        skipped.forEach(reason -> System.out.printf("%n%s.%n", reason));
        System.out.printf(
                "%nPoint values on all rows, and DeLong's standard error of roc_auc:%n%n%s%n", report.values());
        return Agreement.differences(measurements);
    }

    private void printHeader() {
        System.out.printf(
                "Machine: %s; %s. Date: %s.%n%n",
                Machine.describe(), Machine.jdk(), LocalDate.now(ZoneId.systemDefault()));
        System.out.printf(
                Locale.ROOT,
                "`scripts/benchmark.sh side-by-side %d %d %s`: %,d rows, positive with probability %s, continuous scores"
                        + " (`SyntheticRows`, seed %d), %,d replicates.%n%n%s%n",
                rows,
                replicates,
                positiveShare,
                rows,
                positiveShare,
                SEED,
                replicates,
                METHOD);
    }

    private List<Measurement> measure(List<String> skipped) throws IOException {
        Path folder = Files.createTempDirectory("tiercel-side-by-side");
        try {
            DataFile file =
                    DataFile.write(folder.resolve("rows"), new SyntheticRows(rows, positiveShare, SEED).predictions());
            List<Measurement> measurements = new ArrayList<>();
            for (Peer peer : peers()) {
                try {
                    measurements.addAll(peer.measure(file, replicates));
                } catch (NotInstalledException missing) {
                    skipped.add(missing.getMessage());
                }
            }
            return measurements;
        } finally {
            delete(folder);
        }
    }

    private static List<Peer> peers() {
        return List.of(
                new Tiercel(),
                new ResampleLoop(new SmileMetrics()),
                new ResampleLoop(new TribuoMetrics()),
                new ScikitLearn(),
                new PRoc());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
