package io.github.tiercel.cli.demo;

import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.tribuo.EpochListener;
import io.github.tiercel.tribuo.EpochTrainer;
import io.github.tiercel.tribuo.TribuoPredictor;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.tribuo.Dataset;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Trains a logistic regression of whether a flight is late, with Tribuo. */
final class LateTraining {

    // A tenth of the flights an epoch, and small steps, so that log-loss falls for some epochs and early stopping has
    // work.
    private static final double LEARNING_RATE = 0.05;
    private static final int MINIBATCH_ROWS = 64;
    private static final int EPOCH_ROWS = 15_000;
    private static final long SEED = 42;

    private static final OffsetDateTime FIRST_DAY = OffsetDateTime.of(2001, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private final Dataset<Label> dataset;

    private LateTraining(Dataset<Label> dataset) {
        this.dataset = dataset;
    }

    static LateTraining on(List<PastFlight> past) {
        LabelFactory labels = new LabelFactory();
        MutableDataset<Label> dataset =
                new MutableDataset<>(new SimpleDataSourceProvenance("flights", FIRST_DAY, labels), labels);
        Label late = new Label(Flights.LATE);
        Label notLate = new Label(Flights.NOT_LATE);
        for (PastFlight each : past) {
            dataset.add(FlightExamples.example(each.flight(), each.late() ? late : notLate));
        }
        return new LateTraining(dataset);
    }

    /**
     * Trains until the listener has enough, or for so many epochs. The same flights give the same models, bit by bit.
     */
    void run(int epochs, EpochListener listener) {
        EpochTrainer.of(new LogMulticlass(), new AdaGrad(LEARNING_RATE), MINIBATCH_ROWS, SEED)
                .rowsPerEpoch(EPOCH_ROWS)
                .epochs(epochs)
                .train(dataset, listener);
    }

    /** {@return the model for flights, under a fingerprint of its weights and of what is made of a flight} */
    static Predictor<Flight> predictor(LinearSGDModel model, FlightExamples examples) {
        TribuoPredictor predictor = TribuoPredictor.of(model);
        ModelFingerprint weights = predictor.fingerprint().orElseThrow();
        return predictor.on(examples).withFingerprint(weights.withTransform(FlightExamples.VERSION));
    }
}
