package io.github.tiercel.report;

/**
 * What lines are made for.
 *
 * @param width columns of the screen
 * @param style whether there are colours
 */
record Layout(int width, Style style) {

    private static final int LEAST_WIDTH = 40;

    Layout {
        if (width < LEAST_WIDTH) {
            throw new IllegalArgumentException("width must be at least " + LEAST_WIDTH + " columns, got " + width);
        }
    }
}
