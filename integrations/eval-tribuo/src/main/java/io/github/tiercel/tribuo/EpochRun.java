package io.github.tiercel.tribuo;

import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import com.oracle.labs.mlrg.olcut.provenance.primitives.IntProvenance;
import java.io.Serial;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.tribuo.Dataset;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.math.LinearParameters;
import org.tribuo.provenance.DatasetProvenance;
import org.tribuo.provenance.ModelProvenance;
import org.tribuo.provenance.TrainerProvenance;

/** One training: hands each epoch's model to a listener, and ends with the last of them. */
final class EpochRun {

    private final EpochSettings settings;
    private final Dataset<Label> data;
    private final EpochListener listener;
    private final EpochSchedule schedule;
    private final SnapshotTrainer trainer;
    private final ImmutableFeatureMap features;
    private final ImmutableOutputInfo<Label> labels;
    private final DatasetProvenance dataProvenance;
    private final TrainerProvenance trainerProvenance;

    EpochRun(EpochSettings settings, Dataset<Label> data, EpochListener listener) {
        this.settings = settings;
        this.data = data;
        this.listener = listener;
        this.schedule = settings.schedule(data.size());
        int passes = schedule.passes(settings.epochs());
        EpochHook hook = new EpochHook(settings.optimiser(), schedule, this::endEpoch);
        this.trainer =
                new SnapshotTrainer(settings.objective(), hook, passes, settings.minibatchSize(), settings.seed());
        this.features = data.getFeatureIDMap();
        this.labels = data.getOutputIDInfo();
        this.dataProvenance = data.getProvenance();
        this.trainerProvenance = settings.plain(passes).getProvenance();
    }

    LinearSGDModel train() {
        try {
            trainer.train(data);
        } catch (TrainingEnded end) {
            return end.model;
        }
        throw new IllegalStateException("the optimiser was not told that training is over");
    }

    private void endEpoch(int epoch, LinearParameters weights) {
        LinearSGDModel model = trainer.snapshot(provenance(epoch), features, labels, weights);
        boolean goesOn = listener.onEpochEnd(epoch, model);
        if (!goesOn || epoch == settings.epochs()) {
            throw new TrainingEnded(model);
        }
    }

    private ModelProvenance provenance(int epoch) {
        Map<String, Provenance> run = Map.of(
                "epoch", new IntProvenance("epoch", epoch),
                "rows-per-epoch", new IntProvenance("rows-per-epoch", schedule.rowsPerEpoch()));
        return new ModelProvenance(
                LinearSGDModel.class.getName(),
                OffsetDateTime.now(ZoneOffset.UTC),
                dataProvenance,
                trainerProvenance,
                run);
    }

    /** The way out of Tribuo's loop, which has no other; it holds nothing open. */
    private static final class TrainingEnded extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1;

        private final transient LinearSGDModel model;

        TrainingEnded(LinearSGDModel model) {
            super("training has ended", null, false, false);
            this.model = model;
        }
    }
}
