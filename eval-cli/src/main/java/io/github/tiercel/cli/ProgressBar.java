package io.github.tiercel.cli;

import io.github.tiercel.metrics.resample.Progress;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * Shows on one line of a terminal how far the bootstrap has come; nothing while it takes less than half a second, and
 * the line is gone when it is done.
 */
final class ProgressBar implements Progress {

    private static final long PATIENCE_NANOS = 500_000_000;
    private static final int WIDTH = 30;
    private static final String CLEAR = "\r\u001b[K";

    private final PrintWriter terminal;
    private final long start;
    private int shown;

    ProgressBar(PrintWriter terminal, long start) {
        this.terminal = terminal;
        this.start = start;
    }

    /** The bar where standard error can show one, else nothing. */
    static Progress of(PrintWriter err) {
        return Console.isTerminal() ? new ProgressBar(err, System.nanoTime()) : Progress.NONE;
    }

    @Override
    public void replicates(int done, int all) {
        boolean late = System.nanoTime() - start > PATIENCE_NANOS;
        int filled = (int) ((long) WIDTH * done / all);
        if (done >= all && shown > 0) {
            terminal.print(CLEAR);
            terminal.flush();
            shown = 0;
        } else if (late && done < all && filled != shown) {
            terminal.print(CLEAR + line(done, all, filled));
            terminal.flush();
            shown = filled;
        }
    }

    private static String line(int done, int all, int filled) {
        return String.format(
                Locale.ROOT,
                "bootstrap [%s%s] %,d of %,d replicates",
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                done,
                all);
    }
}
