package io.github.tiercel.benchmarks.peers;

/** What programs are compared in. */
enum Job {
    /** Point values, and bootstrap replicates of them. */
    REPLICATES,
    /** ROC-AUC with DeLong's standard error. */
    DELONG
}
