package io.github.tiercel.samples;

import io.github.tiercel.data.Features;
import io.github.tiercel.evaluation.Candidate;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.ModelEvaluator;
import io.github.tiercel.gate.Gates;
import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.report.ResultTable;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.InferenceCost;
import io.github.tiercel.result.Verdict;
import io.github.tiercel.store.PredictionStore;
import java.util.List;
import java.util.Locale;

/**
 * May the trained model replace the rate of the hour? Two models, not two columns of scores: both are asked for the
 * same flights, compared row by row, and judged by gates whose verdict is the exit code. The second evaluation, by
 * another evaluator, asks no model anything: the store has all scores under the models' fingerprints.
 *
 * <p>A store in memory ends with the program. {@code PredictionStore.open(folder)} keeps scores for the next one too.
 *
 * <p>Run from the root of the repository: {@code scripts/sample.sh 09}. The path of the flights may follow.
 *
 * <p>Output, in part:
 *
 * <pre>
 *                    value   95 % interval
 * roc_auc            0.7652  [0.7571, 0.7731]
 * average_precision  0.227   [0.214, 0.241]
 * log_loss           0.1736  [0.1695, 0.1777]
 *                    hour rate  difference  95 % interval       p, Holm
 * roc_auc            0.7175     +0.0476     [+0.0421, +0.0532]  &lt;0.001   better
 * average_precision  0.1186     +0.109      [+0.098, +0.120]    &lt;0.001°  better
 * log_loss           0.1843     -0.0107     [-0.0125, -0.0089]  &lt;0.001   better
 * ...
 * Verdict: PASS: both gates passed.
 * first  evaluation: 157,086 rows inferred,       0 reused
 * second evaluation:       0 rows inferred, 157,086 reused
 * </pre>
 */
public final class Sample09_CandidateAgainstBaseline {

    private static final int EPOCHS = 5;

    private Sample09_CandidateAgainstBaseline() {}

    public static void main(String[] arguments) {
        Flights past = Flights.past(arguments);
        Flights future = Flights.future(arguments);
        Candidate<Flight> candidate = regression(past);
        Candidate<Flight> baseline = hourRate(past.list());
        try (PredictionStore store = PredictionStore.inMemory()) {
            EvaluationResult first = evaluator(future, store).full(candidate, baseline);
            EvaluationResult second = evaluator(future, store).full(candidate, baseline);
            System.out.print(ResultTable.render(first));
            printInference("first ", first);
            printInference("second", second);
            exit(second.verdict().orElseThrow());
        }
    }

    private static ModelEvaluator<Flight> evaluator(Flights flights, PredictionStore store) {
        // Models read different things of a flight, so the digest covers what either of them reads.
        Features<Flight> features = Features.of(flights.list(), (flight, sink) -> sink.put(flight.numbers()));
        return Evaluator.of(flights.evaluationSet())
                .metrics("roc_auc", "average_precision", "log_loss")
                .replicates(0) // the intervals that gates read here need no bootstrap
                .judgedBy(Gates.of("roc_auc >= 0.73", "log_loss no-worse-than baseline by 0"))
                .features(features)
                .store(store)
                .build();
    }

    private static Candidate<Flight> regression(Flights past) {
        var model = new Sample04_PlainLoop.LogisticRegression();
        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
            model.trainOneEpoch(past);
        }
        return Candidate.of(
                "regression",
                Predictor.<double[]>of(model::probability)
                        .on(Flight::numbers)
                        .withFingerprint(ModelFingerprint.ofEpoch("sample 09", EPOCHS)));
    }

    private static Candidate<Flight> hourRate(List<Flight> past) {
        double[] flights = new double[24];
        double[] late = new double[24];
        for (Flight flight : past) {
            flights[flight.hour()]++;
            late[flight.hour()] += flight.late() ? 1 : 0;
        }
        return Candidate.of(
                "hour rate",
                Predictor.<Flight>of(flight -> late[flight.hour()] / flights[flight.hour()])
                        .withFingerprint(ModelFingerprint.of("hour rate, January to April 2001")));
    }

    private static void printInference(String evaluation, EvaluationResult result) {
        InferenceCost cost = result.time().inference();
        System.out.printf(
                Locale.ROOT,
                "%s evaluation: %,7d rows inferred, %,7d reused%n",
                evaluation,
                cost.rowsInferred(),
                cost.rowsReused());
    }

    /** The exit codes of the {@code tiercel} command. */
    private static void exit(Verdict verdict) {
        if (verdict != Verdict.PASS) {
            System.exit(verdict == Verdict.FAIL ? 10 : 11);
        }
    }
}
