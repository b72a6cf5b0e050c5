package io.github.tiercel.metrics.calibration;

import io.github.tiercel.metrics.UndefinedReason;
import java.util.Optional;

/** What is read off a logistic regression of labels on log-odds. */
enum Coefficient {
    /** The slope, beside a free intercept. */
    SLOPE("calibration_slope") {
        @Override
        double of(LogisticFit fit) {
            return fit.slope();
        }

        @Override
        double influence(LogisticFit fit, double x, boolean label) {
            return fit.slopeInfluence(x, label);
        }
    },
    /** The intercept, beside a free slope. */
    INTERCEPT("calibration_intercept") {
        @Override
        double of(LogisticFit fit) {
            return fit.intercept();
        }

        @Override
        double influence(LogisticFit fit, double x, boolean label) {
            return fit.interceptInfluence(x, label);
        }
    },
    /** The intercept, at slope 1. */
    LEVEL("calibration_in_the_large") {
        @Override
        double of(LogisticFit fit) {
            return fit.intercept();
        }

        @Override
        double influence(LogisticFit fit, double x, boolean label) {
            return fit.interceptInfluence(x, label);
        }

        @Override
        Optional<UndefinedReason> missing(LogisticSample sample) {
            return Optional.empty();
        }

        @Override
        Optional<LogisticFit> fit(LogisticSample sample) {
            return Optional.of(LogisticFit.ofLevel(sample));
        }
    };

    private final String metric;

    Coefficient(String metric) {
        this.metric = metric;
    }

    String metric() {
        return metric;
    }

    abstract double of(LogisticFit fit);

    /** The influence value of a row with log-odds x. */
    abstract double influence(LogisticFit fit, double x, boolean label);

    /** Why a sample of both labels has no such coefficient; empty where it has. */
    Optional<UndefinedReason> missing(LogisticSample sample) {
        return sample.missingSlope();
    }

    Optional<LogisticFit> fit(LogisticSample sample) {
        return LogisticFit.ofSlope(sample);
    }
}
