package io.github.tiercel.cli.demo;

import java.util.IdentityHashMap;
import java.util.function.Function;
import org.tribuo.Example;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;

/**
 * Flights as the model reads them. An example is made at the first score of its flight and kept, because the epochs to
 * come ask for it again. One thread.
 */
final class FlightExamples implements Function<Flight, Example<Label>> {

    /** To be changed with what an example is made of: scores are kept under it. */
    static final String VERSION = "flights 1";

    private static final double THOUSAND_MILES = 1000;
    private static final double LEAST_DELAY = -30;
    private static final double MOST_DELAY = 120;
    private static final double BUCKET_MINUTES = 10;

    private final IdentityHashMap<Flight, Example<Label>> made = new IdentityHashMap<>();

    @Override
    public Example<Label> apply(Flight flight) {
        return made.computeIfAbsent(flight, unseen -> example(unseen, LabelFactory.UNKNOWN_LABEL));
    }

    static Example<Label> example(Flight flight, Label label) {
        ArrayExample<Label> example = new ArrayExample<>(label);
        example.add("hour " + flight.hour(), 1);
        example.add("weekday " + flight.weekday(), 1);
        example.add("from " + flight.origin(), 1);
        example.add("to " + flight.destination(), 1);
        example.add("thousand miles", flight.miles() / THOUSAND_MILES);
        if (flight.hasOriginDelay()) {
            addOriginDelay(flight.originDelay(), example);
        } else {
            example.add("origin delay missing", 1);
        }
        return example;
    }

    /** Buckets follow any shape, the logarithm orders the flights within one. */
    private static void addOriginDelay(double minutes, ArrayExample<Label> example) {
        double delay = Math.max(LEAST_DELAY, Math.min(MOST_DELAY, minutes));
        example.add("origin delay from " + (int) (BUCKET_MINUTES * Math.floor(delay / BUCKET_MINUTES)), 1);
        example.add("log origin delay", Math.signum(delay) * StrictMath.log1p(Math.abs(delay) / BUCKET_MINUTES));
    }
}
