package io.github.tiercel.evaluation;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.EvaluationSetBuilder;
import io.github.tiercel.data.Scores;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Task;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.store.StoreCatalog;
import io.github.tiercel.store.StoredTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** Models of two runs that a store has the scores and labels of, evaluated once more side by side. */
final class StoredRuns {

    /** What sums in another order differ by at most. */
    private static final double ROUNDING = 1e-9;

    private final StoreCatalog store;
    private final EvaluationResult candidate;

    StoredRuns(StoreCatalog store, EvaluationResult candidate) {
        this.store = store;
        this.candidate = candidate;
    }

    /**
     * {@return the candidate's models evaluated beside a model of another run}
     *
     * @throws UnpairableException if the store lacks something, or holds something else
     */
    EvaluationResult beside(EvaluationResult baseline, ModelResult model, String name) throws UnpairableException {
        requirePlain(candidate);
        requirePlain(baseline);
        StoredTable theirs = table(baseline, model.model());
        List<Scores> models = new ArrayList<>();
        Optional<StoredTable> first = Optional.empty();
        for (ModelResult ours : candidate.models()) {
            if (ours.isSample()) {
                throw new UnpairableException("The candidate \"" + ours.model() + "\" was evaluated on a sample, and"
                        + " scores in the store are paired on all rows. Evaluate it in the full tier.");
            }
            StoredTable table = table(candidate, ours.model());
            requireSameRows(table, theirs, baseline);
            models.add(scores(table, ours.model()));
            first = Optional.of(table);
        }
        EvaluationSet set = set(first.orElseThrow());
        EvaluationResult result = evaluator(set)
                .evaluate(
                        Tier.full(),
                        models,
                        Optional.of(scores(theirs, model.model()).called(name)));
        for (ModelResult found : result.models()) {
            requireSameValues(found.metrics(), candidate.model(found.model()));
        }
        if (!model.isSample() && hasSameThreshold(baseline)) {
            requireSameValues(result.models().get(0).baseline().orElseThrow().metrics(), model);
        }
        return result;
    }

    private static void requirePlain(EvaluationResult run) throws UnpairableException {
        for (String kind : List.of(Provenances.WEIGHTED, Provenances.CLUSTERED)) {
            if (run.provenance().settings().containsKey(kind)) {
                throw new UnpairableException("The rows were " + kind + ", which a store does not keep. Compare the"
                        + " models in one evaluation.");
            }
        }
        if (task(run) == Task.RANKING) {
            throw new UnpairableException(
                    "A store does not keep which rows are of one query. Compare the models in one evaluation.");
        }
    }

    private static Task task(EvaluationResult run) {
        return Task.valueOf(run.models().get(0).task().toUpperCase(Locale.ROOT));
    }

    private StoredTable table(EvaluationResult run, String model) throws UnpairableException {
        Map<String, String> known = run.provenance().fingerprints();
        String order = known.get(Provenances.ORDER);
        String labels = known.get(Provenances.LABELS);
        String fingerprint = known.get(Provenances.MODEL + model);
        if (order == null || labels == null || fingerprint == null) {
            throw new UnpairableException("The run of \"" + model + "\" does not say which scores in the store are its."
                    + " Compare the models in one evaluation.");
        }
        return store.table(fingerprint, order, labels)
                .orElseThrow(() -> new UnpairableException("The store " + store.folder()
                        + " does not hold the scores of \"" + model + "\" on all rows with the labels of its run, or"
                        + " holds several. Name another store, or evaluate the model again."));
    }

    private void requireSameRows(StoredTable ours, StoredTable theirs, EvaluationResult baseline)
            throws UnpairableException {
        boolean sameOrder = ours.key().order().equals(theirs.key().order());
        if (!sameOrder && !(hasIds(candidate) && hasIds(baseline))) {
            throw new UnpairableException("The models read other features, and not both runs have ids to find rows by."
                    + " Evaluate both models on rows with ids.");
        }
        boolean alike = ours.rows() == theirs.rows()
                && IntStream.range(0, ours.rows())
                        .allMatch(
                                row -> ours.rowKey(row) == theirs.rowKey(row) && ours.label(row) == theirs.label(row));
        if (!alike) {
            throw new UnpairableException("The models were evaluated on other rows, or with other labels. Evaluate both"
                    + " on the same rows.");
        }
    }

    private static boolean hasIds(EvaluationResult run) {
        return "ids".equals(run.provenance().settings().get("row_keys"));
    }

    private Scores scores(StoredTable table, String model) throws UnpairableException {
        List<String> outputs = table.key().outputs().names();
        if (!table.classes().isEmpty()) {
            List<String> classes = table.classes();
            if (!outputs.containsAll(classes)) {
                throw withoutOutput(model);
            }
            return Scores.ofClasses(
                    model,
                    classes,
                    classes.stream()
                            .map(name -> table.scores(outputs.indexOf(name)))
                            .toArray(double[][]::new));
        }
        String positive = candidate.provenance().settings().getOrDefault("positive", "score");
        int output = outputs.size() == 1 ? 0 : outputs.indexOf(positive);
        if (output < 0) {
            throw withoutOutput(model);
        }
        return Scores.wrap(model, table.scores(output));
    }

    private static UnpairableException withoutOutput(String model) {
        return new UnpairableException("None of the outputs that the store keeps of \"" + model + "\" is called as the"
                + " labels are. Compare the models in one evaluation.");
    }

    private EvaluationSet set(StoredTable table) {
        EvaluationSetBuilder set =
                switch (task(candidate)) {
                    case BINARY -> EvaluationSet.binary(positives(table));
                    case MULTICLASS ->
                        EvaluationSet.multiclass(
                                Arrays.stream(labels(table))
                                        .mapToInt(label -> (int) label)
                                        .toArray(),
                                table.classes());
                    default -> EvaluationSet.regression(labels(table));
                };
        long[] keys = IntStream.range(0, table.rows()).mapToLong(table::rowKey).toArray();
        return set.ids(keys).seed(candidate.provenance().seed()).build();
    }

    private static double[] labels(StoredTable table) {
        return IntStream.range(0, table.rows()).mapToDouble(table::label).toArray();
    }

    private static boolean[] positives(StoredTable table) {
        boolean[] labels = new boolean[table.rows()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = table.label(row) == 1;
        }
        return labels;
    }

    /** With the settings of the candidate's run, as far as they say what a number means. */
    private Evaluator evaluator(EvaluationSet set) throws UnpairableException {
        Map<String, String> settings = candidate.provenance().settings();
        try {
            Evaluator.Builder builder = Evaluator.of(set)
                    .metrics(candidate.models().get(0).metrics().keySet().toArray(String[]::new))
                    .level(Double.parseDouble(settings.getOrDefault("level", "0.95")))
                    .intervals(IntervalKind.valueOf(
                            settings.getOrDefault("intervals", "influence").toUpperCase(Locale.ROOT)))
                    .replicates(Integer.parseInt(settings.getOrDefault("replicates", "0")));
            Optional.ofNullable(settings.get("threshold"))
                    .ifPresent(threshold -> builder.threshold(Double.parseDouble(threshold)));
            Evaluator evaluator = builder.build();
            evaluator.metrics(Tier.full());
            return evaluator;
        } catch (IllegalArgumentException e) {
            throw new UnpairableException("The settings of the candidate's run cannot be had again (" + e.getMessage()
                    + "). Compare the models in one evaluation.");
        }
    }

    private boolean hasSameThreshold(EvaluationResult baseline) {
        return Objects.equals(
                candidate.provenance().settings().get("threshold"),
                baseline.provenance().settings().get("threshold"));
    }

    /** Nothing in a store says what else an evaluation did with scores; the values tell, where both have them. */
    private static void requireSameValues(Map<String, Estimate> found, ModelResult known) throws UnpairableException {
        for (Map.Entry<String, Estimate> metric : known.metrics().entrySet()) {
            Estimate now = found.get(metric.getKey());
            if (now != null && !isSame(now.value(), metric.getValue().value())) {
                throw new UnpairableException("The scores of \"" + known.model() + "\" in the store give "
                        + shown(now.value()) + " for " + metric.getKey() + ", where its run has "
                        + shown(metric.getValue().value()) + ". Evaluate the model again.");
            }
        }
    }

    private static boolean isSame(Value now, Value then) {
        if (!now.isDefined() || !then.isDefined()) {
            return now.isDefined() == then.isDefined();
        }
        return now.orNaN() == then.orNaN()
                || Math.abs(now.orNaN() - then.orNaN()) <= ROUNDING * Math.max(1, Math.abs(then.orNaN()));
    }

    private static String shown(Value value) {
        return value.isDefined() ? String.valueOf(value.orNaN()) : "no value";
    }
}
