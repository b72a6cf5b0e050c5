package io.github.tiercel.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tribuo.Example;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;

class FlightExamplesTest {

    private static final double LN_2 = 0.6931471805599453;

    @Test
    void exampleHoldsEachFeatureOnce() {
        assertEquals(
                Map.of(
                        "hour 17", 1.0,
                        "weekday 5", 1.0,
                        "from BOS", 1.0,
                        "to ORD", 1.0,
                        "thousand miles", 0.867,
                        "origin delay from 10", 1.0,
                        "log origin delay", LN_2),
                features(flight(10)));
    }

    @Test
    void missingDelayOfTheOriginIsAFeature() {
        Map<String, Double> features = features(flight(Double.NaN));
        assertEquals(1.0, features.get("origin delay missing"));
        assertEquals(6, features.size());
    }

    @Test
    void earlyOriginsHaveNegativeBuckets() {
        assertEquals(-LN_2, features(flight(-10)).get("log origin delay"));
        assertEquals(1.0, features(flight(-0.1)).get("origin delay from -10"));
    }

    @Test
    void delaysBeyondTheEndsCountAsTheEnds() {
        assertEquals(features(flight(120)), features(flight(900)));
        assertEquals(features(flight(-30)), features(flight(-200)));
    }

    @Test
    void exampleIsMadeOnceForEachFlight() {
        FlightExamples examples = new FlightExamples();
        Flight flight = flight(0);
        assertSame(examples.apply(flight), examples.apply(flight));
        assertNotSame(examples.apply(flight), examples.apply(flight(0)));
    }

    private static Flight flight(double originDelay) {
        return new Flight(17, 5, "BOS", "ORD", 867, originDelay);
    }

    private static Map<String, Double> features(Flight flight) {
        Example<Label> example = FlightExamples.example(flight, LabelFactory.UNKNOWN_LABEL);
        Map<String, Double> features = new TreeMap<>();
        example.forEach(feature -> features.merge(feature.getName(), feature.getValue(), Double::sum));
        return features;
    }
}
