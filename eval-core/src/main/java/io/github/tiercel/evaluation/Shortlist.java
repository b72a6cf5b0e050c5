package io.github.tiercel.evaluation;

import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.compare.Adjustment;
import io.github.tiercel.metrics.compare.Difference;
import io.github.tiercel.result.SliceSearch;
import io.github.tiercel.result.Support;
import io.github.tiercel.result.WorseSlice;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * The most suspicious of all slices searched. Only these are compared in earnest; that the others count as not worse
 * makes findings fewer, never false.
 */
final class Shortlist<P extends Predictions> {

    /** Takes some seconds on a million rows. */
    private static final int MOST = 50;

    private static final int REPORTED = 5;

    private final SliceQuestion<P> question;
    private final SmoothMetric<P> metric;
    private final P all;
    private final double alpha;
    private final PriorityQueue<Suspect> suspects =
            new PriorityQueue<>(Comparator.comparingDouble(Suspect::screening).reversed());

    /** A suspect with what came out. */
    private record Found(Suspect suspect, Difference difference, double adjustedP) {}

    Shortlist(SliceQuestion<P> question, SmoothMetric<P> metric, P all, double alpha) {
        this.question = question;
        this.metric = metric;
        this.all = all;
        this.alpha = alpha;
    }

    /** A slice that is not even suspicious by itself will not be when all are paid for. */
    void offer(Slices.Slice slice, P part, int rows, Support support) {
        double screening = question.screening(part, slice.places());
        if (screening > 2 * alpha
                || (isFull() && screening >= suspects.element().screening())) {
            return;
        }
        suspects.add(Suspect.of(slice, rows, support, screening));
        if (suspects.size() > MOST) {
            suspects.remove();
        }
    }

    private boolean isFull() {
        return suspects.size() == MOST;
    }

    SliceSearch.Findings findings(int searched) {
        List<Found> significant = significant(searched);
        List<WorseSlice> worst = significant.stream()
                .filter(found -> significant.stream().allMatch(other -> isOfItsOwn(found.suspect(), other.suspect())))
                .map(this::worse)
                .sorted(Comparator.comparingDouble(slice -> metric.direction().gain(slice.difference())))
                .toList();
        return new SliceSearch.Findings(
                worst.size(), worst.stream().limit(REPORTED).toList());
    }

    private List<Found> significant(int searched) {
        double wide = 1 - 2 * alpha / searched;
        List<Suspect> ordered = suspects.stream()
                .sorted(Comparator.comparingDouble(Suspect::screening)
                        .thenComparing(Suspect::column)
                        .thenComparing(Suspect::value))
                .toList();
        List<Difference> differences = ordered.stream()
                .map(suspect -> question.difference(suspect.places(), wide))
                .toList();
        double[] pValues = new double[searched];
        for (int i = 0; i < searched; i++) {
            pValues[i] = i < differences.size() ? SliceQuestion.oneSided(differences.get(i)) : 1;
        }
        double[] adjusted = Adjustment.HOLM.adjust(pValues);
        List<Found> significant = new ArrayList<>();
        Set<BitSet> reported = new HashSet<>();
        for (int i = 0; i < ordered.size(); i++) {
            // Columns that say the same have slices of the same rows, which are one finding.
            if (adjusted[i] <= alpha && reported.add(ordered.get(i).places())) {
                significant.add(new Found(ordered.get(i), differences.get(i), adjusted[i]));
            }
        }
        return significant;
    }

    private boolean isOfItsOwn(Suspect one, Suspect other) {
        return !one.liesWithin(other) || question.isWorseWithin(one.places(), other.places(), alpha);
    }

    private WorseSlice worse(Found found) {
        Suspect suspect = found.suspect();
        Value here = metric.value(
                metric.reads().cast(all.select(suspect.places().stream().toArray())));
        return new WorseSlice(
                suspect.column(),
                suspect.value(),
                suspect.rows(),
                suspect.support(),
                here.orNaN(),
                here.orNaN() - found.difference().value().orNaN(),
                found.difference().interval().orElseThrow(),
                found.adjustedP());
    }
}
