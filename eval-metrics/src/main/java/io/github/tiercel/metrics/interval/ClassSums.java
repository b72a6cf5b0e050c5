package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.CompensatedSum;

/**
 * DeLong's variance of ROC-AUC where rows are weighted or clustered: contributions are summed within units by class,
 * and each class has the factor of its own effective number of units.
 *
 * <p>Source: N. A. Obuchowski, Biometrics 53 (1997), doi:10.2307/2533958.
 */
final class ClassSums {

    private final double[] positives;
    private final double[] negatives;

    private ClassSums(int units) {
        positives = new double[units];
        negatives = new double[units];
    }

    static ClassSums of(Design design, BinaryPredictions predictions, double[] influence) {
        CompensatedSum total = new CompensatedSum();
        for (int row = 0; row < influence.length; row++) {
            total.add(predictions.weight(row));
        }
        ClassSums sums = new ClassSums(design.units());
        for (int row = 0; row < influence.length; row++) {
            if (predictions.weight(row) > 0) {
                double[] ofClass = predictions.label(row) ? sums.positives : sums.negatives;
                ofClass[design.unit(row)] += predictions.weight(row) / total.value() * influence[row];
            }
        }
        return sums;
    }

    double variance(ClassUnits effective, double units) {
        double cross = 2 * products(positives, negatives) * factor(units);
        double ofClasses = products(positives, positives) * factor(effective.positives())
                + products(negatives, negatives) * factor(effective.negatives());
        return Math.max(0, ofClasses + cross);
    }

    private static double factor(double units) {
        return units / (units - 1);
    }

    private static double products(double[] left, double[] right) {
        CompensatedSum sum = new CompensatedSum();
        for (int unit = 0; unit < left.length; unit++) {
            sum.add(left[unit] * right[unit]);
        }
        return sum.value();
    }
}
