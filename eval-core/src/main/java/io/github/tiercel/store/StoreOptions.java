package io.github.tiercel.store;

/**
 * How a folder is used.
 *
 * @param budget bytes above which the least recently used keys are deleted
 * @param readOnly whether to leave the folder as it is
 * @param locks whether to ask the file system for locks
 */
record StoreOptions(long budget, boolean readOnly, boolean locks) {

    static final long DEFAULT_BUDGET = 10L << 30;
}
