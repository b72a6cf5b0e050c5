package io.github.tiercel.gate;

import io.github.tiercel.data.UsageException;
import io.github.tiercel.evaluation.ServingDemand;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads gate rules about serving: {@code p99[@batch=ROWS][,rate=CALLS] <= 5ms}, {@code throughput >= 200/s}. */
final class ServingRuleParser {

    /** The percentiles that are measured. */
    private static final List<String> PERCENTILES = List.of("p50", "p90", "p95", "p99", "p99.9");

    private static final String QUANTITY = "p\\d+(?:\\.\\d+)?|throughput|memory|size";
    private static final Pattern RULE = Pattern.compile(
            "\\s*(?<quantity>" + QUANTITY
                    + ")\\s*(?:@(?<settings>[^<>]*?))?\\s*(?<sign>>=|<=|>|<)\\s*(?<amount>.*?)\\s*",
            Pattern.DOTALL);
    private static final Pattern SETTING = Pattern.compile(
            "\\s*(?:batch\\s*=\\s*(?<batch>[1-9]\\d{0,8})|rate\\s*=\\s*(?<rate>\\d+\\.?\\d*|\\.\\d+))\\s*");
    private static final Pattern AMOUNT =
            Pattern.compile("(?<number>[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)\\s*(?<unit>\\D*)");

    private final String text;

    private ServingRuleParser(String text) {
        this.text = text;
    }

    /** {@return the rule; empty if the text is not about serving} */
    static Optional<Rule> parse(String text) {
        Matcher rule = RULE.matcher(text);
        return rule.matches() ? Optional.of(new ServingRuleParser(text).rule(rule)) : Optional.empty();
    }

    /** Whether a name is of something that a model is measured by in service, and so of no metric. */
    static boolean isQuantity(String name) {
        return name.matches(QUANTITY);
    }

    private Rule rule(Matcher match) {
        ServingDemand demand = demand(match.group("quantity"), Optional.ofNullable(match.group("settings")));
        ServingQuantity quantity = ServingQuantity.of(demand);
        Inequality comparator = Inequality.ofSign(match.group("sign"));
        String amount = match.group("amount");
        Matcher parts = AMOUNT.matcher(amount);
        if (!parts.matches()) {
            throw refused("needs a number where it has \"" + amount + "\". Write " + quantity.example(demand) + ".");
        }
        double limit = limit(demand, parts.group("number"), parts.group("unit"));
        if (!quantity.allows(comparator)) {
            throw refused("bounds " + demand + " on its better side, so that only a good model fails. Write "
                    + quantity.example(demand) + ".");
        }
        return new Rule.OfServing(demand, comparator, limit, parts.group("number") + parts.group("unit"));
    }

    private ServingDemand demand(String quantity, Optional<String> settings) {
        ServingDemand plain = ServingDemand.of(quantity);
        if (plain.isLatency() && !PERCENTILES.contains(quantity)) {
            throw refused("names " + quantity + ", which is not measured. Percentiles: "
                    + String.join(", ", PERCENTILES) + ".");
        }
        if (settings.isPresent() && !plain.isLatency()) {
            throw refused("has settings for " + quantity + ", which is measured of the model as a whole. Write "
                    + ServingQuantity.of(plain).example(plain) + ".");
        }
        return settings.map(all -> at(plain, all)).orElse(plain);
    }

    private ServingDemand at(ServingDemand plain, String settings) {
        OptionalInt batch = OptionalInt.empty();
        OptionalDouble rate = OptionalDouble.empty();
        for (String setting : settings.split(",", -1)) {
            Matcher match = SETTING.matcher(setting);
            boolean isRead = match.matches();
            if (isRead && match.group("batch") != null && batch.isEmpty()) {
                batch = OptionalInt.of(Integer.parseInt(match.group("batch")));
            } else if (isRead && match.group("rate") != null && rate.isEmpty() && isPositive(match.group("rate"))) {
                rate = OptionalDouble.of(Double.parseDouble(match.group("rate")));
            } else {
                throw refused("cannot be read at \"" + setting.strip() + "\". Latency is limited at a batch size, at a"
                        + " rate of calls a second, or both: write " + plain.quantity() + "@batch=64 <= 5ms or "
                        + plain.quantity() + "@batch=8,rate=200 <= 5ms.");
            }
        }
        return new ServingDemand(plain.quantity(), batch, rate);
    }

    private static boolean isPositive(String number) {
        double value = Double.parseDouble(number);
        return value > 0 && Double.isFinite(value);
    }

    private double limit(ServingDemand demand, String number, String unit) {
        ServingQuantity quantity = ServingQuantity.of(demand);
        String units = String.join(", ", quantity.factors().keySet());
        if (unit.isEmpty()) {
            throw refused("needs a unit behind " + number + ": " + units + ". Write " + quantity.example(demand) + ".");
        }
        // Greek keyboards have another letter than the micro sign.
        BigDecimal factor = quantity.factors().get(unit.replace('μ', 'µ'));
        if (factor == null) {
            throw refused("has the unknown unit \"" + unit + "\". Units of " + demand.quantity() + ": " + units
                    + ". Write " + quantity.example(demand) + ".");
        }
        double limit = Double.isFinite(Double.parseDouble(number))
                ? new BigDecimal(number).multiply(factor).doubleValue()
                : Double.POSITIVE_INFINITY;
        if (!(limit > 0 && Double.isFinite(limit))) {
            throw refused("has the limit " + number + unit + ", and no model is measured at that. Write a number above"
                    + " 0, as in " + quantity.example(demand) + ".");
        }
        return limit;
    }

    private UsageException refused(String why) {
        return new UsageException("GATE_RULE", "Gate \"" + text + "\" " + why);
    }
}
