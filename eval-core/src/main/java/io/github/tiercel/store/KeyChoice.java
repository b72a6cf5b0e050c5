package io.github.tiercel.store;

import io.github.tiercel.inference.BatchProbe;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.result.Notice;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Under which key scores of a model are kept: with the batch size if they depend on it. At its first use a model is
 * tried for that, unless scores are there under the key without: whoever put them there has tried. Safe for use by
 * several threads.
 */
final class KeyChoice {

    private final BatchProbe probe = new BatchProbe();
    private final Predicate<StoreKey> isHeld;

    /** Told how to find out whether any scores are there under a key. */
    KeyChoice(Predicate<StoreKey> isHeld) {
        this.isHeld = isHeld;
    }

    /**
     * A key and what it took to choose it.
     *
     * @param key empty if nothing is known of the model or of the rows
     * @param rowsTried rows that the model scored meanwhile
     * @param notices what people should know
     */
    record Chosen(Optional<StoreKey> key, int rowsTried, List<Notice> notices) {

        /** {@return whether the scores are known to be the same for every batch size} */
        boolean isForAnyBatch() {
            return key.filter(known -> known.batchRows().isEmpty()).isPresent();
        }

        /** {@return the batch size that the scores depend on; empty if on none, or if nobody knows} */
        OptionalInt batchRows() {
            return key.map(StoreKey::batchRows).orElse(OptionalInt.empty());
        }

        private static Chosen of(StoreKey key) {
            return new Chosen(
                    Optional.of(key),
                    0,
                    key.batchRows().stream().mapToObj(KeyChoice::variance).toList());
        }
    }

    <X> Chosen of(StoredOrder<X> order, Predictor<X> predictor, int batchRows, Consumer<StoreEvent> events) {
        Optional<StoreKey> plain = predictor.fingerprint().flatMap(model -> order.fingerprint()
                .map(rows -> new StoreKey(model, rows, predictor.outputs(), OptionalInt.empty())));
        return plain.map(key -> of(key, order, predictor, batchRows, events))
                .orElseGet(() -> new Chosen(Optional.empty(), 0, said(predictor, batchRows)));
    }

    private <X> Chosen of(
            StoreKey plain, StoredOrder<X> order, Predictor<X> predictor, int batchRows, Consumer<StoreEvent> events) {
        StoreKey variant = plain.inBatchesOf(batchRows);
        if (probe.isVariant(predictor)) {
            return Chosen.of(variant);
        }
        if (!predictor.isAtHand()) {
            // It cannot be tried; where its scores are shows what was found when it could.
            return Chosen.of(isHeld.test(plain) || !isHeld.test(variant) ? plain : variant);
        }
        if (probe.isKnown(predictor) || isHeld.test(plain)) {
            return Chosen.of(plain);
        }
        Optional<BatchProbe.Outcome> outcome = probe.tried(order.features(), order.order(), predictor);
        outcome.ifPresent(found -> new Events(Optional.empty(), events)
                .tell(new StoreEvent.Probed(
                        Optional.empty(),
                        found.difference().largest(),
                        !found.difference().isRounding())));
        return new Chosen(
                Optional.of(probe.isVariant(predictor) ? variant : plain),
                outcome.map(BatchProbe.Outcome::rows).orElse(0),
                outcome.filter(found -> !found.difference().isRounding())
                        .map(found -> List.of(variance(found, batchRows)))
                        .orElseGet(() -> said(predictor, batchRows)));
    }

    private List<Notice> said(Predictor<?> predictor, int batchRows) {
        return probe.isVariant(predictor) ? List.of(variance(batchRows)) : List.of();
    }

    private static Notice variance(int batchRows) {
        return new Notice(
                "BATCH_VARIANT",
                String.format(
                        Locale.ROOT,
                        "The model scores a row differently beside other rows, so its scores are those of batches of %,d"
                                + " rows, and are kept for these only. With another batch size they would differ.",
                        batchRows));
    }

    private static Notice variance(BatchProbe.Outcome found, int batchRows) {
        return new Notice(
                "BATCH_VARIANT",
                String.format(
                        Locale.ROOT,
                        "The model scores a row differently beside other rows, by up to %.3g among %,d, so its scores are"
                                + " those of batches of %,d rows, and are kept for these only. With another batch size"
                                + " they would differ as much.",
                        found.difference().largest(),
                        found.rows() / 2,
                        batchRows));
    }
}
