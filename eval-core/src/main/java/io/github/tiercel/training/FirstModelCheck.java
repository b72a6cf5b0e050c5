package io.github.tiercel.training;

import io.github.tiercel.inference.Predictor;
import io.github.tiercel.result.Notice;
import java.util.List;

/**
 * Looks at the first model of a training run for what no further epoch is likely to mend, such as a model that is too
 * slow for its purpose.
 *
 * <pre>{@code
 * FirstModelCheck<double[]> check = model -> isSmall(model) ? List.of() : List.of(notice);
 * }</pre>
 *
 * @param <X> what the model reads of one row
 * @see EpochEvaluator.Builder#checkingFirstModel
 * @since 0.1
 */
@FunctionalInterface
public interface FirstModelCheck<X> {

    /**
     * Checks a model.
     *
     * @param model the model as it is at the end of its epoch; not to be kept
     * @return what training should know; empty if all is well
     * @throws Exception if the check cannot be made; the run goes on, and its epoch says so
     */
    List<Notice> check(Predictor<X> model) throws Exception;
}
