package io.github.tiercel.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What a command line says, in its own words: its options with their values, and what belongs to none. */
final class GivenOptions {

    /** An option as it was given, or a word that belongs to none, whose name is empty. */
    private record Word(String name, List<String> text) {}

    private final List<Word> words;

    private GivenOptions(List<Word> words) {
        this.words = words;
    }

    static GivenOptions of(CommandSpec command, List<String> args) {
        List<Word> words = new ArrayList<>();
        for (int at = 0; at < args.size(); at++) {
            String word = args.get(at);
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            OptionSpec option = command.optionsMap().get(name);
            boolean hasValue = equals < 0 && at + 1 < args.size() && takes(option, args.get(at + 1));
            words.add(new Word(
                    option == null && !word.startsWith("-") ? "" : name,
                    hasValue ? List.of(word, args.get(++at)) : List.of(word)));
        }
        return new GivenOptions(words);
    }

    /** A value that may be left out does not look like an option. */
    private static boolean takes(@Nullable OptionSpec option, String next) {
        return option != null && option.arity().max() > 0 && (option.arity().min() > 0 || !next.startsWith("-"));
    }

    boolean has(String option) {
        return words.stream().anyMatch(word -> word.name.equals(option));
    }

    boolean hasPositional() {
        return has("");
    }

    /** {@return the value that an option has last, if it is given with one} */
    Optional<String> value(String option) {
        return words.stream()
                .filter(word -> word.name.equals(option))
                .map(word -> word.text.get(word.text.size() - 1))
                .map(text -> text.startsWith(option + "=") ? text.substring(option.length() + 1) : text)
                .filter(text -> !text.equals(option))
                .reduce((first, last) -> last);
    }

    /** {@return the line without an option} */
    List<String> without(String option) {
        return words.stream()
                .filter(word -> !word.name.equals(option))
                .flatMap(word -> word.text.stream())
                .toList();
    }
}
