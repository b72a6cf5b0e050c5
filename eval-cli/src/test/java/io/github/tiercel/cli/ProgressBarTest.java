package io.github.tiercel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.tiercel.metrics.resample.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

    private final StringWriter terminal = new StringWriter();

    private ProgressBar started(long secondsAgo) {
        return new ProgressBar(
                new PrintWriter(terminal, true), System.nanoTime() - TimeUnit.SECONDS.toNanos(secondsAgo));
    }

    @Test
    void quickWorkShowsNothing() {
        ProgressBar bar = started(-3600);
        bar.replicates(500, 1000);
        bar.replicates(1000, 1000);
        assertEquals("", terminal.toString());
    }

    @Test
    void longWorkShowsHowFarItHasCome() {
        started(3600).replicates(500, 1000);
        assertEquals(
                "\r\u001b[Kbootstrap [###############...............] 500 of 1,000 replicates", terminal.toString());
    }

    @Test
    void theLineIsDrawnAnewOnlyWhereItChanges() {
        ProgressBar bar = started(3600);
        bar.replicates(500, 1000);
        int length = terminal.toString().length();
        bar.replicates(502, 1000);
        assertEquals(length, terminal.toString().length());
    }

    @Test
    void nothingIsLeftOfTheLineInTheEnd() {
        ProgressBar bar = started(3600);
        bar.replicates(500, 1000);
        bar.replicates(1000, 1000);
        assertEquals(
                "\r\u001b[K", terminal.toString().substring(terminal.toString().length() - 4));
    }

    @Test
    void whatIsNoTerminalShowsNoBar() {
        assertSame(Progress.NONE, ProgressBar.of(new PrintWriter(terminal)));
    }
}
