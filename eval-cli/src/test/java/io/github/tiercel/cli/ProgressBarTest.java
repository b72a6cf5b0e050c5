package io.github.tiercel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

    private static final String CLEAR = "\r\u001b[K";

    private final StringWriter said = new StringWriter();
    private long now = Long.MAX_VALUE - 1; // The clock may start anywhere, and turn over.

    private ProgressBar bar(boolean isTerminal) {
        return new ProgressBar(new PrintWriter(said), isTerminal, () -> now);
    }

    private void wait(int millis) {
        now += TimeUnit.MILLISECONDS.toNanos(millis);
    }

    @Test
    void quickWorkShowsNothing() {
        ProgressBar bar = bar(true);
        wait(400);
        bar.rows(1_000_000);
        bar.replicates(500, 1000);
        bar.replicates(1000, 1000);
        assertEquals("", said.toString());
    }

    @Test
    void longWorkShowsHowFarItHasCome() {
        ProgressBar bar = bar(true);
        wait(600);
        bar.replicates(500, 1000);
        assertEquals(CLEAR + "bootstrap [###############...............] 500 of 1,000 replicates", said.toString());
    }

    @Test
    void readingSaysItsRows() {
        ProgressBar bar = bar(true);
        wait(600);
        bar.rows(12_345_678);
        assertEquals(CLEAR + "reading: 12,345,678 rows", said.toString());
    }

    @Test
    void packingSaysItsShare() {
        ProgressBar bar = bar(true);
        wait(600);
        bar.packed(1_500_000, 3_000_000);
        assertEquals(CLEAR + "packing: 50 % of 1,000,000 rows", said.toString());
    }

    @Test
    void theLineIsDrawnAnewAtMostTenTimesASecond() {
        ProgressBar bar = bar(true);
        wait(600);
        bar.replicates(500, 1000);
        int length = said.toString().length();
        wait(90);
        bar.replicates(600, 1000);
        assertEquals(length, said.toString().length());
        wait(20);
        bar.replicates(600, 1000);
        assertEquals(2 * length, said.toString().length());
    }

    @Test
    void nothingIsLeftOfTheLineInTheEnd() {
        ProgressBar bar = bar(true);
        wait(600);
        bar.rows(7);
        bar.clear();
        bar.clear();
        assertEquals(CLEAR + "reading: 7 rows" + CLEAR, said.toString());
        wait(600);
        bar.replicates(500, 1000);
        bar.replicates(1000, 1000);
        assertEquals(CLEAR, said.toString().substring(said.toString().length() - CLEAR.length()));
    }

    @Test
    void aLogGetsALineEveryTenSeconds() {
        ProgressBar bar = bar(false);
        for (int second = 0; second < 25; second++) {
            bar.rows(second * 1_000L);
            wait(1000);
        }
        bar.clear();
        wait(10_000);
        bar.replicates(250, 1000);
        bar.replicates(1000, 1000);
        assertEquals("""
                tiercel: reading: 10,000 rows.
                tiercel: reading: 20,000 rows.
                tiercel: bootstrap: 250 of 1,000 replicates.
                """, said.toString().replace(System.lineSeparator(), "\n"));
    }
}
