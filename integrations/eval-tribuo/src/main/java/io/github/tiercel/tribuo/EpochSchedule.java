package io.github.tiercel.tribuo;

/**
 * When epochs end in a training that goes over its rows pass by pass, in minibatches that never reach across two
 * passes.
 *
 * @param rows rows of a pass
 * @param minibatchSize rows of a minibatch; the last of a pass may have fewer
 * @param rowsPerEpoch rows of an epoch, at least a minibatch
 */
record EpochSchedule(int rows, int minibatchSize, int rowsPerEpoch) {

    /** {@return the epochs that are over after so many minibatches; each adds one at most} */
    int epochsAfter(long minibatches) {
        return (int) Math.min(Integer.MAX_VALUE, rowsAfter(minibatches) / rowsPerEpoch);
    }

    /** {@return the passes that hold so many epochs} */
    int passes(int epochs) {
        long needed = (long) epochs * rowsPerEpoch;
        return (int) Math.min(Integer.MAX_VALUE, (needed + rows - 1) / rows);
    }

    private long rowsAfter(long minibatches) {
        long perPass = (rows - 1L) / minibatchSize + 1;
        long begun = minibatches % perPass * minibatchSize;
        return minibatches / perPass * rows + begun;
    }
}
