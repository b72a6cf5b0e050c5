package io.github.tiercel.cli.demo;

import io.github.tiercel.data.Columns;
import io.github.tiercel.data.DataException;
import io.github.tiercel.data.Fingerprint;
import io.github.tiercel.duckdb.DuckDbReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The file of flights within the command. The reader wants a file, so it is copied to the folder for temporary ones.
 *
 * @param flights what it holds
 * @param fingerprint of its bytes
 */
record FlightFile(Flights flights, String fingerprint) {

    private static final String RESOURCE = "/io/github/tiercel/cli/flights.parquet";

    static FlightFile read() {
        try {
            Path folder = Files.createTempDirectory("tiercel-demo");
            Path file = folder.resolve("flights.parquet");
            try {
                copy(file);
                Columns table =
                        DuckDbReader.open(file).select(FlightColumns.NAMES).read();
                return new FlightFile(Flights.of(table), Fingerprint.of(file));
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new DataException(
                    "NO_TEMPORARY_FOLDER",
                    "The flights could not be copied to the folder for temporary files, "
                            + System.getProperty("java.io.tmpdir") + ": " + reason(e)
                            + ". Free space there, or name another folder with"
                            + " TIERCEL_JAVA_OPTS=-Djava.io.tmpdir=DIR.",
                    e);
        }
    }

    private static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "there is no such folder";
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        return failure instanceof FileSystemException known && known.getReason() != null
                ? known.getReason()
                : String.valueOf(failure.getMessage());
    }

    private static void copy(Path file) throws IOException {
        try (InputStream in = FlightFile.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + RESOURCE + " on the class path");
            }
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
