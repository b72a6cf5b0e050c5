package io.github.tiercel.cli;

import java.io.PrintWriter;

/** Says in one line, while Java shuts down, that somebody ended the command, as with Ctrl-C. */
final class Interruption extends Thread {

    private static final String TEXT = "tiercel: INTERRUPTED: The command was interrupted. No file is half written, and"
            + " scores that have reached the store are kept for the next run.";

    private final PrintWriter err;
    private volatile boolean isOver;

    Interruption(PrintWriter err) {
        super("tiercel-interruption");
        this.err = err;
    }

    /** Has nothing to say from here on: the command has ended by itself. */
    void isOver() {
        isOver = true;
    }

    @Override
    public void run() {
        if (!isOver) {
            err.println((Console.isErrTerminal() ? ProgressBar.CLEAR : "") + TEXT);
        }
    }
}
