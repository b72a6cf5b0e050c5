package io.github.tiercel.packed;

import java.util.List;

/**
 * What is known of a file of rows, so that its columns are found without reading anything else of it.
 *
 * @param from the position of its first row
 * @param rows how many rows it holds
 * @param bytes its length
 * @param bodies where the values of each record batch begin
 * @param checksums the CRC32C of each column's block, batch after batch
 */
record RangeFile(int from, int rows, long bytes, List<Long> bodies, List<Integer> checksums) {

    RangeFile {
        bodies = List.copyOf(bodies);
        checksums = List.copyOf(checksums);
    }

    String name() {
        return from + "-" + (from + rows) + ".arrow";
    }
}
