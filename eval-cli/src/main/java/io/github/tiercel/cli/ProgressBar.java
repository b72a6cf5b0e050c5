package io.github.tiercel.cli;

import io.github.tiercel.metrics.resample.Progress;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Says on standard error how far long work has come. On a terminal that is one line, drawn anew after half a second and
 * gone when the work is done; elsewhere, as in the log of a build, a line of its own every ten seconds.
 */
final class ProgressBar implements Progress {

    private static final int WIDTH = 30;
    static final String CLEAR = "\r\u001b[K";

    private final PrintWriter err;
    private final boolean isTerminal;
    private final LongSupplier clock;
    private long next;
    private boolean isShown;

    ProgressBar(PrintWriter err, boolean isTerminal, LongSupplier clock) {
        this.err = err;
        this.isTerminal = isTerminal;
        this.clock = clock;
        this.next = clock.getAsLong() + patience(500);
    }

    static ProgressBar of(PrintWriter err) {
        return new ProgressBar(err, Console.isErrTerminal(), System::nanoTime);
    }

    /** Forgets how long other work has taken. */
    synchronized void restart() {
        next = clock.getAsLong() + patience(500);
    }

    /** Nanoseconds that pass before the next line: so many milliseconds on a terminal. */
    private long patience(int millis) {
        return isTerminal ? TimeUnit.MILLISECONDS.toNanos(millis) : TimeUnit.SECONDS.toNanos(10);
    }

    /** Hears how many rows have been read, of nobody knows how many. */
    void rows(long done) {
        show(() -> String.format(Locale.ROOT, "reading: %,d rows", done));
    }

    /** Hears, from any thread, how many rows a model has scored. */
    synchronized void inferred(long done) {
        show(() -> String.format(Locale.ROOT, "inference: %,d rows", done));
    }

    /** Hears how many rows of all a model has scored. */
    void inferred(long done, int all) {
        show("inference", (int) Math.min(done, all), all, "rows");
    }

    @Override
    public void replicates(int done, int all) {
        if (done >= all) {
            clear();
        } else {
            show("bootstrap", done, all, "replicates");
        }
    }

    /** Hears how many draws of a self-test are done. */
    void draws(int done, int all) {
        show("self-test", done, all, "draws");
    }

    /** Hears how far a packing is: each row counts when it is ordered, read and written. */
    void packed(long done, long all) {
        show(() -> {
            long percent = all == 0 ? 100 : 100 * done / all;
            return String.format(Locale.ROOT, "packing: %d %% of %,d rows", percent, all / 3);
        });
    }

    private void show(String work, int done, int all, String what) {
        show(() -> work + bar(done, all) + String.format(Locale.ROOT, "%,d of %,d %s", done, all, what));
    }

    /** A log has no use for a drawing. */
    private String bar(long done, long all) {
        int filled = (int) (WIDTH * done / all);
        return isTerminal ? " [" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] " : ": ";
    }

    private void show(Supplier<String> text) {
        long now = clock.getAsLong();
        if (now - next < 0) {
            return;
        }
        if (isTerminal) {
            err.print(CLEAR + text.get());
        } else {
            err.println("tiercel: " + text.get() + ".");
        }
        err.flush();
        isShown = isTerminal;
        next = now + patience(100);
    }

    /** Leaves nothing of the line. */
    void clear() {
        if (isShown) {
            err.print(CLEAR);
            err.flush();
            isShown = false;
        }
    }
}
