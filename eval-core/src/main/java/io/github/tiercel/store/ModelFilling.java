package io.github.tiercel.store;

import io.github.tiercel.inference.BatchFit;
import io.github.tiercel.inference.BatchInference;
import io.github.tiercel.inference.BatchSize;
import io.github.tiercel.inference.InferenceTime;
import io.github.tiercel.inference.ModelException;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.result.InferenceCost;
import io.github.tiercel.result.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How one thread comes to have the scores of one model: what is on disk first, checked with the model; the rest from
 * the model, published as it goes.
 */
final class ModelFilling<X> implements MemoryTier.Filling {

    private static final double NANOS_PER_MILLI = 1e6;

    private static final Notice NOT_RECHECKED = new Notice(
            "NOT_RECHECKED",
            "Stored scores were used while their model was not at hand, so they were not checked again.");

    private final StoredOrder<X> order;
    private final Predictor<X> predictor;
    private final BatchSize batchSize;
    private final int rows;
    private final Trust.Of trust;
    private final Optional<StoredModel> disk;
    private final Events events;
    private final List<Notice> notices = new ArrayList<>();
    private Prefix prefix = Prefix.EMPTY;
    private InferenceTime time = InferenceTime.NONE;
    private int batchRows;
    private int reused;
    private int checked;

    ModelFilling(
            StoredOrder<X> order,
            Predictor<X> predictor,
            BatchSize batchSize,
            int rows,
            Trust.Of trust,
            Optional<StoredModel> disk,
            Events events) {
        this.order = order;
        this.predictor = predictor;
        this.batchSize = batchSize;
        this.rows = rows;
        this.trust = trust;
        this.disk = disk;
        this.events = events;
    }

    /** Counts what it took to choose the key, and says what was seen before. */
    void startsAfter(KeyChoice.Chosen choice, List<Notice> seen) {
        checked += choice.rowsTried();
        batchRows = choice.batchRows().orElse(0);
        notices.addAll(seen);
        notices.addAll(choice.notices());
    }

    @Override
    public boolean accepts(Prefix known) {
        return trust.isChecked();
    }

    @Override
    public Prefix fill(Prefix known) {
        use(known);
        if (prefix.rows() >= rows) {
            return prefix;
        }
        if (disk.isPresent()) {
            disk.get().whileAlone(this::hasEnough, trust::isTrusted, this::infer);
        } else {
            infer();
        }
        return prefix;
    }

    @Override
    public Prefix prefix() {
        return prefix;
    }

    /** Looks on disk for more than is known. */
    private boolean hasEnough() {
        StoredModel stored = disk.orElseThrow();
        boolean mayHelp = prefix.rows() == 0 || stored.mayHoldMore();
        if (prefix.rows() < rows && trust.isTrusted() && mayHelp) {
            Prefix found = stored.load(rows);
            if (found.rows() > prefix.rows()) {
                use(found);
            }
        }
        return prefix.rows() >= rows;
    }

    /** Takes scores that were there before, if the model still gives them. */
    private void use(Prefix found) {
        // A model that fails while it is checked takes nothing away.
        prefix = trust.isTrusted() ? found : Prefix.EMPTY;
        if (prefix.rows() > 0 && !predictor.isAtHand()) {
            notices.add(NOT_RECHECKED);
        } else if (prefix.rows() > 0 && !trust.isChecked() && !check(found)) {
            prefix = Prefix.EMPTY;
        }
        reused = prefix.rows();
    }

    private boolean check(Prefix found) {
        SpotCheck check = SpotCheck.of(found.segments(), this::inference);
        checked += check.rows();
        trust.checked(check.agrees());
        events.tell(new StoreEvent.SpotChecked(
                events.key(), check.rows(), check.difference().largest(), check.agrees()));
        if (!check.agrees()) {
            notices.add(changed(check));
        }
        return check.agrees();
    }

    private Notice changed(SpotCheck check) {
        String text = trust.isVouchedFor()
                ? "Scores kept under this model's name differ from what it gives now, by up to %.3g among %,d rows"
                        + " scored again, so none of them was used and none is kept. Either the weights changed and the"
                        + " fingerprint did not, or the model does not give the same row the same score twice (is"
                        + " dropout on?)."
                : "This model gave other scores before, by up to %.3g among %,d rows scored again, so it was asked for"
                        + " all of them anew. Unless it was trained since, it does not give the same row the same score"
                        + " twice (is dropout on?).";
        return new Notice(
                "CHANGED_MODEL",
                String.format(Locale.ROOT, text, check.difference().largest(), check.rows()));
    }

    private void infer() {
        requireModel();
        events.tell(
                prefix.rows() == 0
                        ? new StoreEvent.Miss(events.key(), rows)
                        : new StoreEvent.Resumed(events.key(), prefix.rows(), rows));
        batchRows = batchSize.isFitted() ? fitted() : batchSize.rows();
        BatchInference<X> inference = inference(batchRows);
        SegmentCutter cutter = new SegmentCutter(
                batchRows,
                System::nanoTime,
                () -> disk.map(StoredModel::unwrittenNanos).orElse(0L),
                this::keep);
        try {
            time = inference.run(prefix.rows(), inference.boundary(rows), cutter::add);
        } finally {
            cutter.cut();
        }
    }

    private int fitted() {
        BatchFit fit = BatchFit.of(order.features(), order.order(), predictor, rows - prefix.rows());
        checked += fit.rowsScored();
        return fit.batchRows();
    }

    private void requireModel() {
        if (!predictor.isAtHand()) {
            throw new ModelException(
                    "MODEL_ABSENT",
                    String.format(
                            Locale.ROOT,
                            "Scores of %,d rows are stored of this model, of %,d that are wanted, and the model is not at hand to"
                                    + " score the rest. Give the model, or evaluate rows that it has scored.",
                            prefix.rows(),
                            rows));
        }
    }

    private void keep(Segment segment) {
        prefix = prefix.plus(segment);
        if (trust.isTrusted()) {
            disk.ifPresent(stored -> stored.publish(segment));
        }
    }

    private BatchInference<X> inference(int rowsInBatch) {
        return BatchInference.of(order.features(), order.order(), predictor, rowsInBatch);
    }

    /**
     * The scores with what it took, whether this thread found them or waited for another.
     *
     * @param nanos wall time of all of it
     */
    StoredScores scores(Prefix found, long nanos) {
        int again = prefix == found ? Math.min(rows, reused) : rows;
        if (time.rows() == 0) {
            events.tell(new StoreEvent.Hit(events.key(), rows));
        }
        InferenceCost cost = new InferenceCost(
                nanos / NANOS_PER_MILLI,
                time.rows(),
                again,
                checked,
                found.inferenceNanos(again) / NANOS_PER_MILLI,
                time.waitingNanos() / NANOS_PER_MILLI,
                batchRows);
        List<Notice> all = new ArrayList<>(notices);
        InputBound.of(cost, order.features().isSequential()).ifPresent(all::add);
        disk.ifPresent(stored -> all.addAll(stored.notices()));
        return new StoredScores(found, cost, all);
    }
}
