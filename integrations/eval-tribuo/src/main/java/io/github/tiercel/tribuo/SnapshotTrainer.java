package io.github.tiercel.tribuo;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.LabelObjective;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.common.sgd.AbstractSGDTrainer;
import org.tribuo.math.LinearParameters;
import org.tribuo.math.StochasticGradientOptimiser;
import org.tribuo.provenance.ModelProvenance;

/** Tribuo's trainer, which also makes models of weights that are still in training. */
final class SnapshotTrainer extends LinearSGDTrainer {

    private static final int NEVER = -1;

    /** Held here, for the logging framework forgets the level of a logger that nobody holds. */
    private static final Logger LOGGER = Logger.getLogger(AbstractSGDTrainer.class.getName());

    static {
        // Tribuo announces each training at INFO, whatever its interval. A level that somebody has set stays.
        if (LOGGER.getLevel() == null) {
            LOGGER.setLevel(Level.WARNING);
        }
    }

    SnapshotTrainer(
            LabelObjective objective, StochasticGradientOptimiser optimiser, int passes, int minibatchSize, long seed) {
        super(objective, optimiser, passes, NEVER, minibatchSize, seed);
    }

    LinearSGDModel snapshot(
            ModelProvenance provenance,
            ImmutableFeatureMap features,
            ImmutableOutputInfo<Label> labels,
            LinearParameters weights) {
        return createModel(getName(), provenance, features, labels, weights);
    }
}
