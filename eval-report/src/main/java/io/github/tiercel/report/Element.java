package io.github.tiercel.report;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An element of a page, in the form that HTML and XML share.
 *
 * @param name its name, never from data
 * @param attributes their values by name, in the order they are written
 * @param children what it holds
 */
record Element(String name, Map<String, String> attributes, List<Markup> children) implements Markup {

    /** Elements that HTML closes by itself. */
    private static final Set<String> VOID = Set.of("meta", "input");

    /** Elements behind which a line break would show, or only make the source longer. */
    private static final Set<String> INLINE = Set.of("span", "strong", "a", "td", "th", "output", "label", "dt", "dd");

    Element {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        children = List.copyOf(children);
    }

    static Element of(String name) {
        return new Element(name, Map.of(), List.of());
    }

    /** {@return an element that holds text} */
    static Element of(String name, String text) {
        return of(name).holding(new Text(text));
    }

    Element with(String attribute, String value) {
        Map<String, String> more = new LinkedHashMap<>(attributes);
        more.put(attribute, value);
        return new Element(name, more, children);
    }

    Element classed(String value) {
        return value.isEmpty() ? this : with("class", value);
    }

    Element holding(Markup... more) {
        return holding(Arrays.asList(more));
    }

    Element holding(List<? extends Markup> more) {
        return new Element(
                name,
                attributes,
                Stream.concat(children.stream(), more.stream()).toList());
    }

    @Override
    public void appendTo(StringBuilder page) {
        page.append('<').append(name);
        attributes.forEach((attribute, value) -> {
            page.append(' ').append(attribute).append("=\"");
            new Text(value).appendTo(page);
            page.append('"');
        });
        if (VOID.contains(name)) {
            page.append(" />\n");
            return;
        }
        page.append(startsLine() ? ">\n" : ">");
        children.forEach(child -> child.appendTo(page));
        page.append("</").append(name).append(INLINE.contains(name) ? ">" : ">\n");
    }

    private boolean startsLine() {
        return !children.isEmpty()
                && children.get(0) instanceof Element first
                && !INLINE.contains(name)
                && !INLINE.contains(first.name());
    }
}
