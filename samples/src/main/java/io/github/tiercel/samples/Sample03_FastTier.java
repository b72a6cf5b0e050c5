package io.github.tiercel.samples;

import io.github.tiercel.data.ColumnRoles;
import io.github.tiercel.data.Columns;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Scores;
import io.github.tiercel.duckdb.DuckDbReader;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.ModelResult;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What a sample of the rows says, and how far it can be off: the fast tier beside the full one. The fast tier has two
 * margins, one for the value on all rows and a wider one for the world; the full value lies inside the first.
 *
 * <p>Run from the root of the repository: {@code scripts/sample.sh 03}. The path of the predictions may follow.
 *
 * <p>Output:
 *
 * <pre>
 * fast tier: 8,192 of 78,543 rows
 * log_loss    0.18409  on all rows in [0.18258, 0.18559], in the world in [0.17964, 0.18854], full tier 0.18384
 * roc_auc     0.71747  on all rows in [0.70620, 0.72849], in the world in [0.70374, 0.73081], full tier 0.71761
 * accuracy    0.94973  on all rows in [0.94924, 0.94981], in the world in [0.94811, 0.95124], full tier 0.94973
 * </pre>
 */
public final class Sample03_FastTier {

    private static final String PREDICTIONS = "samples/data/flights-predictions.parquet";

    private Sample03_FastTier() {}

    public static void main(String[] arguments) {
        Columns rows = DuckDbReader.open(Path.of(arguments.length > 0 ? arguments[0] : PREDICTIONS))
                .read();
        EvaluationSet flights =
                EvaluationSet.from(rows, ColumnRoles.label("late").id("id"));
        Evaluator evaluator = Evaluator.of(flights).build();
        Scores scores = Scores.from(rows, "hour_rate");
        EvaluationResult full = evaluator.full(scores);
        ModelResult fast = evaluator.fast(scores).model();

        System.out.printf(Locale.ROOT, "fast tier: %,d of %,d rows%n", fast.rows(), fast.rowsTotal());
        for (Estimate estimate : fast.metrics().values()) {
            Interval allRows = estimate.fullSet().orElseThrow();
            Interval world = estimate.population().orElseThrow();
            System.out.printf(
                    Locale.ROOT,
                    "%-10s %8.5f  on all rows in [%.5f, %.5f], in the world in [%.5f, %.5f], full tier %.5f%n",
                    estimate.metric(),
                    estimate.value().orNaN(),
                    allRows.lower(),
                    allRows.upper(),
                    world.lower(),
                    world.upper(),
                    full.model().metric(estimate.metric()).value().orNaN());
        }
    }
}
