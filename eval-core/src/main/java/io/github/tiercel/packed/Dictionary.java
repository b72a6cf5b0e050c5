package io.github.tiercel.packed;

/**
 * Where the texts of a column are in a set's first file.
 *
 * @param column the column's place
 * @param count how many texts there are
 * @param offset where they begin
 * @param bytes their length with what says where each begins
 * @param checksum their CRC32C
 */
record Dictionary(int column, int count, long offset, int bytes, int checksum) {}
