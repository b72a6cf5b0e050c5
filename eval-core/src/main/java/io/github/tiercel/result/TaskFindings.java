package io.github.tiercel.result;

/**
 * What an evaluation found besides metrics that is particular to the task.
 *
 * @since 0.1
 */
public sealed interface TaskFindings permits BinaryFindings, MulticlassFindings, RegressionFindings, RankingFindings {

    /** {@return the name of the task as results spell it: {@code "binary"}} */
    String task();
}
