package io.github.tiercel.data;

/**
 * A failure whose kind has a short stable name, by which the manual explains it and {@code tiercel explain} finds it.
 *
 * <pre>{@code
 * try {
 *   EvaluationSet.from(rows, roles, seed);
 * } catch (DataException e) {
 *   log.log(Level.ERROR, "{0}: {1}", e.code(), e.getMessage());   // DUPLICATE_IDS: Id "u-1042" occurs 3 times ...
 * }
 * }</pre>
 *
 * @since 0.1
 */
public interface Coded {

    /** {@return a stable name in capitals, for example {@code "DUPLICATE_IDS"}} */
    String code();
}
