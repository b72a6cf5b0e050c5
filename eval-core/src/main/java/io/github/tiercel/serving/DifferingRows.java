package io.github.tiercel.serving;

import io.github.tiercel.result.ParityRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The rows to look at where scores differ. */
final class DifferingRows {

    private static final int MOST = 10;

    private final PipelineScores reference;
    private final PipelineScores served;
    private final RowPairs pairs;
    private final PairedScores scores;
    private final double[] gaps;
    private final Decisions decisions;

    DifferingRows(
            PipelineScores reference,
            PipelineScores served,
            RowPairs pairs,
            PairedScores scores,
            double[] gaps,
            Decisions decisions) {
        this.reference = reference;
        this.served = served;
        this.pairs = pairs;
        this.scores = scores;
        this.gaps = gaps;
        this.decisions = decisions;
    }

    /** {@return the first rows with a gap above the tolerance} */
    List<ParityRow> first(double tolerance) {
        return rows(IntStream.range(0, gaps.length).filter(row -> gaps[row] > tolerance));
    }

    /** {@return the rows with the largest gaps, of equal ones the first} */
    List<ParityRow> worst() {
        double least = Arrays.stream(gaps)
                .sorted()
                .skip(Math.max(0, gaps.length - MOST))
                .findFirst()
                .orElseThrow();
        // Many rows may share the least of them, but few lie above.
        Stream<Integer> above = IntStream.range(0, gaps.length)
                .filter(row -> gaps[row] > least)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> -gaps[row]));
        Stream<Integer> at = IntStream.range(0, gaps.length)
                .filter(row -> gaps[row] == least && least > 0)
                .limit(MOST)
                .boxed();
        return rows(Stream.concat(above, at).mapToInt(Integer::intValue));
    }

    private List<ParityRow> rows(IntStream rows) {
        return rows.limit(MOST).mapToObj(this::row).toList();
    }

    private ParityRow row(int pair) {
        int row = pairs.reference()[pair];
        Map<String, String> ours = reference.text(row);
        return new ParityRow(
                row + 1,
                reference.id(row),
                outputs(pair, true),
                outputs(pair, false),
                gaps[pair],
                decisions.isFlipped(pair),
                ours,
                otherwise(ours, served.text(pairs.served()[pair])));
    }

    private List<Double> outputs(int pair, boolean ofReference) {
        List<Double> outputs = new ArrayList<>();
        for (int output = 0; output < scores.outputs().size(); output++) {
            outputs.add((ofReference ? scores.reference(output) : scores.served(output))[pair]);
        }
        return outputs;
    }

    private static Map<String, String> otherwise(Map<String, String> ours, Map<String, String> theirs) {
        Map<String, String> differing = new LinkedHashMap<>();
        theirs.forEach((name, value) -> {
            if (!value.equals(ours.get(name))) {
                differing.put(name, value);
            }
        });
        return differing;
    }
}
