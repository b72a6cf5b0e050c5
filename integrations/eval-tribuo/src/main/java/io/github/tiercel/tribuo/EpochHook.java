package io.github.tiercel.tribuo;

import com.oracle.labs.mlrg.olcut.provenance.ConfiguredObjectProvenance;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tribuo.math.LinearParameters;
import org.tribuo.math.Parameters;
import org.tribuo.math.StochasticGradientOptimiser;
import org.tribuo.math.la.Tensor;

/**
 * An optimiser that tells when an epoch has ended. A trainer calls its optimiser once for each minibatch, and changes
 * the weights only after the call: so an epoch is over when the next minibatch comes, or the end.
 */
final class EpochHook implements StochasticGradientOptimiser {

    /** Takes the weights as they would be if training ended with this epoch. */
    @FunctionalInterface
    interface EpochEnd {
        void accept(int epoch, LinearParameters weights);
    }

    private final StochasticGradientOptimiser optimiser;
    private final EpochSchedule schedule;
    private final EpochEnd end;
    private @Nullable LinearParameters parameters;
    private long minibatches;
    private int ended;

    EpochHook(StochasticGradientOptimiser optimiser, EpochSchedule schedule, EpochEnd end) {
        this.optimiser = optimiser;
        this.schedule = schedule;
        this.end = end;
    }

    @Override
    public void initialise(Parameters weights) {
        parameters = (LinearParameters) weights;
        minibatches = 0;
        ended = 0;
        optimiser.initialise(weights);
    }

    @Override
    public Tensor[] step(Tensor[] updates, double weight) {
        endEpoch();
        minibatches++;
        return optimiser.step(updates, weight);
    }

    @Override
    public void finalise() {
        endEpoch();
        optimiser.finalise();
    }

    @Override
    public void reset() {
        parameters = null;
        optimiser.reset();
    }

    @Override
    public StochasticGradientOptimiser copy() {
        return new EpochHook(optimiser.copy(), schedule, end);
    }

    @Override
    public ConfiguredObjectProvenance getProvenance() {
        return optimiser.getProvenance();
    }

    private void endEpoch() {
        int epochs = schedule.epochsAfter(minibatches);
        if (parameters != null && epochs > ended) {
            ended = epochs;
            end.accept(epochs, finished(parameters));
        }
    }

    /** Some optimisers average weights or unpack them at the end only; here they do so with copies. */
    private LinearParameters finished(LinearParameters live) {
        Tensor[] weights = live.get();
        live.set(Arrays.stream(weights).map(EpochHook::spare).toArray(Tensor[]::new));
        try {
            optimiser.finalise();
            return live.copy();
        } finally {
            live.set(weights);
        }
    }

    /** A tensor that copies as another kind belongs to its optimiser, which replaces it at the end, unchanged. */
    private static Tensor spare(Tensor tensor) {
        Tensor copy = tensor.copy();
        return copy.getClass() == tensor.getClass() ? copy : tensor;
    }
}
