package io.github.tiercel.onnx;

import java.util.ArrayList;
import java.util.List;

/** A JSON list of texts, which is how a model's metadata names things. */
final class JsonNames {

    private static final int HEX = 16;
    private static final int CODE_UNIT_DIGITS = 4;

    private final String json;
    private int at;

    private JsonNames(String json) {
        this.json = json;
    }

    /**
     * {@return the texts of a list}
     *
     * @param json the list
     * @throws IllegalArgumentException if it is none; the message says what was expected at which character
     */
    static List<String> parse(String json) {
        return new JsonNames(json).list();
    }

    private List<String> list() {
        List<String> names = new ArrayList<>();
        expect('[');
        if (peek() != ']') {
            names.add(text());
            while (peek() == ',') {
                at++;
                names.add(text());
            }
        }
        expect(']');
        blanks();
        if (at < json.length()) {
            throw expected("the end");
        }
        return names;
    }

    private String text() {
        expect('"');
        StringBuilder text = new StringBuilder();
        while (at < json.length() && json.charAt(at) != '"') {
            char next = json.charAt(at++);
            text.append(next == '\\' ? escaped() : next);
        }
        if (at == json.length()) {
            throw expected("a closing quote");
        }
        at++;
        return text.toString();
    }

    private char escaped() {
        if (at == json.length()) {
            throw expected("a closing quote");
        }
        char kind = json.charAt(at++);
        return switch (kind) {
            case '"', '\\', '/' -> kind;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> codeUnit();
            default -> throw expected("one of \"\\/bfnrtu after a backslash");
        };
    }

    private char codeUnit() {
        int end = at + CODE_UNIT_DIGITS;
        if (end > json.length()
                || !json.substring(at, end).chars().allMatch(digit -> Character.digit(digit, HEX) >= 0)) {
            throw expected("four hexadecimal digits");
        }
        char unit = (char) Integer.parseInt(json.substring(at, end), HEX);
        at = end;
        return unit;
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw expected("'" + wanted + "'");
        }
        at++;
    }

    /** The next character that is no blank; 0 at the end. */
    private char peek() {
        blanks();
        return at < json.length() ? json.charAt(at) : 0;
    }

    private void blanks() {
        while (at < json.length() && " \t\r\n".indexOf(json.charAt(at)) >= 0) {
            at++;
        }
    }

    private IllegalArgumentException expected(String what) {
        return new IllegalArgumentException("expected " + what + " at character " + (at + 1));
    }
}
