package io.github.tiercel.data;

/** What is known of the content of rows. */
interface RowContent {

    /** Puts what all rows share: the kind of content, names and types of columns, a version. */
    void header(DigestSink sink);

    /** Puts what a row holds. */
    void row(int row, DigestSink sink);

    /** {@return the SHA-256 of the header, then of key and content of the rows in the order named} */
    default String fingerprint(int rows, long[] keys, int[] order) {
        if (keys.length != rows) {
            throw new DataException(
                    "LENGTH_MISMATCH",
                    "Got features of " + Offenders.number(rows) + " rows but " + Offenders.number(keys.length)
                            + " keys. Each row needs one of both, in the same order.");
        }
        DigestSink sink = DigestSink.sha256();
        sink.put("tiercel features 1");
        header(sink);
        for (int row : order) {
            sink.row(keys[row]);
            row(row, sink);
        }
        return sink.hex();
    }
}
