package io.github.tiercel.evaluation;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Features;
import io.github.tiercel.data.UsageException;
import io.github.tiercel.inference.BatchSize;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.result.HoldoutUse;
import io.github.tiercel.store.PredictionStore;
import io.github.tiercel.store.StoredOrder;
import io.github.tiercel.store.StoredScores;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** How models score the rows of one evaluation set: from which features, in which batches, kept in which store. */
final class StoredInference<X> {

    private final EvaluationSet set;
    private final StoredOrder<X> order;
    private final PredictionStore store;
    private final BatchSize batchSize;
    private final Optional<String> output;
    private final EvaluationListener listener;

    StoredInference(
            EvaluationSet set,
            Features<X> features,
            PredictionStore store,
            BatchSize batchSize,
            Optional<String> output,
            EvaluationListener listener) {
        this.set = set;
        this.order = StoredOrder.of(set, features);
        this.store = store;
        this.batchSize = batchSize;
        this.output = output;
        this.listener = listener;
    }

    StoredScores scores(Predictor<X> predictor, int rows) {
        return store.scores(order, predictor, batchSize, rows, listener::onStoreEvent);
    }

    HoldoutUse used(Predictor<X> predictor, String tier) {
        return store.used(order, predictor, tier);
    }

    /** By name, the fingerprints that tell a store these rows with their labels; in an order, as results have one. */
    SortedMap<String, String> storedRows() {
        SortedMap<String, String> known = new TreeMap<>();
        order.fingerprint().ifPresent(rows -> {
            known.put(Provenances.ORDER, rows);
            known.put(Provenances.LABELS, order.labels());
        });
        return known;
    }

    void flush() {
        store.flush();
    }

    /** The outputs that are the scores of the classes, in the order of the set; or the one that is the score. */
    int[] outputs(Predictor<X> predictor) {
        List<String> names = predictor.outputs().names();
        if (!set.classes().isEmpty()) {
            return set.classes().stream().mapToInt(name -> ofClass(name, names)).toArray();
        }
        String wanted = output.orElseGet(() -> onlyOutput(names));
        int index = names.indexOf(wanted);
        if (index < 0) {
            throw new UsageException(
                    "USAGE",
                    "The model has no output \"" + wanted + "\"; its outputs are "
                            + String.join(", ", names) + ". Say with output(...) which one is the score"
                            + set.positive()
                                    .map(positive -> " of the positive class"
                                            + (output.isPresent()
                                                    ? "."
                                                    : ", which the labels call \"" + positive + "\"."))
                                    .orElse("."));
        }
        return new int[] {index};
    }

    private String onlyOutput(List<String> names) {
        return names.size() == 1 ? names.get(0) : set.positive().orElse("score");
    }

    private int ofClass(String name, List<String> names) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new UsageException(
                    "USAGE",
                    "The model has no output for the class \"" + name
                            + "\"; its outputs are " + String.join(", ", names)
                            + ". Give a model one output for each class, of"
                            + " the same name.");
        }
        return index;
    }
}
