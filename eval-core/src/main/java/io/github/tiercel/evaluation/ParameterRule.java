package io.github.tiercel.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the parameter in the name of a metric must be, for a name that is of a pattern and whose number is not. */
final class ParameterRule {

    private static final Pattern PARAMETER = Pattern.compile("[A-Z]+(?:_[A-Z]+)*");
    private static final String CLASS = "[CLASS]";
    private static final String NUMBERS = "[-+.\\d][-+.\\de_]*";
    private static final Rule ANY = new Rule("a number", "");

    private static final Map<String, Rule> RULES = Map.of(
            "FPR", new Rule("one or two rates in [0, 1], the lower first", "0.1"),
            "TPR", new Rule("one or two rates in [0, 1], the lower first", "0.9"),
            "BETA", new Rule("a number above 0", "2"),
            "FP_FN", new Rule("the two costs of errors, or all four, not all equal", "1_5"),
            "RECALL", new Rule("a number in (0, 1]", "0.9"),
            "PRECISION", new Rule("a number in (0, 1]", "0.9"),
            "FRACTION", new Rule("a number in (0, 1]", "0.1"),
            "ALPHA", new Rule("a number in (0, 1)", "0.9"),
            "BINS", new Rule("a whole number above 0 other than the usual 15", "10"),
            "K", new Rule("a whole number above 0", "3"));

    private ParameterRule() {}

    /** A sentence for a name that is no metric, if it is of one of the patterns but for its number. */
    static Optional<String> of(String name, List<String> patterns) {
        return patterns.stream()
                .filter(pattern -> isOf(name, pattern))
                .max(Comparator.comparingInt(String::length))
                .map(ParameterRule::sentence);
    }

    private static boolean isOf(String name, String pattern) {
        Matcher parameter = parameter(pattern);
        if (!parameter.find()) {
            return false;
        }
        String suffix = pattern.substring(parameter.end());
        String written = suffix.equals(CLASS) ? "\\[.*]" : Pattern.quote(suffix);
        return Pattern.compile(
                        Pattern.quote(pattern.substring(0, parameter.start())) + NUMBERS + written, Pattern.DOTALL)
                .matcher(name)
                .matches();
    }

    private static String sentence(String pattern) {
        Matcher parameter = parameter(pattern);
        parameter.find();
        Rule rule = RULES.getOrDefault(parameter.group(), ANY);
        String example = rule.example().isEmpty()
                ? ""
                : ", as in "
                        + pattern.replace(parameter.group(), rule.example()).replace(CLASS, "[cat]");
        return parameter.group() + " in " + pattern + " is " + rule.what() + ", spelt as short as can be" + example
                + ".";
    }

    private static Matcher parameter(String pattern) {
        return PARAMETER.matcher(pattern);
    }

    /** What a parameter must be, and one that is so. */
    private record Rule(String what, String example) {}
}
