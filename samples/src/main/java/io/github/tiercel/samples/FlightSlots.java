package io.github.tiercel.samples;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The numbers that a network reads of a flight, by name: a 1 for its hour, day of the week, origin and destination, and
 * its distance. Airports with few flights have no number, so a flight from there is one without an origin.
 *
 * @param names {@code distance}, or {@code COLUMN=VALUE}, in the order of the network
 */
record FlightSlots(List<String> names, Map<String, Integer> places) {

    static final String DISTANCE = "distance";

    private static final int LEAST_FLIGHTS = 500;
    private static final int HOURS = 24;
    private static final int DAYS = 7;

    /** The slots for the airports of these flights. */
    static FlightSlots of(Flights flights) {
        List<String> names = new ArrayList<>();
        IntStream.range(0, HOURS).forEach(hour -> names.add("hour=" + hour));
        IntStream.rangeClosed(1, DAYS).forEach(day -> names.add("weekday=" + day));
        names.add(DISTANCE);
        frequent(flights, Flight::origin).forEach(airport -> names.add("origin=" + airport));
        frequent(flights, Flight::destination).forEach(airport -> names.add("destination=" + airport));
        Map<String, Integer> places = new HashMap<>();
        names.forEach(name -> places.put(name, places.size()));
        return new FlightSlots(List.copyOf(names), places);
    }

    private static List<String> frequent(Flights flights, Function<Flight, String> airport) {
        return flights.list().stream()
                .collect(Collectors.groupingBy(airport, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(counted -> counted.getValue() >= LEAST_FLIGHTS)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    int size() {
        return names.size();
    }

    int distance() {
        return places.getOrDefault(DISTANCE, -1);
    }

    /** The places of the ones of a flight. */
    int[] ones(Flight flight) {
        return values(flight).stream()
                .filter(places::containsKey)
                .mapToInt(places::get)
                .toArray();
    }

    /** The names of the ones of a flight, known or not. */
    static List<String> values(Flight flight) {
        return List.of(
                "hour=" + flight.hour(),
                "weekday=" + flight.departure().getDayOfWeek().getValue(),
                "origin=" + flight.origin(),
                "destination=" + flight.destination());
    }
}
