package io.github.tiercel.evaluation;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Scores;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.interval.Design;
import io.github.tiercel.result.Notice;
import io.github.tiercel.sampling.RowOrder;
import io.github.tiercel.sampling.Sample;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** The rows one tier evaluates: all of a set in the caller's order, or a sample in the order of the sample. */
final class SampledRows {

    private final EvaluationSet set;
    private final Optional<Sample> sample;
    private final Design design;
    private final List<Notice> notices;

    private SampledRows(EvaluationSet set, Optional<Sample> sample, Design design, List<Notice> notices) {
        this.set = set;
        this.sample = sample;
        this.design = design;
        this.notices = notices;
    }

    /** A tier that wants all rows gets them without any order, so that all such tiers agree to the last bit. */
    static SampledRows of(EvaluationSet set, SampleRows wanted) {
        if (wanted instanceof SampleRows.All) {
            return all(set, List.of());
        }
        int rows = wanted.of(set.order());
        return rows == set.rows()
                ? all(set, SampleNotices.ofAll(set, wanted))
                : of(set, set.order().sample(rows));
    }

    private static SampledRows all(EvaluationSet set, List<Notice> notices) {
        return new SampledRows(set, Optional.empty(), set.design(), notices);
    }

    private static SampledRows of(EvaluationSet set, Sample sample) {
        return new SampledRows(set, Optional.of(sample), set.design(sample), SampleNotices.of(set, sample));
    }

    /** As a sample, even if nothing is left out of it, because plans rest on strata. */
    static SampledRows ofPilot(EvaluationSet set, SampleRows wanted) {
        return of(set, set.order().sample(wanted.of(set.order())));
    }

    boolean isSample() {
        return sample.isPresent();
    }

    /** Whether both are rows of one evaluation set. */
    boolean areOf(SampledRows other) {
        return set == other.set;
    }

    int size() {
        return sample.map(Sample::size).orElse(set.rows());
    }

    /** The row of the evaluation set that stands at a place among these rows. */
    int row(int place) {
        return sample.isPresent() ? sample.get().row(place) : place;
    }

    Design design() {
        return design;
    }

    /** What a reader should know of these rows; found once, however many epochs evaluate these rows. */
    List<Notice> notices() {
        return notices;
    }

    /** All rows, as row numbers of the set, in the order of places. */
    int[] rows() {
        return sample.map(Sample::rows)
                .orElseGet(() -> IntStream.range(0, set.rows()).toArray());
    }

    /**
     * Scores of the first positions of the set's order, by the rows of the set; 0 for rows that are not among these.
     */
    Scores byRow(String model, double[][] prefix) {
        RowOrder order = set.order();
        return scores(model, prefix, order::row);
    }

    /** Scores given by place, by the rows of the set; 0 for rows that are not among these. */
    Scores scattered(String model, double[][] byPlace) {
        return scores(model, byPlace, this::row);
    }

    private Scores scores(String model, double[][] given, IntUnaryOperator rowOf) {
        double[][] byRow = new double[given.length][set.rows()];
        for (int output = 0; output < given.length; output++) {
            for (int i = 0; i < given[output].length; i++) {
                byRow[output][rowOf.applyAsInt(i)] = given[output][i];
            }
        }
        return set.classes().isEmpty() ? Scores.of(model, byRow[0]) : Scores.ofClasses(model, set.classes(), byRow);
    }

    /** Joins labels with the scores of the first positions of the set's order, which these rows are. */
    Predictions predictions(String model, double[][] prefix) {
        return sample.isPresent() ? set.predictions(prefix, sample.get()) : set.predictions(byRow(model, prefix));
    }

    Predictions predictions(Scores scores) {
        return sample.isPresent() ? set.predictions(scores, sample.get()) : set.predictions(scores);
    }
}
