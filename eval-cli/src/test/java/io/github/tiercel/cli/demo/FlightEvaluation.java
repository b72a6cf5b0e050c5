package io.github.tiercel.cli.demo;

import io.github.tiercel.data.Batch;
import io.github.tiercel.evaluation.Candidate;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.inference.ScoreSink;
import io.github.tiercel.report.ResultJson;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.InferenceCost;
import io.github.tiercel.result.TimeBreakdown;
import io.github.tiercel.store.PredictionStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Evaluates the rate of the hour on flights, in a process of its own, so that it can be killed. */
final class FlightEvaluation {

    private FlightEvaluation() {}

    /**
     * Arguments: the store, the file for the result, after how many rows the model hangs (0 for never), and how many
     * milliseconds it takes for a batch.
     */
    public static void main(String[] args) throws IOException {
        int hangsAfter = Integer.parseInt(args[2]);
        int batchMillis = Integer.parseInt(args[3]);
        FlightFile file = FlightFile.read();
        Predictor<Flight> model = new Patient(HourRate.learn(file.flights().past()), hangsAfter, batchMillis);
        try (PredictionStore store = PredictionStore.open(Path.of(args[0]))) {
            var evaluator = Evaluator.of(file.flights().holdout())
                    .features(file.flights().features())
                    .store(store)
                    .build();
            System.out.println("begins");
            EvaluationResult result = evaluator.evaluate(
                    Tier.full().withReplicates(50), List.of(Candidate.of("hour_rate", model)), Optional.empty());
            InferenceCost cost = result.time().inference();
            Files.writeString(Path.of(args[1]), ResultJson.render(timeless(result)));
            System.out.printf(Locale.ROOT, "inferred %d reused %d%n", cost.rowsInferred(), cost.rowsReused());
        }
    }

    /** What is the same however often the evaluation was made: neither its time nor how often that was. */
    private static EvaluationResult timeless(EvaluationResult result) {
        return new EvaluationResult(
                result.verdict(),
                result.models(),
                new TimeBreakdown(0, InferenceCost.NONE, 0, 0, 0),
                result.provenance(),
                result.history());
    }

    /** A model that takes its time, or all the time in the world. */
    private static final class Patient implements Predictor<Flight> {

        private final HourRate rates;
        private final int hangsAfter;
        private final int batchMillis;
        private int scored;

        Patient(HourRate rates, int hangsAfter, int batchMillis) {
            this.rates = rates;
            this.hangsAfter = hangsAfter;
            this.batchMillis = batchMillis;
        }

        @Override
        public void predict(Batch<Flight> batch, ScoreSink scores) throws InterruptedException {
            if (hangsAfter > 0 && scored >= hangsAfter) {
                Thread.currentThread().join();
            }
            Thread.sleep(batchMillis);
            for (int i = 0; i < batch.size(); i++) {
                scores.score(i, rates.rate(batch.row(i)));
            }
            scored += batch.size();
        }

        @Override
        public Outputs outputs() {
            return Outputs.score();
        }

        @Override
        public Optional<ModelFingerprint> fingerprint() {
            return Optional.of(ModelFingerprint.of("hour_rate"));
        }
    }
}
