package io.github.tiercel.samples;

import io.github.tiercel.data.Columns;
import io.github.tiercel.data.FeatureRow;
import io.github.tiercel.data.Features;
import io.github.tiercel.data.IntegerColumn;
import io.github.tiercel.data.TextColumn;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.report.ParityTable;
import io.github.tiercel.report.SkewTable;
import io.github.tiercel.result.ParityResult;
import io.github.tiercel.serving.FeatureSkew;
import io.github.tiercel.serving.ParityCheck;
import io.github.tiercel.serving.ParityLimits;
import io.github.tiercel.serving.PipelineScores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/**
 * Whether what is served is what was trained. A model knows the late rate of each hour of departure. Its service has
 * the same rates in 32 bits, which is harmless, and reads the hour off a clock in New York, which is not: at the
 * airports of the west coast it is three hours ahead. ROC-AUC barely moves; scores, decisions and the rows tell at
 * once.
 *
 * <p>Run from the root of the repository: {@code scripts/sample.sh 14}. The path of the flights to read may follow, and
 * that of a file beside which both sides are written as {@code trained.csv} and {@code served.csv}; they are in
 * {@code samples/target} unless named.
 *
 * <p>Output, in part:
 *
 * <pre>
 * served against trained, 78,543 rows, tolerance 0.00001, threshold 0.08
 *                   value     95 % interval
 * max_difference    0.2856                      0 of 78,543 rows identical
 * beyond_tolerance  0.1499    [0.1474, 0.1524]  11,770 rows
 * label_flips       0.0231    [0.0220, 0.0241]  1,812 rows
 * ...
 * roc_auc   0.7079  [0.7002, 0.7156]  0.7176   -0.0096     [-0.0119, -0.0074]     &lt;0.001  worse
 * ...
 * first rows beyond the tolerance
 * row  id       trained  served  difference
 *   1  1978943  0.2491   0.2857  0.03664            hour=0 (served 3), origin=RNO
 * ...
 * Verdict: FAIL: 3 of 3 gates failed.
 * ...
 * column  PSI    KS     p, Holm  mean   before
 * hour    0.003  0.018   &lt;0.001  13.33  13.20   significant
 * origin  0.000           1.000
 * </pre>
 */
public final class Sample14_Parity {

    /** Airports where it is three hours earlier than in New York. */
    private static final Set<String> WEST = Set.of("LAX", "SFO", "SEA", "SAN", "PDX", "OAK", "SJC", "LAS", "RNO");

    private static final int HOURS = 24;
    private static final int AHEAD = 3;

    private Sample14_Parity() {}

    public static void main(String[] arguments) throws IOException {
        double[] rates = rates(Flights.past(arguments));
        Flights flights = Flights.future(arguments);
        Columns trained = features("trained", flights, Flight::hour);
        Columns served = features("served", flights, Sample14_Parity::hourInNewYork);
        Predictor<FeatureRow> inTraining = Predictor.of(row -> rates[(int) row.integer("hour")]);
        Predictor<FeatureRow> inService = Predictor.of(row -> (float) rates[(int) row.integer("hour")]);
        PipelineScores reference = scores("trained", trained, inTraining);
        PipelineScores service = scores("served", served, inService);
        ParityResult parity = ParityCheck.of(reference, service)
                .threshold(0.08)
                .labelled(flights.evaluationSet())
                .limits(ParityLimits.of(
                        "max_difference <= 0.001", "label_flips <= 0.0005", "roc_auc no-worse-than baseline by 0.005"))
                .result();
        System.out.println(ParityTable.render(parity));
        System.out.println(SkewTable.render(
                FeatureSkew.between(trained, served).columns("hour", "origin").result()));
        Path folder = arguments.length > 1 ? Path.of(arguments[1]).resolveSibling("") : Path.of("samples", "target");
        write(folder.resolve("trained.csv"), flights, Flight::hour, flight -> rates[flight.hour()]);
        write(folder.resolve("served.csv"), flights, Sample14_Parity::hourInNewYork, flight ->
                (float) rates[hourInNewYork(flight)]);
    }

    private static PipelineScores scores(String name, Columns rows, Predictor<FeatureRow> model) {
        return PipelineScores.of(name, Features.from(rows, "hour", "origin"), model)
                .keyedBy(rows, "id");
    }

    private static double[] rates(Flights past) {
        double[] late = new double[HOURS];
        double[] all = new double[HOURS];
        for (Flight flight : past.list()) {
            all[flight.hour()]++;
            late[flight.hour()] += flight.late() ? 1 : 0;
        }
        double[] rates = new double[HOURS];
        for (int hour = 0; hour < HOURS; hour++) {
            rates[hour] = (late[hour] + 1) / (all[hour] + HOURS);
        }
        return rates;
    }

    private static int hourInNewYork(Flight flight) {
        return WEST.contains(flight.origin()) ? (flight.hour() + AHEAD) % HOURS : flight.hour();
    }

    private static Columns features(String source, Flights flights, ToIntFunction<Flight> hour) {
        List<Flight> list = flights.list();
        List<String> airports =
                list.stream().map(Flight::origin).distinct().sorted().toList();
        return Columns.of(
                source,
                flights.size(),
                List.of(
                        IntegerColumn.wrap(
                                "id", list.stream().mapToLong(Flight::id).toArray(), new BitSet()),
                        IntegerColumn.wrap(
                                "hour",
                                list.stream().mapToLong(hour::applyAsInt).toArray(),
                                new BitSet()),
                        TextColumn.wrap(
                                "origin",
                                list.stream()
                                        .mapToInt(flight -> airports.indexOf(flight.origin()))
                                        .toArray(),
                                airports)));
    }

    private static void write(Path file, Flights flights, ToIntFunction<Flight> hour, ToDoubleFunction<Flight> score)
            throws IOException {
        List<String> lines = new ArrayList<>(List.of("id,hour,origin,late,score"));
        for (Flight flight : flights.list()) {
            lines.add(flight.id() + "," + hour.applyAsInt(flight) + "," + flight.origin() + ","
                    + (flight.late() ? 1 : 0) + "," + score.applyAsDouble(flight));
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, lines);
    }
}
