package io.github.tiercel.metrics.calibration;

import io.github.tiercel.metrics.binary.LogLoss;

/** The log-odds {@code ln(p / (1 - p))} of probabilities that are brought into [clip, 1 - clip] first. */
record Logit(double clip) {

    /** As log-loss clips: the spacing of doubles at 1. */
    static final double DEFAULT_CLIP = LogLoss.DEFAULT_CLIP;

    Logit {
        LogLoss.checkClip(clip);
    }

    double of(double probability) {
        double clipped = Math.max(clip, Math.min(1 - clip, probability));
        return Math.log(clipped) - Math.log1p(-clipped);
    }

    /** The probability of log-odds. */
    static double inverse(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }
}
