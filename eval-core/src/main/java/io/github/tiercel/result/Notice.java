package io.github.tiercel.result;

/**
 * A warning that belongs to a result.
 *
 * @param code a short stable name in capitals, for example {@code "SMALL_SAMPLE"}
 * @param text one or two sentences for people
 * @since 0.1
 */
public record Notice(String code, String text) {}
