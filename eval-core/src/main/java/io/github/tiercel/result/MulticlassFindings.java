package io.github.tiercel.result;

import io.github.tiercel.metrics.multiclass.ConfusionTable;
import java.util.List;

/**
 * What was found of predictions of one class out of several.
 *
 * @param classes one entry a declared class, in their order, absent ones included
 * @param confusion the weights of rows by their class and by the class predicted for them
 * @since 0.1
 */
public record MulticlassFindings(List<ClassResult> classes, ConfusionTable confusion) implements TaskFindings {

    /** Copies the list. */
    public MulticlassFindings {
        classes = List.copyOf(classes);
    }

    @Override
    public String task() {
        return "multiclass";
    }
}
