package io.github.tiercel.samples;

import java.util.List;
import java.util.function.Function;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Flights as Tribuo reads them: a feature has a name, and what a flight does not have is not there. */
final class FlightExamples {

    private FlightExamples() {}

    /** Examples to train on, labelled by a function that may read the delay. */
    static Dataset<Label> labelled(Flights flights, Function<Flight, String> label) {
        var factory = new LabelFactory();
        var examples = new MutableDataset<>(new SimpleDataSourceProvenance("flights of 2001", factory), factory);
        for (Flight flight : flights.list()) {
            examples.add(example(flight, new Label(label.apply(flight))));
        }
        return examples;
    }

    /** Examples to score, in the order of the flights: the labels are those of the evaluation set. */
    static List<Example<Label>> unlabelled(Flights flights) {
        return flights.list().stream()
                .map(flight -> example(flight, LabelFactory.UNKNOWN_LABEL))
                .toList();
    }

    private static Example<Label> example(Flight flight, Label label) {
        var example = new ArrayExample<>(label);
        example.add("hour=" + flight.hour(), 1);
        example.add("day=" + flight.departure().getDayOfWeek(), 1);
        example.add("origin=" + flight.origin(), 1);
        example.add("destination=" + flight.destination(), 1);
        example.add("distance", flight.distance() / 1000);
        if (!Double.isNaN(flight.originDelay())) {
            example.add("origin delay", flight.originDelay() / 60);
        }
        return example;
    }
}
