package io.github.tiercel.benchmarks.peers;

import io.github.tiercel.metrics.BinaryPredictions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Rows in a file: every label as 0 or 1, then every score, all of them little-endian doubles. Java, NumPy and R read
 * that without rounding anything.
 */
record DataFile(Path path) {

    private static final int BYTES_PER_ROW = 2 * Double.BYTES;

    /** The largest number of rows that one array of bytes holds. */
    static final int MOST_ROWS = (Integer.MAX_VALUE - Double.BYTES) / BYTES_PER_ROW;

    static DataFile write(Path path, BinaryPredictions predictions) throws IOException {
        int rows = predictions.rows();
        ByteBuffer bytes = ByteBuffer.allocate(BYTES_PER_ROW * rows).order(ByteOrder.LITTLE_ENDIAN);
        for (int row = 0; row < rows; row++) {
            bytes.putDouble(predictions.label(row) ? 1 : 0);
        }
        for (int row = 0; row < rows; row++) {
            bytes.putDouble(predictions.score(row));
        }
        Files.write(path, bytes.array());
        return new DataFile(path);
    }

    Rows read() throws IOException {
        DoubleBuffer numbers = ByteBuffer.wrap(Files.readAllBytes(path))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asDoubleBuffer();
        boolean[] labels = new boolean[numbers.remaining() / 2];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = numbers.get() == 1;
        }
        double[] scores = new double[labels.length];
        numbers.get(scores);
        return new Rows(labels, scores);
    }
}
