package io.github.tiercel.cli;

import io.github.tiercel.data.Filter;
import io.github.tiercel.data.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition on rows as people write it: {@code month = May and distance >= 500 and origin in (BOS, 'New York') and
 * delay present}. Names and values with blanks or signs stand in quotes of either kind, doubled where they are part of
 * it.
 */
final class FilterText {

    private static final String FORM =
            " Write COLUMN = VALUE (also >= > <= <), COLUMN in (VALUE, VALUE), or COLUMN present,"
                    + " with \"and\" between several; put names and values with blanks or signs in quotes.";

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:'((?:[^']|'')*)'|\"((?:[^\"]|\"\")*)\"|(>=|<=|==|[=<>(),])|([^\\s'\"=<>(),]+))\\s*");

    private final String text;
    private final List<Token> tokens;
    private int next;

    /** A name or value, or if it is not {@code quoted} a sign or word of the grammar. */
    private record Token(String text, boolean isSign, boolean isQuoted) {

        boolean is(String word) {
            return !isQuoted && text.equalsIgnoreCase(word);
        }
    }

    private FilterText(String text, List<Token> tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    /**
     * {@return the condition of a text}
     *
     * @throws io.github.tiercel.data.UsageException if it is none
     */
    static Filter parse(String text) {
        FilterText parser = new FilterText(text, tokens(text));
        Filter filter = parser.condition();
        while (parser.next < parser.tokens.size()) {
            parser.expect("and");
            filter = filter.and(parser.condition());
        }
        return filter;
    }

    private static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (end < text.length()) {
            if (!matcher.region(end, text.length()).lookingAt()) {
                throw refused(text, "\"" + text.substring(end).strip() + "\" is a quote that does not end");
            }
            tokens.add(token(matcher));
            end = matcher.end();
        }
        return tokens;
    }

    private static Token token(Matcher matcher) {
        if (matcher.group(1) != null) {
            return new Token(matcher.group(1).replace("''", "'"), false, true);
        }
        if (matcher.group(2) != null) {
            return new Token(matcher.group(2).replace("\"\"", "\""), false, true);
        }
        return matcher.group(3) != null
                ? new Token(matcher.group(3), true, false)
                : new Token(matcher.group(4), false, false);
    }

    private Filter condition() {
        String column = word("a column");
        Token operator = take("=, >=, >, <=, <, in or present behind \"" + column + "\"");
        if (operator.is("present")) {
            return Filter.present(column);
        }
        if (operator.is("in")) {
            return Filter.in(column, list());
        }
        return comparison(operator).apply(column, word("a value behind " + operator.text));
    }

    private BiFunction<String, String, Filter> comparison(Token operator) {
        return switch (operator.isQuoted ? "" : operator.text) {
            case "=", "==" -> Filter::equal;
            case ">=" -> Filter::atLeast;
            case ">" -> Filter::above;
            case "<=" -> Filter::atMost;
            case "<" -> Filter::below;
            default -> throw refused(text, "\"" + operator.text + "\" is no comparison");
        };
    }

    private List<String> list() {
        expect("(");
        List<String> values = new ArrayList<>(List.of(word("a value")));
        while (next < tokens.size() && tokens.get(next).is(",")) {
            next++;
            values.add(word("a value"));
        }
        expect(")");
        return values;
    }

    private String word(String wanted) {
        Token token = take(wanted);
        if (token.isSign) {
            throw refused(text, "\"" + token.text + "\" stands where " + wanted + " should be");
        }
        return token.text;
    }

    private void expect(String word) {
        Token token = take("\"" + word + "\"");
        if (!token.is(word)) {
            throw refused(text, "\"" + token.text + "\" stands where \"" + word + "\" should be");
        }
    }

    private Token take(String wanted) {
        if (next == tokens.size()) {
            throw refused(text, "it ends where " + wanted + " should be");
        }
        return tokens.get(next++);
    }

    private static UsageException refused(String text, String why) {
        return Usage.mistake("The condition \"" + text + "\" cannot be read: " + why + "." + FORM);
    }
}
