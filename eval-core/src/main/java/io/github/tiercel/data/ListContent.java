package io.github.tiercel.data;

import java.util.List;

/** Rows of any type, told apart by a digest of each or by a version of all. */
record ListContent<X>(String kind, String version, List<X> rows, RowDigest<? super X> digest) implements RowContent {

    static <X> ListContent<X> digested(List<X> rows, RowDigest<? super X> digest) {
        return new ListContent<>("digest", "", rows, digest);
    }

    static <X> ListContent<X> versioned(List<X> rows, String version) {
        return new ListContent<>("version", version, rows, (row, sink) -> {});
    }

    static ListContent<double[]> numbers(List<double[]> rows) {
        return new ListContent<>("numbers", "", rows, (row, sink) -> sink.put(row));
    }

    @Override
    public void header(DigestSink sink) {
        sink.put(kind).put(version);
    }

    @Override
    public void row(int row, DigestSink sink) {
        digest.digest(rows.get(row), sink);
    }
}
