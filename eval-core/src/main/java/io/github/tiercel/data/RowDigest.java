package io.github.tiercel.data;

/**
 * Says what tells one row from another, so that predictions for rows of any type may be kept on disk.
 *
 * <p>Every value that a model may read must be put, in an order that depends on the row alone. A value that is left out
 * may change unnoticed, and the predictions kept for the old row are then served for the new one.
 *
 * <pre>{@code
 * Features<Flight> features =
 *         Features.of(flights, (flight, sink) -> sink.put(flight.carrier()).put(flight.distance()));
 * }</pre>
 *
 * @param <X> what a model reads of one row
 * @since 0.1
 */
@FunctionalInterface
public interface RowDigest<X> {

    /**
     * Puts the content of a row.
     *
     * @param row the row
     * @param sink takes its values
     */
    void digest(X row, DigestSink sink);
}
