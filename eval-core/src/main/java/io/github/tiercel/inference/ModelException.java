package io.github.tiercel.inference;

import io.github.tiercel.data.Coded;
import java.io.Serial;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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

    private static final Pattern PLACE = Pattern.compile("\\brow ([0-9,]*[0-9]) of a batch of ([0-9,]*[0-9])");
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

    private ModelException(String code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    private ModelException(String message, InterruptedException cause) {
        super(message, cause);
        this.code = INTERRUPTED;
    }

    /**
     * {@return the words for a row of a batch in the message of a model, which knows no more of it; whoever asked the
     * model puts the caller's row in their place}
     *
     * @param place the place in the batch, from 0
     * @param rows the number of rows in the batch
     */
    public static String place(int place, int rows) {
        return String.format(Locale.ROOT, "row %,d of a batch of %,d", place + 1, rows);
    }

    /**
     * {@return the same failure, with the caller's row wherever the message has {@linkplain #place a place} in the
     * batch}
     *
     * @param rows the caller's rows of the batch, from 0
     */
    public ModelException inRows(int[] rows) {
        String said = String.valueOf(getMessage());
        String named = PLACE.matcher(said).replaceAll(place -> row(place, rows));
        if (named.equals(said)) {
            return this;
        }
        ModelException failure = new ModelException(code, named, getCause());
        failure.setStackTrace(getStackTrace());
        return failure;
    }

    private static String row(MatchResult place, int[] rows) {
        boolean isOfBatch = place.group(2).equals(CallerRows.number(rows.length));
        return isOfBatch ? CallerRows.named(new int[] {rows[number(place.group(1)) - 1]}) : place.group();
    }

    private static int number(String text) {
        return Integer.parseInt(text.replace(",", ""));
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
