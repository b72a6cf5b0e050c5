package io.github.tiercel.metrics.multiclass;

import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.SmoothMetric;

/**
 * A metric whose error is that of single classes: of every class, because all count alike, or of the one that it
 * measures. A rare class makes it uncertain, however many rows the others have.
 *
 * @since 0.1
 */
public interface ClassMetric extends SmoothMetric<MulticlassPredictions> {

    /**
     * {@return whether the error is that of this class, among others}
     *
     * @param className the name of a class
     */
    boolean restsOn(String className);
}
