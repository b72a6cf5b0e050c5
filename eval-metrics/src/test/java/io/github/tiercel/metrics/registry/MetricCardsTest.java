package io.github.tiercel.metrics.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.metrics.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The cards in docs/metrics*.md are those of the metrics that there are. */
class MetricCardsTest {

    private static final Path DOCS = Path.of("../docs").toAbsolutePath().normalize();

    /** A heading of one or several names, and what stands below it. */
    private static final Pattern CARD = Pattern.compile("^### (.+)\\n((?:(?!##).*\\n)*)", Pattern.MULTILINE);

    private static final Pattern PARAMETER = Pattern.compile("[A-Z][A-Z_]*");

    private static final String NUMBERS = "\\\\E-?[0-9][0-9._]*\\\\Q";

    @ParameterizedTest
    @EnumSource
    void everyMetricHasACard(Task task) throws IOException {
        MetricFamily<?> family = MetricFamily.of(task);
        Map<String, String> cards = cards(task);
        List<String> without = family.all().stream()
                .map(metric -> metric.name())
                .filter(name -> cards.keySet().stream().noneMatch(card -> isOf(card, name)))
                .toList();
        assertEquals(List.of(), without);
        List<String> patternsWithout = family.patterns().stream()
                .filter(pattern -> !cards.containsKey(pattern) && !cards.containsKey(stem(pattern)))
                .toList();
        assertEquals(List.of(), patternsWithout);
    }

    @ParameterizedTest
    @EnumSource
    void noCardIsOfAMetricThatThereIsNot(Task task) throws IOException {
        MetricFamily<?> family = MetricFamily.of(task);
        List<String> unknown = cards(task).keySet().stream()
                .filter(card ->
                        family.named(card).isEmpty() && !family.patterns().contains(card))
                .toList();
        assertEquals(List.of(), unknown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"metrics.md", "metrics-multiclass.md", "metrics-regression.md", "metrics-ranking.md"})
    void cardSaysWhereTheMetricIsUndefinedItsIntervalAndItsOtherNames(String page) throws IOException {
        List<String> silent = new ArrayList<>();
        cards(List.of(DOCS.resolve(page))).forEach((name, text) -> {
            for (String part : List.of("**Undefined**", "**Interval**", "**Elsewhere**")) {
                if (!text.contains(part)) {
                    silent.add(name + " lacks " + part);
                }
            }
        });
        assertEquals(List.of(), silent);
    }

    /** A number that a name may carry but need not is explained on the card of the name without: {@code ece}. */
    private static String stem(String pattern) {
        return PARAMETER.matcher(pattern).replaceFirst("").replaceFirst("_$", "");
    }

    private static boolean isOf(String card, String name) {
        String spelling = PARAMETER.matcher(card).replaceFirst(NUMBERS);
        return name.matches("\\Q" + spelling + "\\E");
    }

    private static Map<String, String> cards(Task task) throws IOException {
        return cards(pages(task));
    }

    private static Map<String, String> cards(List<Path> pages) throws IOException {
        Map<String, String> cards = new LinkedHashMap<>();
        for (Path page : pages) {
            for (MatchResult card :
                    CARD.matcher(Files.readString(page)).results().toList()) {
                for (String name : card.group(1).split(", ", -1)) {
                    assertEquals(null, cards.put(name, card.group(2)), () -> "a second card of " + name);
                }
            }
        }
        return cards;
    }

    /** A page is of the task in its name, and of binary metrics if there is none. */
    private static List<Path> pages(Task task) throws IOException {
        try (Stream<Path> all = Files.list(DOCS)) {
            return all.filter(page -> page.getFileName().toString().startsWith("metrics"))
                    .filter(page -> taskOf(page) == task)
                    .sorted()
                    .toList();
        }
    }

    private static Task taskOf(Path page) {
        return Arrays.stream(Task.values())
                .filter(task -> page.getFileName().toString().contains(task.spelling()))
                .findFirst()
                .orElse(Task.BINARY);
    }
}
