package io.github.tiercel.metrics.calibration;

import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/** The root of a function that changes its sign once: Brent's method, down to the rounding of the argument. */
final class Roots {

    private static final double RELATIVE_ACCURACY = 1e-15;
    private static final double ABSOLUTE_ACCURACY = 1e-15;
    private static final int MOST_EVALUATIONS = 1000;

    private Roots() {}

    /** The root between two arguments at which the function has different signs, or is 0. */
    static double between(double lower, double upper, UnivariateFunction function) {
        // However small the value, a flat function may still be far from its root: only 0 ends the search early.
        BrentSolver solver = new BrentSolver(RELATIVE_ACCURACY, ABSOLUTE_ACCURACY, Double.MIN_VALUE);
        return solver.solve(MOST_EVALUATIONS, function, lower, upper);
    }
}
