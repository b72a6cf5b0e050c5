package io.github.tiercel.report;

/**
 * Whether a table carries colours. Words say everything that colours say, so both styles read the same.
 *
 * @since 0.1
 */
public enum Style {
    /** Text alone, for files, pipes and terminals without colours. */
    PLAIN {
        @Override
        String paint(Tone tone, String text) {
            return text;
        }
    },
    /**
     * Text with ANSI colours; whether a terminal wants them (NO_COLOR, no terminal at all) is the caller's question.
     */
    COLOUR {
        @Override
        String paint(Tone tone, String text) {
            return tone.code().isEmpty() ? text : "\u001b[" + tone.code() + "m" + text + "\u001b[0m";
        }
    };

    abstract String paint(Tone tone, String text);
}
