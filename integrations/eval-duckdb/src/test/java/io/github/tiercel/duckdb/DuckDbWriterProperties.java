package io.github.tiercel.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.data.Column;
import io.github.tiercel.data.Columns;
import io.github.tiercel.data.IntegerColumn;
import io.github.tiercel.data.NumberColumn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterProperty;

/** Numbers of any bits, a thousand a file. */
class DuckDbWriterProperties {

    private static final int ROWS = 1000;

    private final Path folder = temporary();

    @Property(tries = 20, seed = "1")
    void anyNumbersComeBackToTheLastBit(@ForAll long seed, @ForAll boolean isParquet) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] longs = random.longs(ROWS).toArray();
        double[] doubles = new double[ROWS];
        double[] floats = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            doubles[row] = number(Double.longBitsToDouble(random.nextLong()));
            floats[row] = number(Float.intBitsToFloat(random.nextInt()));
        }
        BitSet none = new BitSet();
        List<Column> columns = List.of(
                IntegerColumn.wrap("key", longs, none),
                NumberColumn.wrap("wide", doubles, none),
                NumberColumn.wrap("narrow", floats, none));
        Path file = folder.resolve(isParquet ? "a.parquet" : "a.csv");
        DuckDbWriter.to(file).floats(Set.of("narrow")).write(Columns.of("test", ROWS, columns));
        Columns read = DuckDbReader.open(file).read();
        for (int row = 0; row < ROWS; row++) {
            assertEquals(Long.toString(longs[row]), read.column("key").text(row));
            assertSame(doubles[row], read.column("wide"), row);
            assertSame(floats[row], read.column("narrow"), row);
        }
    }

    private static void assertSame(double expected, Column column, int row) {
        double found = ((NumberColumn) column).value(row);
        assertEquals(
                Double.doubleToRawLongBits(expected),
                Double.doubleToRawLongBits(found),
                () -> expected + " came back as " + found);
    }

    /** Models give no NaN. */
    private static double number(double any) {
        return Double.isNaN(any) ? 0.25 : any;
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("tiercel-writer");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterProperty
    void delete() throws IOException {
        Files.deleteIfExists(folder.resolve("a.csv"));
        Files.deleteIfExists(folder.resolve("a.parquet"));
        Files.deleteIfExists(folder);
    }
}
