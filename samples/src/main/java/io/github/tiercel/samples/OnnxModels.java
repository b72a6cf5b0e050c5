package io.github.tiercel.samples;

import ai.onnx.proto.OnnxMl;
import io.github.tiercel.data.Column;
import io.github.tiercel.data.Columns;
import io.github.tiercel.data.IntegerColumn;
import io.github.tiercel.data.TextColumn;
import io.github.tiercel.duckdb.DuckDbWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.TextStyle;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Trains three models of late flights on January to April, writes them as ONNX, and writes the flights of May and June
 * with what the models read, so that there is something to run: a linear model of Tribuo, a network of one hidden
 * layer, and the same network in 8 bits.
 *
 * <p>Run from the root of the repository: {@code scripts/sample.sh OnnxModels}. The flights to read and the folder to
 * write to may follow. The same bytes come out in every run.
 */
final class OnnxModels {

    private static final String FOLDER = "samples/data";
    static final List<String> FILES =
            List.of("flights-features.parquet", "flights-linear.onnx", "flights-mlp.onnx", "flights-mlp-int8.onnx");

    private static final int EPOCHS = 12;
    private static final long SEED = 7;

    private OnnxModels() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments.length > 1 ? arguments[1] : FOLDER);
        train(Flights.past(arguments)).write(folder);
        writeRows(Flights.future(arguments), folder);
        for (String name : FILES) {
            System.out.printf(Locale.ROOT, "%s: %,d bytes%n", name, Files.size(folder.resolve(name)));
        }
    }

    static Trained train(Flights past) {
        FlightSlots slots = FlightSlots.of(past);
        FlightNetwork network = FlightNetwork.learn(slots, past, EPOCHS, SEED);
        return new Trained(TribuoGraph.learn(slots, past, SEED), new NetworkGraphs(network, slots));
    }

    static void writeRows(Flights future, Path folder) {
        DuckDbWriter.to(folder.resolve("flights-features.parquet")).write(table(future));
    }

    /** The models before they are files. */
    record Trained(TribuoGraph linear, NetworkGraphs network) {

        void write(Path folder) throws IOException {
            write(folder, "flights-linear.onnx", linear.floats());
            write(folder, "flights-mlp.onnx", network.floats());
            write(folder, "flights-mlp-int8.onnx", network.bytes());
        }

        private static void write(Path folder, String name, OnnxMl.ModelProto model) throws IOException {
            Files.write(folder.resolve(name), model.toByteArray());
        }
    }

    private static Columns table(Flights flights) {
        List<Column> columns = List.of(
                integers(flights, "id", Flight::id),
                integers(flights, "late", flight -> flight.late() ? 1 : 0),
                texts(flights, "month", OnnxModels::month),
                integers(flights, "hour", Flight::hour),
                integers(flights, "weekday", flight -> flight.departure()
                        .getDayOfWeek()
                        .getValue()),
                integers(flights, "distance", flight -> (long) flight.distance()),
                texts(flights, "origin", Flight::origin),
                texts(flights, "destination", Flight::destination));
        return Columns.of("flights", flights.size(), columns);
    }

    private static String month(Flight flight) {
        return flight.departure().getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private static Column integers(Flights flights, String name, ToLongFunction<Flight> value) {
        long[] values = flights.list().stream().mapToLong(value).toArray();
        return IntegerColumn.wrap(name, values, new BitSet());
    }

    private static Column texts(Flights flights, String name, Function<Flight, String> value) {
        List<String> dictionary =
                flights.list().stream().map(value).distinct().sorted().toList();
        int[] codes =
                flights.list().stream().map(value).mapToInt(dictionary::indexOf).toArray();
        return TextColumn.wrap(name, codes, dictionary);
    }
}
