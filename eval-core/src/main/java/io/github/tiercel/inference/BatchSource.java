package io.github.tiercel.inference;

/** Gives batches one after another. To be used by one thread. */
interface BatchSource<X> extends AutoCloseable {

    /** The batch that begins at a position, which must follow the batch given before. */
    AssembledBatch<X> from(int position) throws InterruptedException;

    @Override
    void close();
}
