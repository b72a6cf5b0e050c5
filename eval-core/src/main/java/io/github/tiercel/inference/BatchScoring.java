package io.github.tiercel.inference;

/** Lets a model score single batches and checks what it gives. */
record BatchScoring<X>(Predictor<X> predictor, Outputs outputs) {

    ScoreBlock score(AssembledBatch<X> batch) throws InterruptedException {
        ModelFaults faults = new ModelFaults(batch, outputs.names());
        BatchScores scores = new BatchScores(faults, batch.size(), outputs.count());
        try {
            predictor.predict(batch.batch(), scores);
        } catch (Exception | StackOverflowError thrown) {
            scores.requireNoRefusal();
            throw failure(thrown, faults);
        }
        return scores.block(batch.from(), outputs.precision());
    }

    /** What a model throws on a thread that was told to stop says nothing about the model. */
    private static ModelException failure(Throwable thrown, ModelFaults faults) throws InterruptedException {
        if (thrown instanceof InterruptedException interruption) {
            throw interruption;
        }
        if (Thread.currentThread().isInterrupted()) {
            InterruptedException interruption = new InterruptedException("interrupted while the model was at work");
            interruption.initCause(thrown);
            throw interruption;
        }
        return thrown instanceof ModelException known
                ? known.inRows(faults.batch().rows())
                : faults.threw(thrown);
    }

    /**
     * Checks that the model has not changed its mind.
     *
     * @throws IllegalArgumentException if it has other outputs now
     */
    void requireSameOutputs() {
        Outputs now = predictor.outputs();
        if (!now.equals(outputs)) {
            throw new IllegalArgumentException("The outputs of a model must always be the same, but were "
                    + outputs.names() + " in " + outputs.precision() + " and are now " + now.names() + " in "
                    + now.precision() + ". Make another predictor for a model with other outputs.");
        }
    }
}
