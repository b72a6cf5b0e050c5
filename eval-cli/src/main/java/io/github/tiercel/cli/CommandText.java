package io.github.tiercel.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A command line as a shell takes it, so that what a result holds can be pasted and run again. */
final class CommandText {

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_./:,=@%+-]+");

    /** Quoted text, an escaped character, or characters that mean nothing to a shell. */
    private static final Pattern PIECE = Pattern.compile("'[^']*'|\\\\.|[^'\\\\\\s]+", Pattern.DOTALL);

    private static final Pattern WORD = Pattern.compile("(?:" + PIECE.pattern() + ")+", Pattern.DOTALL);

    private CommandText() {}

    static String of(List<String> args) {
        return "tiercel " + args.stream().map(CommandText::quoted).collect(Collectors.joining(" "));
    }

    /** {@return the arguments that a shell makes of what {@link #of} wrote, the name of the program first} */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(PIECE.matcher(word.group()).replaceAll(piece -> Matcher.quoteReplacement(plain(piece.group()))));
        }
        return words;
    }

    private static String plain(String piece) {
        if (piece.startsWith("'")) {
            return piece.substring(1, piece.length() - 1);
        }
        return piece.startsWith("\\") ? piece.substring(1) : piece;
    }

    private static String quoted(String arg) {
        return PLAIN.matcher(arg).matches() ? arg : "'" + arg.replace("'", "'\\''") + "'";
    }
}
