package io.github.tiercel.cli.demo;

/**
 * A flight to learn from.
 *
 * @param late whether it arrived more than 60 minutes late
 */
record PastFlight(Flight flight, boolean late) {}
