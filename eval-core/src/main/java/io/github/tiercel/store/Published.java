package io.github.tiercel.store;

/** What became of a segment that was to be added. */
enum Published {
    /** It was added. */
    NEW,
    /** The same scores were there. */
    SAME,
    /** Other scores were there, and stay: the model does not give the same scores twice. */
    DIFFERENT
}
