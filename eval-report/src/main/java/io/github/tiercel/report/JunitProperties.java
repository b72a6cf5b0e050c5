package io.github.tiercel.report;

import java.util.ArrayList;
import java.util.List;

/** Names with values, in the order they are added. */
final class JunitProperties {

    private final List<Element> properties = new ArrayList<>();

    JunitProperties add(String name, String value) {
        properties.add(Element.of("property").with("name", name).with("value", value));
        return this;
    }

    JunitProperties add(String name, long number) {
        return add(name, Long.toString(number));
    }

    /** Every digit, since machines read it; a number that is none is left out. */
    JunitProperties add(String name, double number) {
        if (Double.isNaN(number)) {
            return this;
        }
        String infinite = number > 0 ? "inf" : "-inf";
        return add(name, Double.isInfinite(number) ? infinite : Double.toString(number));
    }

    Element element() {
        return Element.of("properties").holding(properties);
    }
}
