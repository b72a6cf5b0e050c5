package io.github.tiercel.result;

import java.util.List;

/**
 * Gates that did not pass. The message has one line for each: its verdict, the rule, what was observed, the interval,
 * the limit, and how many rows would decide.
 *
 * @since 0.1
 */
public final class GateException extends RuntimeException {

    private static final long serialVersionUID = 1;

    GateException(List<String> lines, int gates) {
        super(lines.size() + " of " + gates + (gates == 1 ? " gate" : " gates") + " did not pass:\n"
                + String.join("\n", lines));
    }
}
