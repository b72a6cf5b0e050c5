package io.github.tiercel.metrics.parity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page that tells users where Tiercel differs from scikit-learn. */
final class DifferencesPage {

    private static final Path PAGE = Path.of("..", "docs", "differences-from-scikit-learn.md");

    /** A line such as {@code - ranking: `mrr`, `hit@10`}. */
    private static final Pattern WITHOUT_COUNTERPART = Pattern.compile("- (\\w+): ((?:`[^`]+`(?:,\\s*)?)+)");

    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    private DifferencesPage() {}

    /** {@return the lines of the tables, without the line below each head} */
    static List<String> rows() {
        return text().lines().filter(line -> line.startsWith("| ")).toList();
    }

    /** {@return the metrics that scikit-learn does not have, each with its task} */
    static Set<String> withoutCounterpart() {
        return WITHOUT_COUNTERPART
                .matcher(text())
                .results()
                .flatMap(DifferencesPage::names)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> names(MatchResult line) {
        return NAME.matcher(line.group(2)).results().map(name -> line.group(1) + " " + name.group(1));
    }

    private static String text() {
        try {
            return Files.readString(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
