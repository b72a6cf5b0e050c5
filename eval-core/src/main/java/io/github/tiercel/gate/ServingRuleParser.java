package io.github.tiercel.gate;

import io.github.tiercel.data.UsageException;
import io.github.tiercel.evaluation.ServingDemand;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads gate rules about serving: {@code p99[@batch=ROWS][,rate=CALLS] <= 5ms},
 * {@code throughput[@batch=ROWS][,p99=5ms] >= 200/s}.
 */
final class ServingRuleParser {

    /** The percentiles that are measured. */
    private static final List<String> PERCENTILES = List.of("p50", "p90", "p95", "p99", "p99.9");

    private static final String QUANTITY = "p\\d+(?:\\.\\d+)?|throughput|memory|size";
    private static final Pattern RULE = Pattern.compile(
            "\\s*(?<quantity>" + QUANTITY
                    + ")\\s*(?:@(?<settings>[^<>]*?))?\\s*(?<sign>>=|<=|>|<)\\s*(?<amount>.*?)\\s*",
            Pattern.DOTALL);
    private static final Pattern SETTING =
            Pattern.compile("\\s*(?:batch\\s*=\\s*(?<batch>[1-9]\\d{0,8})|rate\\s*=\\s*(?<rate>\\d+\\.?\\d*|\\.\\d+)"
                    + "|p99\\s*=\\s*(?<kept>\\d+\\.?\\d*|\\.\\d+)\\s*(?<unit>ns|us|µs|μs|ms|s))\\s*");
    private static final Pattern AMOUNT =
            Pattern.compile("(?<number>[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)\\s*(?<unit>\\D*)");

    private static final int NANO_DIGITS_OF_MILLI = 6;
    private static final BigDecimal MOST_NANOS = BigDecimal.valueOf(3_600_000_000_000L);

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
        if (settings.isPresent() && !plain.isLatency() && !plain.isThroughput()) {
            throw refused("has settings for " + quantity + ", which is measured of the model as a whole. Write "
                    + ServingQuantity.of(plain).example(plain) + ".");
        }
        return settings.map(all -> at(plain, all)).orElse(plain);
    }

    private ServingDemand at(ServingDemand plain, String settings) {
        OptionalInt batch = OptionalInt.empty();
        OptionalDouble rate = OptionalDouble.empty();
        Optional<Duration> kept = Optional.empty();
        for (String setting : settings.split(",", -1)) {
            Matcher match = SETTING.matcher(setting);
            boolean isRead = match.matches();
            if (isRead && match.group("batch") != null && batch.isEmpty()) {
                batch = OptionalInt.of(Integer.parseInt(match.group("batch")));
            } else if (isRead && plain.isLatency() && rate.isEmpty() && isRate(match)) {
                rate = OptionalDouble.of(Double.parseDouble(match.group("rate")));
            } else if (isRead && plain.isThroughput() && kept.isEmpty() && match.group("kept") != null) {
                kept = Optional.of(kept(setting, match));
            } else {
                throw unread(plain, setting);
            }
        }
        return new ServingDemand(plain.quantity(), batch, rate, kept);
    }

    private UsageException unread(ServingDemand plain, String setting) {
        String name = plain.quantity();
        return refused("cannot be read at \"" + setting.strip() + "\". "
                + (plain.isLatency()
                        ? "Latency is limited at a batch size, at a rate of calls a second, or both: write " + name
                                + "@batch=64 <= 5ms or " + name + "@batch=8,rate=200 <= 5ms."
                        : "Throughput is limited at a batch size, at a 99th percentile of latency to keep, or both:"
                                + " write throughput@batch=64 >= 200/s or throughput@batch=8,p99=5ms >= 200/s."));
    }

    private Duration kept(String setting, Matcher match) {
        BigDecimal nanos = new BigDecimal(match.group("kept"))
                .multiply(ServingQuantity.LATENCY.factor(match.group("unit")).orElseThrow())
                .movePointRight(NANO_DIGITS_OF_MILLI)
                .setScale(0, RoundingMode.HALF_UP);
        if (nanos.signum() == 0 || nanos.compareTo(MOST_NANOS) > 0) {
            throw refused("cannot be read at \"" + setting.strip() + "\". A latency to keep is from 1ns to 3600s.");
        }
        return Duration.ofNanos(nanos.longValueExact());
    }

    private static boolean isRate(Matcher match) {
        double rate = match.group("rate") == null ? 0 : Double.parseDouble(match.group("rate"));
        return rate > 0 && Double.isFinite(rate);
    }

    private double limit(ServingDemand demand, String number, String unit) {
        ServingQuantity quantity = ServingQuantity.of(demand);
        String units = String.join(", ", quantity.units());
        if (unit.isEmpty()) {
            throw refused("needs a unit behind " + number + ": " + units + ". Write " + quantity.example(demand) + ".");
        }
        BigDecimal factor = quantity.factor(unit)
                .orElseThrow(() -> refused("has the unknown unit \"" + unit + "\". Units of " + demand.quantity() + ": "
                        + units + ". Write " + quantity.example(demand) + "."));
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
