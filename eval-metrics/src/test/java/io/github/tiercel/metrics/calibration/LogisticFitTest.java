package io.github.tiercel.metrics.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.metrics.UndefinedReason;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogisticFitTest {

    private static final double TOLERANCE = 1e-10;

    private static final double[] X = {-2, -1, -.5, 0, .5, 1, 1.5, 3};
    private static final boolean[] LABELS = {false, false, true, false, true, false, true, true};

    private static final LogisticSample SAMPLE =
            new LogisticSample(X, new double[] {0, 0, 1, 0, 3, 0, 2, 1}, new double[] {1, 2, 0, 1, 0, 1, 0, 0});

    /** Expected numbers: Newton's method in NumPy 1.24.2, influence values by complex steps of the weights. */
    @Test
    void slopeAndInterceptWithTheInfluenceOfEachRow() {
        LogisticFit fit = LogisticFit.ofSlope(SAMPLE).orElseThrow();
        assertEquals(1.569959053403648, fit.slope(), TOLERANCE);
        assertEquals(0.05461839226885519, fit.intercept(), TOLERANCE);
        double[] ofSlope = {
            0.9276441750032021,
            2.0236644268230077,
            -4.211601895342163,
            0.64085836811136,
            1.1296168872405787,
            -7.299945344534735,
            1.1320627355113935,
            0.24273971037179587
        };
        double[] ofIntercept = {
            -0.4181815614649034,
            -1.4984479384553189,
            5.192571555577803,
            -3.6316108627854895,
            1.9443483559343746,
            -4.864294528564375,
            0.4286170872467938,
            0.02813203185088919
        };
        for (int row = 0; row < X.length; row++) {
            assertEquals(ofSlope[row], fit.slopeInfluence(X[row], LABELS[row]), TOLERANCE, "row " + row);
            assertEquals(ofIntercept[row], fit.interceptInfluence(X[row], LABELS[row]), TOLERANCE, "row " + row);
        }
    }

    /** Expected numbers: Newton's method from nearby, to 40 decimal digits; whole steps from slope 0 run away. */
    @Test
    void stepsThatWouldRunAwayAreHalved() {
        LogisticSample steep = new LogisticSample(
                new double[] {0, 4, 8, -8, -6}, new double[] {5, 2, 0, 0, 5}, new double[] {0, 0, 100, 2, 0});
        LogisticFit fit = LogisticFit.ofSlope(steep).orElseThrow();
        assertEquals(-0.4541071789985038, fit.slope(), TOLERANCE);
        assertEquals(0.0008119200066421781, fit.intercept(), TOLERANCE);
    }

    @Test
    void labelsThatShareOneNumberAndNoMoreAreSeparable() {
        double[] numbers = {0, 1, 2};
        double[] low = {1, 1, 0};
        double[] high = {0, 1, 1};
        Optional<UndefinedReason> separable = Optional.of(UndefinedReason.SEPARABLE);
        assertEquals(separable, new LogisticSample(numbers, high, low).missingSlope());
        assertEquals(separable, new LogisticSample(numbers, low, high).missingSlope());
    }

    @Test
    void meanAndReachAreThoseOfTheNumbers() {
        // (-2 - 2 - 0.5 + 0 + 1.5 + 1 + 3 + 3) / 12.
        assertEquals(1 / 3.0, SAMPLE.mean(), 1e-15);
        assertEquals(2.5, SAMPLE.reach(0.5));
        assertEquals(3.5, SAMPLE.reach(1.5));
        assertEquals(12, SAMPLE.total());
    }
}
