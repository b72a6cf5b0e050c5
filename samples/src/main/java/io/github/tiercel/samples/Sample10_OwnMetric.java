package io.github.tiercel.samples;

import io.github.tiercel.data.ColumnRoles;
import io.github.tiercel.data.Columns;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Scores;
import io.github.tiercel.duckdb.DuckDbReader;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.gate.Gates;
import io.github.tiercel.report.ResultTable;
import java.nio.file.Path;

/**
 * A metric of one's own: what the decisions cost, if missing a flight that is going to be late costs as much as ten
 * false alarms. {@link CostMetric} says what one row costs, and gets the rest as any other metric does: intervals, the
 * paired difference, gates. Its test inherits the laws of metrics from eval-testkit.
 *
 * <p>Never to expect a late flight would cost 0.503 a flight: 10 for each of 5.03 %.
 *
 * <p>Run from the root of the repository: {@code scripts/sample.sh 10}. The path of the predictions may follow.
 *
 * <p>Output, in part:
 *
 * <pre>
 *          value   95 % interval     hour_rate  difference  95 % interval       p, Holm
 * cost     0.447   [0.434, 0.459]    0.447      +0.0003     [-0.0072, +0.0078]    0.947
 * roc_auc  0.7166  [0.7089, 0.7243]  0.7176     -0.0010     [-0.0064, +0.0045]    0.727°
 *
 * PASS  cost &lt; 0.503                         0.447   [0.434, 0.459]
 * PASS  cost no-worse-than baseline by 0.01  0.0003  [-0.0072, 0.0078]
 * </pre>
 */
public final class Sample10_OwnMetric {

    private static final String PREDICTIONS = "samples/data/flights-predictions.parquet";

    private Sample10_OwnMetric() {}

    public static void main(String[] arguments) {
        Columns rows = DuckDbReader.open(Path.of(arguments.length > 0 ? arguments[0] : PREDICTIONS))
                .read();
        EvaluationSet flights =
                EvaluationSet.from(rows, ColumnRoles.label("late").id("id"));
        Evaluator evaluator = Evaluator.of(flights)
                .metric(new CostMetric(10))
                .metrics("cost", "roc_auc")
                .judgedBy(Gates.of("cost < 0.503", "cost no-worse-than baseline by 0.01"))
                .build();
        System.out.print(
                ResultTable.render(evaluator.full(Scores.from(rows, "naive_bayes"), Scores.from(rows, "hour_rate"))));
    }
}
