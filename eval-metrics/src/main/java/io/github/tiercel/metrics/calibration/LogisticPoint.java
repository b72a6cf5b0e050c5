package io.github.tiercel.metrics.calibration;

import io.github.tiercel.metrics.CompensatedSum;

/**
 * The loss of a logistic regression {@code p = 1 / (1 + exp(-(level + tilt z)))} with {@code z = (x - centre) / unit}
 * at one choice of level and tilt, with its derivatives.
 *
 * @param line level, tilt and the scale of numbers
 * @param loss the sum of {@code -w ln p}, p being the probability of the label
 * @param levelSlope the downward derivative by the level
 * @param tiltSlope the downward derivative by the tilt
 * @param levelCurvature the second derivative by the level
 * @param mixedCurvature the second derivative by both
 * @param tiltCurvature the second derivative by the tilt
 */
record LogisticPoint(
        Line line,
        double loss,
        double levelSlope,
        double tiltSlope,
        double levelCurvature,
        double mixedCurvature,
        double tiltCurvature) {

    /** A straight line of log-odds. */
    record Line(double centre, double unit, double level, double tilt) {

        double logOdds(double x) {
            return level + tilt * z(x);
        }

        double z(double x) {
            return (x - centre) / unit;
        }

        double slope() {
            return tilt / unit;
        }

        double intercept() {
            return level - slope() * centre;
        }
    }

    static LogisticPoint at(LogisticSample sample, Line line) {
        CompensatedSum loss = new CompensatedSum();
        CompensatedSum levelSlope = new CompensatedSum();
        CompensatedSum tiltSlope = new CompensatedSum();
        CompensatedSum levelCurvature = new CompensatedSum();
        CompensatedSum mixedCurvature = new CompensatedSum();
        CompensatedSum tiltCurvature = new CompensatedSum();
        for (int i = 0; i < sample.size(); i++) {
            double logOdds = line.logOdds(sample.x(i));
            double z = line.z(sample.x(i));
            double positive = sample.positive(i);
            double negative = sample.negative(i);
            // In terms of exp(-|log-odds|) nothing overflows and nothing cancels.
            double odds = Math.exp(-Math.abs(logOdds));
            double rarer = odds / (1 + odds);
            double usual = 1 / (1 + odds);
            double slope = logOdds >= 0 ? positive * rarer - negative * usual : positive * usual - negative * rarer;
            double curvature = (positive + negative) * rarer * usual;
            double wrong = logOdds >= 0 ? negative : positive;
            loss.add((positive + negative) * Math.log1p(odds) + wrong * Math.abs(logOdds));
            levelSlope.add(slope);
            tiltSlope.add(slope * z);
            levelCurvature.add(curvature);
            mixedCurvature.add(curvature * z);
            tiltCurvature.add(curvature * z * z);
        }
        return new LogisticPoint(
                line,
                loss.value(),
                levelSlope.value(),
                tiltSlope.value(),
                levelCurvature.value(),
                mixedCurvature.value(),
                tiltCurvature.value());
    }

    /** Where z is centred so that level and tilt do not depend on each other. */
    double shift() {
        return mixedCurvature / levelCurvature;
    }

    double tiltSlopeAtShift() {
        return tiltSlope - shift() * levelSlope;
    }

    double tiltCurvatureAtShift() {
        return Math.max(0, tiltCurvature - shift() * mixedCurvature);
    }
}
