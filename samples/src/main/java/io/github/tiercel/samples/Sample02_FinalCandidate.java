package io.github.tiercel.samples;

import io.github.tiercel.data.ColumnRoles;
import io.github.tiercel.data.Columns;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Scores;
import io.github.tiercel.duckdb.DuckDbReader;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.gate.Gates;
import io.github.tiercel.report.ResultTable;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.GateResult;
import java.nio.file.Path;

/**
 * May naive Bayes replace the hour-of-day rate? Compares both on the same flights, row by row, and asks three gates.
 * The answer is neither yes nor no: the rows cannot tell whether it is worse by 0.005, and the gate says how many
 * could.
 *
 * <p>Run from the root of the repository: {@code scripts/sample.sh 02}. The path of the predictions may follow.
 *
 * <p>Output, in part:
 *
 * <pre>
 * roc_auc            0.7166    [0.7089, 0.7243]
 * ...
 *                    hour_rate  difference  95 % interval         p, Holm
 * roc_auc            0.7176     -0.0010     [-0.0064, +0.0045]     0.727
 * ...
 * PASS          roc_auc >= 0.7                            0.7166  [0.7089, 0.7243]
 * INCONCLUSIVE  roc_auc no-worse-than baseline by 0.005  -0.0010  [-0.0064, 0.0045]
 * ...
 * PASS          roc_auc@month=June >= 0.7                 0.7225  [0.7126, 0.7323]
 * ...
 * undecided: roc_auc no-worse-than baseline by 0.005 needs about 292,578 rows
 * </pre>
 */
public final class Sample02_FinalCandidate {

    private static final String PREDICTIONS = "samples/data/flights-predictions.parquet";

    private Sample02_FinalCandidate() {}

    public static void main(String[] arguments) {
        Columns rows = DuckDbReader.open(Path.of(arguments.length > 0 ? arguments[0] : PREDICTIONS))
                .read();
        EvaluationSet flights =
                EvaluationSet.from(rows, ColumnRoles.label("late").id("id").slice("month"));
        Gates gates =
                Gates.of("roc_auc >= 0.7", "roc_auc no-worse-than baseline by 0.005", "roc_auc@month=June >= 0.7");

        EvaluationResult result = Evaluator.of(flights)
                .judgedBy(gates)
                .build()
                .full(Scores.from(rows, "naive_bayes"), Scores.from(rows, "hour_rate"));

        System.out.println(ResultTable.render(result));
        for (GateResult gate : result.model().gates()) {
            gate.rowsNeeded()
                    .ifPresent(
                            needed -> System.out.printf("undecided: %s needs about %,d rows%n", gate.rule(), needed));
        }
    }
}
