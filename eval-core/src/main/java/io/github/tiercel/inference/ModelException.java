package io.github.tiercel.inference;

import io.github.tiercel.data.Coded;
import java.io.Serial;
import java.util.Locale;

/**
 * A model failed: it threw, gave no number, or gave too few or too many. The message says what happened at which rows,
 * counted from 1 in the caller's order.
 *
 * <p>It is also how inference ends when its thread is interrupted, see {@link #isInterrupted()}.
 *
 * @since 0.1
 */
public final class ModelException extends RuntimeException implements Coded {

    @Serial
    private static final long serialVersionUID = 1;

    private static final String FAILED = "MODEL_FAILED";
    private static final String INTERRUPTED = "INTERRUPTED";

    private final String code;

    /**
     * A model that failed in no particular way.
     *
     * @param message one or two sentences for people
     */
    public ModelException(String message) {
        this(FAILED, message);
    }

    /**
     * A model that gave what it must not, or could not be asked.
     *
     * @param code the kind of failure, in capitals
     * @param message one or two sentences for people
     */
    public ModelException(String code, String message) {
        super(message);
        this.code = code;
    }

    /**
     * A model that threw.
     *
     * @param message one or two sentences for people
     * @param cause what it threw
     */
    public ModelException(String message, Throwable cause) {
        super(message, cause);
        this.code = FAILED;
    }

    private ModelException(String message, InterruptedException cause) {
        super(message, cause);
        this.code = INTERRUPTED;
    }

    /** Inference that was told to stop; the interrupt flag of the thread is set again. */
    static ModelException interrupted(long done, long wanted, InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new ModelException(
                String.format(
                        Locale.ROOT,
                        "Inference was interrupted after %,d of %,d rows. What was handed on before is good; ask again"
                                + " for the rest.",
                        done,
                        wanted),
                cause);
    }

    /**
     * {@return the end of an evaluation that was told to stop while it waited; sets the thread's interrupt flag again}
     *
     * @param message one or two sentences for people
     * @param cause how the thread was told
     */
    public static ModelException interrupted(String message, InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new ModelException(message, cause);
    }

    /** {@return whether nothing is wrong with the model, but the thread was told to stop} */
    public boolean isInterrupted() {
        return code.equals(INTERRUPTED);
    }

    @Override
    public String code() {
        return code;
    }
}
