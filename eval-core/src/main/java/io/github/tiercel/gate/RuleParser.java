package io.github.tiercel.gate;

import io.github.tiercel.data.UsageException;
import io.github.tiercel.metrics.Task;
import io.github.tiercel.metrics.registry.MetricFamily;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads gate rules: {@code METRIC[@COLUMN[=VALUE]] >=|>|<=|< NUMBER} or {@code ... no-worse-than baseline by NUMBER},
 * and those about serving.
 */
final class RuleParser {

    /** In brackets stands a class, whose name may be anything; a cut, as in ndcg@10, belongs to the metric. */
    private static final String METRIC = "(?<metric>[^@\\s<>=\\[]+(?:\\[.*?\\])?)(?:@(?<cut>\\d+))?";

    private static final String SUBJECT =
            "\\s*" + METRIC + "(?:@\\s*(?<column>[^=\\s][^=]*?)\\s*(?:=\\s*(?<value>.*?))?)?\\s*";

    private static final Pattern LIMIT =
            Pattern.compile(SUBJECT + "(?<sign>>=|<=|>|<)\\s*(?<number>[^\\s<>=]+)\\s*", Pattern.DOTALL);
    private static final Pattern NO_WORSE =
            Pattern.compile(SUBJECT + "\\sno-worse-than\\s+baseline(?:\\s+by\\s+(?<number>\\S+))?\\s*", Pattern.DOTALL);

    /** What people call a number; Java's own parser also takes "1d" and "0x1p3". */
    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?");

    private RuleParser() {}

    static Rule parse(String text) {
        Matcher noWorse = NO_WORSE.matcher(text);
        if (noWorse.matches()) {
            return noWorse(text, noWorse);
        }
        Optional<Rule> serving = ServingRuleParser.parse(text);
        if (serving.isPresent()) {
            return serving.get();
        }
        Matcher limit = LIMIT.matcher(text);
        if (!limit.matches()) {
            throw new UsageException(
                    "GATE_RULE",
                    "Gate \"" + text + "\" is not a rule. Write METRIC >= NUMBER,"
                            + " METRIC@COLUMN=VALUE <= NUMBER, or METRIC no-worse-than baseline by MARGIN,"
                            + " for example \"roc_auc >= 0.95\".");
        }
        return limit(text, limit);
    }

    private static Rule limit(String text, Matcher match) {
        String number = match.group("number");
        Inequality comparator = Inequality.ofSign(match.group("sign"));
        return new Rule.Limit(metric(match), scope(match), comparator, number(text, number), number);
    }

    private static Rule noWorse(String text, Matcher match) {
        String number = match.group("number");
        if (ServingRuleParser.isQuantity(match.group("metric"))) {
            throw new UsageException(
                    "GATE_RULE",
                    "Gate \"" + text + "\" compares " + match.group("metric") + " with the baseline, but how a model"
                            + " behaves in service is held against a limit. Write p99 <= 5ms, throughput >= 200/s,"
                            + " memory <= 512MiB or size <= 50MiB.");
        }
        if (number == null) {
            throw new UsageException(
                    "GATE_RULE",
                    "Gate \"" + text + "\" needs a margin: write how much worse is still"
                            + " acceptable, for example \"" + text.strip() + " by 0.002\".");
        }
        double margin = number(text, number);
        if (margin < 0) {
            throw new UsageException(
                    "GATE_RULE",
                    "Gate \"" + text + "\" has the negative margin " + number + ". A margin is at least 0.");
        }
        return new Rule.NoWorse(metric(match), scope(match), margin, number);
    }

    private static String metric(Matcher match) {
        return match.group("metric") + (hasCut(match) ? "@" + match.group("cut") : "");
    }

    private static Scope scope(Matcher match) {
        String column = hasCut(match) || match.group("cut") == null
                ? match.group("column")
                : match.group("cut")
                        + Optional.ofNullable(match.group("column"))
                                .map(rest -> "@" + rest)
                                .orElse("");
        return new Scope(Optional.ofNullable(column), Optional.ofNullable(match.group("value")));
    }

    /** A number behind a metric that is known to have no cuts is a column of that name. */
    private static boolean hasCut(Matcher match) {
        String metric = match.group("metric");
        boolean isWhole = Arrays.stream(Task.values())
                .anyMatch(task -> MetricFamily.of(task).named(metric).isPresent());
        boolean isCut = MetricFamily.RANKING.named(metric + "@1").isPresent();
        return match.group("cut") != null && (isCut || !isWhole);
    }

    private static double number(String text, String number) {
        if (NUMBER.matcher(number).matches() && Double.isFinite(Double.parseDouble(number))) {
            return Double.parseDouble(number);
        }
        throw new UsageException(
                "GATE_RULE", "Gate \"" + text + "\" needs a number where it has \"" + number + "\", for example 0.95.");
    }
}
