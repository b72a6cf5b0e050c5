package io.github.tiercel.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tiercel.data.DataException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads members of JSON objects, the counterpart of {@link JsonSink}. Members that nobody asks for are ignored. One
 * that is missing or of another type ends in a sentence with its path, such as {@code gates[2].verdict}.
 */
final class JsonSource {

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_@-]+");
    private static final int LONGEST_SHOWN = 40;

    private final JsonNode node;
    private final String path;

    /** What the document is called in messages. */
    private final String origin;

    private JsonSource(JsonNode node, String path, String origin) {
        this.node = node;
        this.path = path;
        this.origin = origin;
    }

    /**
     * {@return the document's object}
     *
     * @param origin what the document is called in messages, at the beginning of a sentence
     * @throws DataException if it is no object
     */
    static JsonSource document(JsonNode root, String origin) {
        JsonSource source = new JsonSource(root, "", origin);
        if (root.isMissingNode()) {
            throw source.unreadable("it is empty");
        }
        if (!root.isObject()) {
            throw source.unreadable("it holds " + shown(root) + " instead of an object");
        }
        return source;
    }

    /** {@return what to say of a document with a problem} */
    static String sentence(String origin, String problem) {
        return origin + " cannot be read as a result: " + problem
                + ". Name a file that tiercel evaluate --format json wrote.";
    }

    private DataException unreadable(String problem) {
        return new DataException("NO_RESULT", sentence(origin, problem));
    }

    /** {@return the error that a member is wrong} */
    DataException wrong(String name, String problem) {
        return unreadable(pathOf(name) + " " + problem);
    }

    boolean has(String name) {
        return node.has(name);
    }

    boolean isNull(String name) {
        return member(name).isNull();
    }

    String text(String name) {
        return text(member(name), name);
    }

    Optional<String> maybeText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    boolean truth(String name) {
        JsonNode member = member(name);
        if (!member.isBoolean()) {
            throw mustBe(name, "true or false", member);
        }
        return member.booleanValue();
    }

    int count(String name) {
        return (int) whole(name, 0, Integer.MAX_VALUE);
    }

    long whole(String name, long least, long most) {
        return whole(member(name), name, least, most);
    }

    double number(String name, double whenNull) {
        return number(member(name), name, whenNull);
    }

    OptionalDouble maybeNumber(String name, double whenNull) {
        return has(name) ? OptionalDouble.of(number(name, whenNull)) : OptionalDouble.empty();
    }

    /** {@return a number that may be infinite, as {@link JsonSink#value} writes it} */
    double value(String name, double whenNotSaid) {
        double whenNull = has(JsonSink.INFINITE)
                ? choice(JsonSink.INFINITE, List.of(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY), JsonSink::sign)
                : whenNotSaid;
        return number(name, whenNull);
    }

    /** {@return the one of several values whose name stands there} */
    <T> T choice(String name, List<T> values, Function<T, String> nameOf) {
        return choice(member(name), name, values, nameOf);
    }

    <E extends Enum<E>> E choice(String name, Class<E> values) {
        return choice(name, Arrays.asList(values.getEnumConstants()), Enum::name);
    }

    <E extends Enum<E>> List<E> choices(String name, Class<E> values) {
        List<E> constants = Arrays.asList(values.getEnumConstants());
        return items(name, (item, at) -> choice(item, at, constants, Enum::name));
    }

    JsonSource object(String name) {
        return object(member(name), name);
    }

    <T> T object(String name, Function<JsonSource, T> reader) {
        return object(name).read(reader);
    }

    <T> Optional<T> maybeObject(String name, Function<JsonSource, T> reader) {
        return has(name) ? Optional.of(object(name, reader)) : Optional.empty();
    }

    <T> List<T> objects(String name, Function<JsonSource, T> reader) {
        return items(name, (item, at) -> object(item, at).read(reader));
    }

    /** {@return an object's members by name, each an object} */
    <T> Map<String, T> members(String name, BiFunction<String, JsonSource, T> reader) {
        JsonSource object = object(name);
        Map<String, T> members = new LinkedHashMap<>();
        object.node
                .fieldNames()
                .forEachRemaining(
                        key -> members.put(key, object.object(key).read(member -> reader.apply(key, member))));
        return members;
    }

    /** {@return the same; nothing where the object is left out} */
    <T> Map<String, T> maybeMembers(String name, BiFunction<String, JsonSource, T> reader) {
        return has(name) ? members(name, reader) : Map.of();
    }

    Map<String, String> texts(String name) {
        JsonSource object = object(name);
        Map<String, String> texts = new LinkedHashMap<>();
        object.node.fieldNames().forEachRemaining(key -> texts.put(key, object.text(key)));
        return texts;
    }

    List<String> names(String name) {
        return items(name, this::text);
    }

    List<Long> wholes(String name) {
        return items(name, (item, at) -> whole(item, at, 0, Long.MAX_VALUE));
    }

    List<Integer> counts(String name) {
        return items(name, (item, at) -> (int) whole(item, at, 0, Integer.MAX_VALUE));
    }

    double[] numbers(String name, double whenNull) {
        return numbers(member(name), name, whenNull);
    }

    /** {@return an array of arrays} */
    List<double[]> grid(String name, double whenNull) {
        return items(name, (item, at) -> numbers(item, at, whenNull));
    }

    /** Reads this object; what records refuse is said with the object's path. */
    <T> T read(Function<JsonSource, T> reader) {
        try {
            return reader.apply(this);
        } catch (DataException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw unreadable((path.isEmpty() ? "" : path + ": ") + e.getMessage());
        }
    }

    private interface Item<T> {
        T read(JsonNode item, String at);
    }

    private <T> List<T> items(String name, Item<T> reader) {
        return items(member(name), name, reader);
    }

    private <T> List<T> items(JsonNode array, String name, Item<T> reader) {
        if (!array.isArray()) {
            throw mustBe(name, "an array", array);
        }
        List<T> items = new ArrayList<>(array.size());
        for (JsonNode item : array) {
            items.add(reader.read(item, name + "[" + items.size() + "]"));
        }
        return items;
    }

    private double[] numbers(JsonNode array, String name, double whenNull) {
        return items(array, name, (item, at) -> number(item, at, whenNull)).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private JsonNode member(String name) {
        JsonNode member = node.get(name);
        if (member == null) {
            throw wrong(name, "is missing");
        }
        return member;
    }

    private JsonSource object(JsonNode member, String name) {
        if (!member.isObject()) {
            throw mustBe(name, "an object", member);
        }
        return new JsonSource(member, pathOf(name), origin);
    }

    private String text(JsonNode member, String name) {
        if (!member.isTextual()) {
            throw mustBe(name, "a text", member);
        }
        return member.textValue();
    }

    private long whole(JsonNode member, String name, long least, long most) {
        boolean fits = member.isIntegralNumber()
                && member.canConvertToLong()
                && member.longValue() >= least
                && member.longValue() <= most;
        if (!fits) {
            throw mustBe(name, "a whole number from " + least + " to " + most, member);
        }
        return member.longValue();
    }

    private double number(JsonNode member, String name, double whenNull) {
        if (member.isNull()) {
            return whenNull;
        }
        if (!member.isNumber() || !Double.isFinite(member.doubleValue())) {
            throw mustBe(name, "a number within the range of doubles, or null", member);
        }
        return member.doubleValue();
    }

    private <T> T choice(JsonNode member, String name, List<T> values, Function<T, String> nameOf) {
        String text = text(member, name);
        return values.stream()
                .filter(value -> nameOf.apply(value).equals(text))
                .findFirst()
                .orElseThrow(
                        () -> wrong(name, "is " + shown(member) + ", which this version of Tiercel does not know"));
    }

    private DataException mustBe(String name, String what, JsonNode found) {
        return wrong(name, "must be " + what + ", got " + shown(found));
    }

    private String pathOf(String name) {
        boolean isPlain = PLAIN.matcher(name.replaceAll("(\\[\\d+])+$", "")).matches();
        String step = isPlain ? name : "[\"" + name + "\"]";
        return path.isEmpty() || !isPlain ? path + step : path + "." + step;
    }

    private static String shown(JsonNode found) {
        if (found.isContainerNode()) {
            return found.isObject() ? "an object" : "an array";
        }
        if (found.isNumber() && Double.isInfinite(found.doubleValue())) {
            return "one beyond it";
        }
        String text = found.toString();
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "..." : text;
    }
}
