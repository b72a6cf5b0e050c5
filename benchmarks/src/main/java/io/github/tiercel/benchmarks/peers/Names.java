package io.github.tiercel.benchmarks.peers;

import java.util.List;

/** The names under which programs report their point values. */
final class Names {

    static final String ROC_AUC = "roc_auc";
    static final String AVERAGE_PRECISION = "average_precision";
    static final String BEST_F1 = "best_f1";
    static final String LOG_LOSS = "log_loss";
    static final String BRIER = "brier";

    /** DeLong's standard error of ROC-AUC. */
    static final String DELONG_ERROR = "delong_error";

    static final List<String> ALL = List.of(ROC_AUC, AVERAGE_PRECISION, BEST_F1, LOG_LOSS, BRIER, DELONG_ERROR);

    private Names() {}
}
